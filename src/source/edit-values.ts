import {
  isMap,
  isPair,
  isScalar,
  parse,
  parseDocument,
  stringify,
  type Document,
  type Scalar,
  type YAMLMap,
} from 'yaml';

type Path = readonly (string | number)[];

/** Sets the value at a path, adding its key where the map has none; without `value` the key goes. */
export type Edit = { readonly path: Path; readonly value?: string | number | object };

type Splice = { readonly start: number; readonly end: number; readonly text: string };

/**
 * Changes single values of a YAML text and leaves every other byte as it is: comments, order, layout.
 * Where that does not give exactly the wanted values, the file is written anew with its comments.
 * @returns undefined if the text cannot be read, or a path leads through something that is not there
 */
export function editValues(text: string, edits: readonly Edit[]): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const wanted = parseDocument(text);
  for (const { path, value } of edits) {
    if (!wanted.hasIn(path.slice(0, -1)) && path.length > 1) return undefined;
    if (value === undefined) wanted.deleteIn(path);
    else wanted.setIn(path, value);
  }
  const values = stringify(wanted.toJS());
  const splices = edits.map((edit) => spliceOf(edit, document, text));
  if (splices.every((one) => one !== undefined)) {
    const edited = splices
      .toSorted((a, b) => b.start - a.start)
      .reduce((all, { start, end, text: own }) => all.slice(0, start) + own + all.slice(end), text);
    if (holds(edited, values)) return edited;
  }
  const rewritten = wanted.toString({ lineWidth: 0 });
  return holds(rewritten, values) ? rewritten : undefined;
}

function spliceOf({ path, value }: Edit, document: Document, text: string): Splice | undefined {
  const node: unknown = document.getIn(path, true);
  if (value === undefined) return removal(path, document, text);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    return { start, end, text: inline(value) };
  }
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  return node === undefined && isMap(parent)
    ? addition(String(path.at(-1)), value, parent, text)
    : undefined;
}

/** A new key at the end of a map, in the map's own style. */
function addition(
  key: string,
  value: string | number | object,
  map: YAMLMap,
  text: string,
): Splice | undefined {
  const last = map.items.at(-1);
  const first = map.items[0];
  const [start, end] = map.range ?? [];
  if (start === undefined || end === undefined || !isPair(last) || !isPair(first)) return undefined;
  if (map.flow === true) {
    return { start: end - 1, end: end - 1, text: `, ${key}: ${inline(value)}` };
  }
  const place = (last.value as Scalar | null)?.range?.[1] ?? (last.key as Scalar).range?.[1];
  const column = columnOf(first.key as Scalar, text);
  if (place === undefined || column === undefined) return undefined;
  // Below the line, so that a comment stays behind the value that it is of.
  const lineEnd = text.indexOf('\n', place);
  const at = lineEnd < 0 ? text.length : text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: at, end: at, text: `${lineBreak}${' '.repeat(column)}${key}: ${inline(value)}` };
}

/** Where the keys of a block map begin in their lines. */
function columnOf(key: Scalar, text: string): number | undefined {
  const start = key.range?.[0];
  return start === undefined ? undefined : start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** A key of a block map with its whole lines; of a map on one line it is left to the rewriting. */
function removal(path: Path, document: Document, text: string): Splice | undefined {
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent) || parent.flow === true) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  );
  const keyStart = (pair?.key as Scalar | undefined)?.range?.[0];
  const valueEnd = (pair?.value as Scalar | null | undefined)?.range?.[2];
  if (keyStart === undefined || valueEnd === undefined) return undefined;
  const start = text.lastIndexOf('\n', keyStart - 1) + 1;
  return text.slice(start, keyStart).trim() === '' ? { start, end: valueEnd, text: '' } : undefined;
}

/** A value on one line. */
function inline(value: string | number | object): string {
  return stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
  }).trim();
}

function holds(text: string, wanted: string): boolean {
  try {
    return stringify(parse(text)) === wanted;
  } catch {
    return false;
  }
}
