import type { RowKind } from '../../model/profile.ts';
import { ROW_KINDS } from '../../model/profile.ts';
import type { RowRecord, FieldContext, FieldSubject } from '../fields/field.ts';
import { relatedTo } from './related.ts';
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
  const related = relatedTo(binder, sheet.subject, context);
  if (related !== undefined) return related.some((record) => isSame(record, sheet.record));
  const from = KIND_OF_SUBJECT.get(sheet.subject);
  if (from === undefined) return false;
  return rowsOn(binder, { from, include: undefined, who: undefined }, context).some(({ record }) =>
    isSame(record, sheet.record),
  );
}

/** Holders and findings are made anew whenever they are asked for: their parts are compared. */
function isSame(left: RowRecord, right: RowRecord): boolean {
  if (left === right) return true;
  const id = idOf(left);
  if (id !== undefined || idOf(right) !== undefined) return id === idOf(right);
  return (
    'seat' in left &&
    'seat' in right &&
    left.seat === right.seat &&
    left.posts.length === right.posts.length &&
    left.posts.every((post, index) => post === right.posts[index])
  );
}

function idOf(record: RowRecord): string | undefined {
  return 'id' in record ? record.id : undefined;
}
