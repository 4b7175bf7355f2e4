import type { z } from 'zod';
import type { FieldMeta } from './common.ts';

/** What this module reads of a zod schema: the one place that knows zod's inner form. */
type Def = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly options?: readonly z.ZodType[];
  readonly catchall?: z.ZodType;
};

function defOf(schema: z.ZodType): Def {
  return schema.def;
}

/** The schema inside optional, default, transform and lazy wrappers. */
function unwrap(schema: z.ZodType): z.ZodType {
  const def = defOf(schema);
  const inner = def.innerType ?? def.in ?? lazyInner(schema);
  return inner === undefined ? schema : unwrap(inner);
}

/** The kind of schema inside the wrappers: string, number, object, array, union, … */
export function typeOf(schema: z.ZodType): string {
  return defOf(unwrap(schema)).type;
}

/** What a lazy schema stands for, made once: a recursive schema must come back to itself. */
function lazyInner(schema: z.ZodType): z.ZodType | undefined {
  return (schema as { readonly _zod: { readonly innerType?: z.ZodType } })._zod.innerType;
}

const metas = new WeakMap<z.ZodType, FieldMeta>();

/** Title, reference and marks of a field, wherever in its wrappers they were put. */
export function metaOf(schema: z.ZodType): FieldMeta {
  let meta = metas.get(schema);
  if (meta === undefined) metas.set(schema, (meta = collectMeta(schema)));
  return meta;
}

function collectMeta(schema: z.ZodType): FieldMeta {
  const own = schema.meta() as FieldMeta | undefined;
  const def = defOf(schema);
  const inner = def.innerType ?? def.in;
  return inner === undefined ? (own ?? {}) : { ...metaOf(inner), ...own };
}

/** The fields of an object schema; empty for anything else. */
export function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return defOf(unwrap(schema)).shape ?? {};
}

/** The schema of a list's items, also for “one or a list”; undefined for anything else. */
export function elementOf(schema: z.ZodType): z.ZodType | undefined {
  const def = defOf(unwrap(schema));
  if (def.element !== undefined) return def.element;
  for (const option of def.options ?? []) {
    const element = elementOf(option);
    if (element !== undefined) return element;
  }
  return undefined;
}

/** The words that an enumeration takes; empty for anything else. */
export function enumeratedIn(schema: z.ZodType): readonly string[] {
  return Object.values(defOf(unwrap(schema)).entries ?? {}).map(String);
}

/** The schema of the values of a map with free keys; undefined for anything else. */
export function valuesOf(schema: z.ZodType): z.ZodType | undefined {
  return defOf(unwrap(schema)).valueType;
}

/** The branches of a union; a schema that is none is its only branch. */
export function branchesOf(schema: z.ZodType): readonly z.ZodType[] {
  const inner = unwrap(schema);
  return defOf(inner).options ?? [inner];
}

/** The schema at a path of keys and indexes, as far as the schemas tell. */
export function schemaAt(
  schema: z.ZodType,
  path: readonly (string | number)[],
): z.ZodType | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  for (const branch of branchesOf(schema)) {
    const def = defOf(unwrap(branch));
    const child =
      typeof step === 'number'
        ? def.element
        : (def.shape?.[step] ?? def.valueType ?? (def.shape ? def.catchall : undefined));
    const found = child && schemaAt(child, rest);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every key that a map at this place may have. */
export function keysAt(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  const found = schemaAt(schema, path);
  return found === undefined
    ? []
    : branchesOf(found).flatMap((branch) => {
        const { keyType } = defOf(unwrap(branch));
        const keys = keyType === undefined ? {} : defOf(keyType).entries;
        return Object.keys({ ...shapeOf(branch), ...keys });
      });
}
