import type { z } from 'zod';
import type { FieldMeta } from '../../model/common.ts';
import type { Scheme } from '../../model/scheme.ts';
import { schemaFields } from '../../model/schema-fields.ts';
import { metaOf, schemaAt } from '../../model/shape.ts';
import { plainValue, rankOfReference } from './plain-value.ts';
import type {
  RestingOn,
  Field,
  FieldContext,
  FieldOf,
  Filter,
  Origin,
  Records,
  FieldSubject,
  FieldValue,
} from './field.ts';

type Words = Scheme['words'];

/** A field with a value of its own, beside those that the schema gives. */
export type Special<Name extends FieldSubject> = {
  readonly header: string | ((words: Words) => string);
  readonly value: (
    record: Records[Name],
    context: FieldContext,
    more: { readonly filter: Filter | undefined; readonly origin: Origin | undefined },
  ) => FieldValue;
  readonly gathers?: Field['gathers'];
  readonly restsOn?: RestingOn;
  readonly personal?: boolean;
  readonly inline?: boolean;
  readonly rank?: (record: Records[Name], context: FieldContext) => number;
  /** Of a key that the schema has too, this and what follows stands there. Absent: inside only. */
  readonly audience?: 'unit' | 'public';
  /** Made from what sign-offs cover. */
  readonly signed?: true;
  /** Usual width in half Han characters. */
  readonly width?: number;
};
export type Specials<Name extends FieldSubject> = Readonly<Record<string, Special<Name>>>;

/** Keys of every record that say nothing to the reader of a paper. */
const NEVER_SHOWN = new Set(['order', 'formerly', 'closed', 'ignore', 'extra', 'noRisk']);

/** All fields of one subject, in the order in which they are declared: what its schema says, then the special ones. */
export function fieldsOf<Name extends FieldSubject>(
  subject: Name,
  schema: z.ZodType | undefined,
  special: Specials<Name>,
  words: Words,
): FieldOf<Name>[] {
  const plain = schema === undefined ? [] : schemaFields(schema);
  const fields = plain
    .filter(({ path, kind }) => kind !== 'other' && !NEVER_SHOWN.has(path[0] ?? ''))
    .filter(({ path }) => special[path.join('.')] === undefined)
    .map((field): FieldOf<Name> => {
      const name = field.path.join('.');
      const key = `${subject}.${name}`;
      const { header, width } = metaAt(schema, field.path);
      return {
        ...marks(schema, name, {}),
        key,
        subject,
        header: header === undefined ? field.title : inWords(header, words),
        personal: field.kind === 'actor' || field.references === 'person',
        // Words with a usual width are short; longer texts of several records stand one to a line.
        inline: field.references !== undefined || (field.kind !== 'texts' && width !== undefined),
        gathers: undefined,
        value: (record, context) => plainValue(record, field, key, context),
        rank: rankOfReference(field),
      };
    });
  const specials = Object.entries<Special<Name>>(special).map(
    ([
      name,
      { header, value, gathers, restsOn, personal, inline, rank, ...own },
    ]): FieldOf<Name> => ({
      ...marks(schema, name, own),
      key: `${subject}.${name}`,
      subject,
      header: typeof header === 'string' ? header : header(words),
      personal: personal ?? false,
      inline: inline ?? false,
      gathers,
      restsOn,
      value,
      rank,
    }),
  );
  return [...fields, ...specials];
}

const CENTERED = new Set(['level', 'category', 'origin', 'id', 'status', 'count', 'tier', 'rank']);

function marks(
  schema: z.ZodType | undefined,
  name: string,
  own: Pick<Special<FieldSubject>, 'audience' | 'signed' | 'width'>,
): Pick<Field, 'signed' | 'audience' | 'width' | 'align'> {
  const path = name.split('.');
  const { audience = 'internal', width } = { ...metaAt(schema, path), ...own };
  return {
    audience,
    signed: own.signed ?? metaAt(schema, path.slice(0, 1)).signed !== undefined,
    width,
    align: CENTERED.has(name) || (width ?? 99) <= 12 ? 'center' : 'left',
  };
}

const metas = new WeakMap<z.ZodType, Map<string, FieldMeta>>();

/** What the schema says of a field; kept, as every scheme asks for the same. */
function metaAt(schema: z.ZodType | undefined, path: readonly string[]): FieldMeta {
  if (schema === undefined) return {};
  const known = metas.get(schema) ?? new Map<string, FieldMeta>();
  metas.set(schema, known);
  const name = path.join('.');
  let meta = known.get(name);
  if (meta === undefined) {
    const field = schemaAt(schema, path);
    known.set(name, (meta = field === undefined ? {} : metaOf(field)));
  }
  return meta;
}

/** `{power}内容` in the scheme's own words. */
function inWords(header: string, words: Words): string {
  return header.replace(/\{(\w+)\}/g, (whole, word: string) =>
    word in words ? String(words[word as keyof Words]) : whole,
  );
}
