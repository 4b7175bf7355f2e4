import type { FieldContext, Origin, Records, FieldSubject } from '../fields/field.ts';
import { RELATED } from './related.ts';

/**
 * What a field is asked of: a row of a table, standing on a sheet, standing on a unit. A field of the
 * row's own record or of records related to it is taken there, any other from the sheet.
 */
export type Scope = {
  readonly subject: FieldSubject;
  readonly record: object;
  readonly parent?: Scope;
  /** How a point came to stand on this sheet. */
  readonly origin?: Origin;
  /** One of several related records that its parent's row was split by (`per`). */
  readonly split?: boolean;
};

/** Records that belong to the line and not to the row that was split into lines. */
export const OF_LINE: { readonly [Name in FieldSubject]?: readonly FieldSubject[] } = {
  risk: ['measure', 'regulation'],
  step: ['post', 'risk', 'measure'],
};

/** A scope of a record, checked against the record's kind. */
export function scopeOf<Name extends FieldSubject>(
  subject: Name,
  record: Records[Name],
  parent?: Scope,
  origin?: Origin,
): Scope {
  return {
    subject,
    record,
    ...(parent === undefined ? {} : { parent }),
    ...(origin === undefined ? {} : { origin }),
  };
}

/**
 * The sheet shows the whole unit: its own, or a notice (公示) or filing (备案) that singles nothing out.
 */
export function isWhole({ subject, record }: Scope): boolean {
  if (subject === 'unit') return true;
  if (subject !== 'notice' && subject !== 'filing') return false;
  const { posts, departments, powers, risks, measures } = record as Records['notice' | 'filing'];
  return [posts, departments, powers, risks, measures].every((named) => named.length === 0);
}

/** The records of a subject that a scope stands for; undefined where the scope does not offer it. */
export function recordsIn(
  scope: Scope,
  subject: FieldSubject,
  context: FieldContext,
): readonly object[] | undefined {
  if (scope.subject === subject) return [scope.record];
  if (scope.split === true && OF_LINE[scope.subject]?.includes(subject) !== true) {
    return scope.parent === undefined ? undefined : recordsIn(scope.parent, subject, context);
  }
  const related = RELATED[scope.subject]?.[subject];
  if (related !== undefined) return related(scope.record as never, context, scope);
  return scope.parent === undefined ? undefined : recordsIn(scope.parent, subject, context);
}
