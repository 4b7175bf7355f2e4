import type { z } from 'zod';
import type { FieldMeta, Kind } from './common.ts';

/** What a record's schema says of one of its keys, so that nobody writes it a second time. */
export type SchemaField = {
  /** Keys that lead to the value; more than one inside a nested map: `disclosure.form`. */
  readonly path: readonly string[];
  readonly title: string;
  /** `actor` is a post, person or body that acted; `other` needs a way of its own to be shown. */
  readonly kind: 'text' | 'number' | 'boolean' | 'texts' | 'actor' | 'other';
  readonly references?: Kind;
};

const ACTOR_KEYS = 'body,person,post';

/** Every field of a record's schema, nested maps unfolded, in the order of the schema. */
export function schemaFields(schema: z.ZodType): SchemaField[] {
  return Object.entries(shapeOf(schema)).flatMap(([key, value]) => fieldsAt([key], value));
}

/** The record that has nothing but an id: what every other key reads as when it is left out. */
export function blankRecord(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const hasId = 'id' in shapeOf(schema);
  return schema.parse(hasId ? { id: 'x' } : {}) as Record<string, unknown>;
}

function fieldsAt(path: readonly string[], schema: z.ZodType): SchemaField[] {
  const { meta, inner } = unwrap(schema);
  const own = (kind: SchemaField['kind'], references = meta.references): SchemaField[] => [
    {
      path,
      title: meta.title ?? path.at(-1) ?? '',
      kind,
      ...(references === undefined ? {} : { references }),
    },
  ];
  switch (inner._zod.def.type) {
    case 'string':
    case 'enum':
      return own('text');
    case 'number':
      return own('number');
    case 'boolean':
    case 'literal':
      return own('boolean');
    // One text or a list of them (`texts`, `refsTo`).
    case 'union':
      return own('texts', unwrap((inner as z.ZodUnion<[z.ZodType]>).options[0]).meta.references);
    case 'array': {
      const element = unwrap((inner as z.ZodArray<z.ZodType>).element);
      return element.inner._zod.def.type === 'string'
        ? own('texts', element.meta.references)
        : own('other');
    }
    case 'object': {
      const shape = shapeOf(inner);
      if (Object.keys(shape).toSorted().join() === ACTOR_KEYS) return own('actor');
      return Object.entries(shape).flatMap(([key, value]) => fieldsAt([...path, key], value));
    }
    default:
      return own('other');
  }
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return (schema as z.ZodObject).shape;
}

/** Takes off optional, default and transforming wrappers; the outermost title counts. */
function unwrap(schema: z.ZodType): { readonly meta: FieldMeta; readonly inner: z.ZodType } {
  let meta: FieldMeta = {};
  let inner = schema;
  for (;;) {
    meta = { ...(inner.meta() as FieldMeta | undefined), ...meta };
    const def = inner._zod.def as { readonly innerType?: z.ZodType; readonly in?: z.ZodType };
    const next = def.innerType ?? def.in;
    if (next === undefined) return { meta, inner };
    inner = next;
  }
}
