import type { CoveringKind } from '../../model/kinds.ts';
import { isKind, KINDS } from '../../model/kinds.ts';
import type { FieldSubject, Origin, Records } from '../fields/field.ts';

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

/** The sheet is of a record that stands for the whole unit unless it singles something out. */
export function standsForUnit(scope: Scope): scope is Scope & ScopeOf<CoveringKind> {
  return isKind(scope.subject) && KINDS[scope.subject].sheet?.covers === true;
}

/**
 * The sheet shows the whole unit: its own, or a notice (公示) or filing (备案) that singles nothing out.
 */
export function isWhole(scope: Scope): boolean {
  if (scope.subject === 'unit') return true;
  if (!standsForUnit(scope)) return false;
  const { posts, departments, powers, risks, measures } = scope.record;
  return [posts, departments, powers, risks, measures].every((named) => named.length === 0);
}
