import type {
  FieldContext,
  FieldOf,
  FieldSubject,
  FieldValue,
  Filter,
  Origin,
  Records,
} from '../fields/field.ts';
import { relatedTo } from './related.ts';

/**
 * What a field is asked of: a row of a table, standing on a sheet, standing on a unit. A field of the
 * row's own record or of records related to it is taken there, any other from the sheet.
 */
export type Scope = ScopeOf<FieldSubject>;

/** A scope of one of the named subjects, with the record of that subject. */
export type ScopeOf<Name extends FieldSubject> = {
  readonly [Subject in Name]: {
    readonly subject: Subject;
    readonly record: Records[Subject];
    readonly parent?: Scope;
    /** How a point came to stand on this sheet. */
    readonly origin?: Origin;
    /** One of several related records that its parent's row was split by (`per`). */
    readonly split?: boolean;
  };
}[Name];

/** Records that belong to the line and not to the row that was split into lines. */
export const OF_LINE: { readonly [Name in FieldSubject]?: readonly FieldSubject[] } = {
  risk: ['measure', 'regulation'],
  step: ['post', 'risk', 'measure'],
};

/** The scope of a record, with what else is said of it. */
export function scopeOf<Name extends FieldSubject>(
  subject: Name,
  record: Records[Name],
  about: Pick<Scope, 'parent' | 'origin' | 'split'> = {},
): ScopeOf<Name> {
  return { subject, record, ...about };
}

/** Whether a scope is of a subject. */
export function isScopeOf<Name extends FieldSubject>(
  scope: Scope,
  subject: Name,
): scope is Scope & ScopeOf<Name> {
  return scope.subject === subject;
}

/**
 * The sheet shows the whole unit: its own, or a notice (公示) or filing (备案) that singles nothing out.
 */
export function isWhole({ subject, record }: Scope): boolean {
  if (subject === 'unit') return true;
  if (subject !== 'notice' && subject !== 'filing') return false;
  const { posts, departments, powers, risks, measures } = record;
  return [posts, departments, powers, risks, measures].every((named) => named.length === 0);
}

/** The lines that a row is split into: one for each of its records of a subject. */
export function splitRow<Name extends FieldSubject>(
  row: Scope,
  per: Name,
  context: FieldContext,
): ScopeOf<Name>[] {
  const records = recordsIn(row, per, context) ?? [];
  return records.map((record) => scopeOf(per, record, { parent: row, split: true }));
}

/** The records of a subject that a scope stands for; undefined where the scope does not offer it. */
export function recordsIn<Name extends FieldSubject>(
  scope: Scope,
  subject: Name,
  context: FieldContext,
): readonly Records[Name][] | undefined {
  if (isScopeOf(scope, subject)) return [scope.record];
  if (scope.split === true && OF_LINE[scope.subject]?.includes(subject) !== true) {
    return scope.parent === undefined ? undefined : recordsIn(scope.parent, subject, context);
  }
  const related = relatedTo(scope, subject, context);
  if (related !== undefined) return related;
  return scope.parent === undefined ? undefined : recordsIn(scope.parent, subject, context);
}

/** What a field says of each record that it is about; a filter chooses those, or what it gathers. */
export function valuesIn<Name extends FieldSubject>(
  scope: Scope,
  field: FieldOf<Name>,
  context: FieldContext,
  filter?: Filter,
): FieldValue[] {
  const records = recordsIn(scope, field.subject, context) ?? [];
  const { origin } = scope;
  return field.gathers === undefined
    ? records
        .filter((record) => filter?.(record) ?? true)
        .map((record) => field.value(record, context, { filter: undefined, origin }))
    : records.map((record) => field.value(record, context, { filter, origin }));
}

/** Place of a row in the order that a field keeps; undefined where it keeps none or has no record. */
export function rankIn<Name extends FieldSubject>(
  scope: Scope,
  field: FieldOf<Name>,
  context: FieldContext,
): number | undefined {
  const [record] = recordsIn(scope, field.subject, context) ?? [];
  return record === undefined ? undefined : field.rank?.(record, context);
}
