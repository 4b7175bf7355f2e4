import type { z } from 'zod';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { Scheme } from '../../model/scheme.ts';
import { metaOf, schemaAt } from '../../model/shape.ts';

/** The title of a field that a scheme asks for by a dotted key: 监督重点, or the label of an added one. */
export function fieldTitle({ extraFields }: Scheme, kind: Kind, key: string): string {
  const path = key.split('.');
  const [first, second] = path;
  if (first === 'extra' && second !== undefined)
    return extraFields[second]?.label ?? `「${second}」`;
  const field = schemaAt(KINDS[kind].schema, path) ?? listItem(kind, path);
  return (field && metaOf(field).title) ?? `「${key}」`;
}

/** `discretion.standard`: the field of the entries of a list. */
function listItem(kind: Kind, [first, ...rest]: readonly string[]): z.ZodType | undefined {
  return first === undefined ? undefined : schemaAt(KINDS[kind].schema, [first, 0, ...rest]);
}

/** What a record holds under a dotted key. */
export function valueAt(record: object, key: string): unknown {
  let value: unknown = record;
  for (const part of key.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
