import type { z } from 'zod';
import { branchesOf, elementOf, metaOf, shapeOf, typeOf } from '../../model/shape.ts';
import type { BirthIds } from './births.ts';
import type { Plain, PlainRecord } from './encode.ts';

/**
 * The fields of a record that sign-offs cover in this version of the digest, as the model marks them
 * (`signed`); ids of other records as birth ids.
 */
export function signedContent(
  schema: z.ZodType,
  record: object,
  version: number,
  births: BirthIds,
): PlainRecord {
  const content: Record<string, Plain | undefined> = {};
  for (const [key, field] of Object.entries(shapeOf(schema))) {
    const since = metaOf(field).signed;
    if (since === undefined || since > version) continue;
    content[key] = plain(field, (record as Record<string, unknown>)[key], births);
  }
  return content;
}

/** Everything in a record but these keys and its place, for digests over a whole record. */
export function wholeContent(
  schema: z.ZodType,
  record: object,
  without: readonly string[],
  births: BirthIds,
): PlainRecord {
  const content: Record<string, Plain | undefined> = {};
  for (const [key, field] of Object.entries(shapeOf(schema))) {
    if (without.includes(key)) continue;
    content[key] = plain(field, (record as Record<string, unknown>)[key], births);
  }
  return content;
}

/** A value as data: what is false because nobody said otherwise counts as not said. */
function plain(schema: z.ZodType, value: unknown, births: BirthIds): Plain | undefined {
  if (value === undefined || value === null) return undefined;
  const { references } = metaOf(schema);
  if (references !== undefined && typeof value === 'string') return births(references, value);
  if (Array.isArray(value)) {
    const element = elementOf(schema);
    return value.flatMap(
      (item) => (element === undefined ? asIs(item) : plain(element, item, births)) ?? [],
    );
  }
  if (typeof value === 'boolean') {
    return typeOf(schema) === 'boolean' && !value ? undefined : value;
  }
  if (typeof value !== 'object') return asIs(value);
  const branch = branchesOf(schema).find((one) => Object.keys(shapeOf(one)).length > 0);
  if (branch === undefined) return asIs(value);
  const shape = shapeOf(branch);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const field = shape[key];
      return [key, field === undefined ? asIs(item) : plain(field, item, births)];
    }),
  );
}

function asIs(value: unknown): Plain | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.flatMap((item) => asIs(item) ?? []);
  if (typeof value !== 'object') return value as Plain;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asIs(item)]));
}
