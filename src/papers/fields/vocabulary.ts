import type { z } from 'zod';
import type { Audience, Scheme } from '../../model/scheme.ts';
import { schemaFields } from '../../model/schema-fields.ts';
import { metaOf, shapeOf } from '../../model/shape.ts';
import { plainValue, rankOfReference } from './plain-value.ts';
import type {
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
  readonly personal?: boolean;
  readonly inline?: boolean;
  readonly rank?: (record: Records[Name], context: FieldContext) => number;
};

/** The fields of one subject: what its schema says, what is special, and who may see what. */
export type Vocabulary<Name extends FieldSubject> = {
  readonly subject: Name;
  /** Source of the plain fields; keys that `special` also has are taken from there. */
  readonly schema?: z.ZodType;
  /** Whitelists: what stands in neither is for internal use. */
  readonly public?: readonly string[];
  readonly unit?: readonly string[];
  /** Fields made from what sign-offs cover; what a schema's own key holds is marked in the model. */
  readonly signed?: readonly string[];
  /** Headers in the scheme's own words, for plain fields. */
  readonly headers?: Readonly<Record<string, (words: Words) => string>>;
  /** Usual widths in half Han characters. */
  readonly widths?: Readonly<Record<string, number>>;
  readonly special?: Readonly<Record<string, Special<Name>>>;
};

/** Keys of every record that say nothing to the reader of a paper. */
const NEVER_SHOWN = new Set(['order', 'formerly', 'closed', 'ignore', 'extra', 'noRisk']);

/** All fields of one vocabulary, in the order in which they are declared. */
export function fieldsOf<Name extends FieldSubject>(
  vocabulary: Vocabulary<Name>,
  words: Words,
): FieldOf<Name>[] {
  const { subject, schema, special = {}, headers = {} } = vocabulary;
  const hasWidth = (name: string) => vocabulary.widths?.[name] !== undefined;
  const plain = schema === undefined ? [] : schemaFields(schema);
  const fields = plain
    .filter(({ path, kind }) => kind !== 'other' && !NEVER_SHOWN.has(path[0] ?? ''))
    .filter(({ path }) => special[path.join('.')] === undefined)
    .map((field): FieldOf<Name> => {
      const name = field.path.join('.');
      const key = `${subject}.${name}`;
      return {
        ...marks(vocabulary, name),
        key,
        subject,
        header: headers[name]?.(words) ?? field.title,
        personal: field.kind === 'actor' || field.references === 'person',
        // Words with a usual width are short; longer texts of several records stand one to a line.
        inline: field.references !== undefined || (field.kind !== 'texts' && hasWidth(name)),
        gathers: undefined,
        value: (record, context) => plainValue(record, field, key, context),
        rank: rankOfReference(field),
      };
    });
  const specials = Object.entries<Special<Name>>(special).map(
    ([name, { header, value, gathers, personal, inline, rank }]): FieldOf<Name> => ({
      ...marks(vocabulary, name),
      key: `${subject}.${name}`,
      subject,
      header: typeof header === 'string' ? header : header(words),
      personal: personal ?? false,
      inline: inline ?? false,
      gathers,
      value,
      rank,
    }),
  );
  return [...fields, ...specials];
}

const CENTERED = new Set(['level', 'category', 'origin', 'id', 'status', 'count', 'tier', 'rank']);

function marks<Name extends FieldSubject>(
  { schema, public: everybody = [], unit = [], signed = [], widths = {} }: Vocabulary<Name>,
  name: string,
): Pick<Field, 'signed' | 'audience' | 'width' | 'align'> {
  const has = (names: readonly string[]) => names.includes(name);
  const own = schema === undefined ? undefined : shapeOf(schema)[name.split('.')[0]!];
  const audience: Audience = has(everybody) ? 'public' : has(unit) ? 'unit' : 'internal';
  return {
    audience,
    signed: has(signed) || (own !== undefined && metaOf(own).signed !== undefined),
    width: widths[name],
    align: CENTERED.has(name) || (widths[name] ?? 99) <= 12 ? 'center' : 'left',
  };
}
