import { Document, isMap, isScalar, visit } from 'yaml';

/** Tells the comment that stands behind the value of a key, if any. */
export type CommentOf = (key: string, value: unknown) => string | undefined;

/** Plain values as YAML text, with a comment behind a key's value where one is wanted. */
export function writeYaml(value: unknown, commentOf: CommentOf = () => undefined): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key)) return;
      const given = isScalar(pair.value) ? pair.value.value : undefined;
      const comment = commentOf(String(pair.key.value), given);
      if (comment !== undefined && isScalar(pair.value)) pair.value.comment = ` ${comment}`;
    },
    Seq(_, seq) {
      // A list of ids reads best on one line; a list of records does not.
      seq.flow = seq.items.every(isScalar) && seq.items.length > 0;
      for (const item of seq.items.slice(1))
        if (isMap(item) && isTopLevel(document, seq)) item.spaceBefore = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function isTopLevel(document: Document, node: unknown): boolean {
  return document.contents === node;
}
