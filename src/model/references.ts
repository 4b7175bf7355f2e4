import type { z } from 'zod';
import type { Kind } from './kinds.ts';
import { kindNamed } from './kinds.ts';
import { branchesOf, elementOf, metaOf, shapeOf } from './shape.ts';

/** A field whose value is the id of another record; `*` stands for every item of a list. */
type ReferenceField = {
  readonly path: readonly string[];
  readonly kind: Kind;
  readonly title: string;
};

/** One id that a record names, with the way to it inside the record. */
export type Reference = {
  readonly id: string;
  readonly kind: Kind;
  /** Title of the field, e.g. 责任人. */
  readonly title: string;
  readonly path: readonly (string | number)[];
};

const compiled = new WeakMap<z.ZodType, readonly ReferenceField[]>();

/** Every reference that a record holds, at any depth, as its schema's `references` marks say. */
export function referencesIn(schema: z.ZodType, record: object): Reference[] {
  let fields = compiled.get(schema);
  if (fields === undefined) {
    fields = referenceFields(schema, []);
    compiled.set(schema, fields);
  }
  const found: Reference[] = [];
  for (const field of fields) collect(record, field, 0, [], found);
  return found;
}

function referenceFields(schema: z.ZodType, path: readonly string[]): ReferenceField[] {
  const { references, title } = metaOf(schema);
  const element = elementOf(schema);
  if (references !== undefined) {
    const end = element === undefined ? path : [...path, '*'];
    return [{ path: end, kind: kindNamed(references), title: title ?? path.at(-1) ?? '' }];
  }
  if (element !== undefined) return referenceFields(element, [...path, '*']);
  return branchesOf(schema).flatMap((branch) => {
    if (metaOf(branch).references !== undefined) return referenceFields(branch, path);
    return Object.entries(shapeOf(branch)).flatMap(([key, field]) =>
      referenceFields(field, [...path, key]),
    );
  });
}

function collect(
  value: unknown,
  field: ReferenceField,
  depth: number,
  path: readonly (string | number)[],
  found: Reference[],
): void {
  const step = field.path[depth];
  if (step === undefined) {
    if (typeof value === 'string') {
      found.push({ id: value, kind: field.kind, title: field.title, path });
    }
  } else if (step === '*') {
    if (!Array.isArray(value)) return;
    value.forEach((item, index) => collect(item, field, depth + 1, [...path, index], found));
  } else if (typeof value === 'object' && value !== null) {
    const child = (value as Record<string, unknown>)[step];
    if (child !== undefined) collect(child, field, depth + 1, [...path, step], found);
  }
}
