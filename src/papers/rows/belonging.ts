import type { RowKind } from '../../model/profile.ts';
import { ROW_KINDS } from '../../model/profile.ts';
import type { FieldContext, Holder, FieldSubject } from '../fields/field.ts';
import { RELATED } from './related.ts';
import { rowsOn, SUBJECT_OF_ROWS } from './rows-on-sheet.ts';
import type { Scope } from './row-scope.ts';

const KIND_OF_SUBJECT = new Map<FieldSubject, RowKind>(
  ROW_KINDS.map((kind) => [SUBJECT_OF_ROWS[kind], kind]),
);

/**
 * Whether a sheet belongs into the binder of a unit, a department, a post or a person: all into the
 * unit's, into the others what would stand on a sheet of theirs.
 */
export function belongsTo(sheet: Scope, binder: Scope, context: FieldContext): boolean {
  if (binder.subject === 'unit') return true;
  if (sheet.subject === binder.subject) return isSame(sheet.record, binder.record);
  const related = RELATED[binder.subject]?.[sheet.subject];
  if (related !== undefined) {
    const records: readonly object[] = related(binder.record as never, context, binder);
    return records.some((record) => isSame(record, sheet.record));
  }
  const from = KIND_OF_SUBJECT.get(sheet.subject);
  if (from === undefined) return false;
  return rowsOn(binder, { from, include: undefined, who: undefined }, context).some(({ record }) =>
    isSame(record, sheet.record),
  );
}

/** Holders and findings are made anew whenever they are asked for: their parts are compared. */
function isSame(left: object, right: object): boolean {
  if (left === right) return true;
  const [a, b] = [left, right] as [Partial<Holder>, Partial<Holder>];
  if (a.id !== undefined || b.id !== undefined) return a.id === b.id;
  return (
    a.posts !== undefined &&
    a.seat === b.seat &&
    a.posts.length === b.posts?.length &&
    a.posts.every((post, index) => post === b.posts?.[index])
  );
}
