import type { z } from 'zod';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Entity, WordList } from '../../model/common.ts';
import type { MarkedField } from '../../model/marked-fields.ts';
import { eachTextAt, markedFields } from '../../model/marked-fields.ts';
import type { ClosedWords } from '../../scheme/closed-words.ts';

/** One place where a record uses a word of the scheme. */
export type WordUse = {
  readonly title: string;
  readonly word: string;
  readonly list: WordList;
  readonly known: readonly string[];
  readonly ref: NodeRef;
};

const compiled = new WeakMap<z.ZodType, readonly MarkedField<WordList>[]>();

function wordFields(schema: z.ZodType): readonly MarkedField<WordList>[] {
  let fields = compiled.get(schema);
  if (fields === undefined) {
    compiled.set(schema, (fields = markedFields(schema, ({ words }) => words)));
  }
  return fields;
}

/** Every word of the scheme that the record uses, where the scheme closes the list. */
export function wordsIn(schema: z.ZodType, record: Entity<object>, words: ClosedWords): WordUse[] {
  const uses: WordUse[] = [];
  for (const field of wordFields(schema)) {
    const known = words[field.mark];
    if (known.length === 0) continue;
    eachTextAt(record, field, (word, path) =>
      uses.push({
        title: field.title,
        list: field.mark,
        word,
        known,
        ref: at(record.ref, ...path),
      }),
    );
  }
  return uses;
}
