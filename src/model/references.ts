import type { z } from 'zod';
import type { Kind } from './kinds.ts';
import { kindNamed } from './kinds.ts';
import type { MarkedField } from './marked-fields.ts';
import { eachTextAt, markedFields } from './marked-fields.ts';

/** What a field that holds the id of another record says of it. */
export type ReferenceMark = {
  readonly kind: Kind;
  /** Names who handled the record, not whom or what it is about. */
  readonly aside: boolean;
};

/** One id that a record names, with the way to it inside the record. */
export type Reference = {
  readonly id: string;
  readonly kind: Kind;
  /** Title of the field, e.g. 责任人. */
  readonly title: string;
  readonly path: readonly (string | number)[];
};

const compiled = new WeakMap<z.ZodType, readonly MarkedField<ReferenceMark>[]>();

/** Every field of a schema that names another record, at any depth. */
export function referenceFields(schema: z.ZodType): readonly MarkedField<ReferenceMark>[] {
  let fields = compiled.get(schema);
  if (fields === undefined) {
    fields = markedFields(schema, ({ references, aside = false }) =>
      references === undefined ? undefined : { kind: kindNamed(references), aside },
    );
    compiled.set(schema, fields);
  }
  return fields;
}

/** Every reference that a record holds, at any depth, as its schema's `references` marks say. */
export function referencesIn(schema: z.ZodType, record: object): Reference[] {
  const found: Reference[] = [];
  for (const field of referenceFields(schema)) {
    const { title, mark } = field;
    eachTextAt(record, field, (id, path) => found.push({ id, kind: mark.kind, title, path }));
  }
  return found;
}
