import type { z } from 'zod';
import type { Kind } from './kinds.ts';
import { kindNamed } from './kinds.ts';
import { elementOf, metaOf, shapeOf, typeOf } from './shape.ts';

/** What a record's schema says of one of its keys, so that nobody writes it a second time. */
export type SchemaField = {
  /** Keys that lead to the value; more than one inside a nested map: `disclosure.form`. */
  readonly path: readonly string[];
  readonly title: string;
  /** `actor` is a post, person or body that acted; `other` needs a way of its own to be shown. */
  readonly kind: 'text' | 'number' | 'boolean' | 'texts' | 'actor' | 'other';
  readonly references?: Kind;
};

const ACTOR_KEYS = ['body,person,post', 'body,department,person,post'];

/** Whether a map says who acted, or to whom: a post, person or body. */
export function isActor(schema: z.ZodType): boolean {
  return ACTOR_KEYS.includes(Object.keys(shapeOf(schema)).toSorted().join());
}

const known = new WeakMap<z.ZodType, readonly SchemaField[]>();

/** Every field of a record's schema, nested maps unfolded, in the order of the schema. */
export function schemaFields(schema: z.ZodType): readonly SchemaField[] {
  let fields = known.get(schema);
  if (fields === undefined) {
    fields = Object.entries(shapeOf(schema)).flatMap(([key, value]) => fieldsAt([key], value));
    known.set(schema, fields);
  }
  return fields;
}

/** The record that has nothing but an id: what every other key reads as when it is left out. */
export function blankRecord(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const hasId = 'id' in shapeOf(schema);
  return schema.parse(hasId ? { id: 'x' } : {}) as Record<string, unknown>;
}

function fieldsAt(path: readonly string[], schema: z.ZodType): SchemaField[] {
  const { title = path.at(-1) ?? '', ...meta } = metaOf(schema);
  const own = (kind: SchemaField['kind'], references = meta.references): SchemaField[] => [
    {
      path,
      title,
      kind,
      ...(references === undefined ? {} : { references: kindNamed(references) }),
    },
  ];
  const element = elementOf(schema);
  if (element !== undefined) {
    return typeOf(element) === 'string' ? own('texts', metaOf(element).references) : own('other');
  }
  switch (typeOf(schema)) {
    case 'string':
    case 'enum':
      return own('text');
    case 'number':
      return own('number');
    case 'boolean':
    case 'literal':
      return own('boolean');
    case 'object': {
      const shape = shapeOf(schema);
      if (isActor(schema)) return own('actor');
      return Object.entries(shape).flatMap(([key, value]) => fieldsAt([...path, key], value));
    }
    default:
      return own('other');
  }
}
