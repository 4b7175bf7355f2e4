import type { ShownKind } from '../../model/kinds.ts';
import { isNested, KINDS, SHOWN_KINDS } from '../../model/kinds.ts';
import type { MarkedField } from '../../model/marked-fields.ts';
import { eachTextAt } from '../../model/marked-fields.ts';
import type { ReferenceMark } from '../../model/references.ts';
import { referenceFields } from '../../model/references.ts';
import type { RowRecord, FieldContext, FieldSubject } from '../fields/field.ts';
import { childRows, parentOf } from '../fields/kind-rows.ts';
import { relatedTo } from './related.ts';
import type { Scope } from './row-scope.ts';
import { isWhole, standsForUnit } from './row-scope.ts';

/** Tells of the records of a kind whether they have to do with a sheet's subject. */
export function touching(
  sheet: Scope,
  context: FieldContext,
): (kind: ShownKind, record: RowRecord) => boolean {
  if (isWhole(sheet)) return () => true;
  const wanted = idsOf(sheet, context);
  return (kind, record) =>
    sheet.record === record || idsNamed(kind, record).some((id) => wanted.has(id));
}

/** Subjects that records also reach through their points; a warning's sheet shows its own only. */
const OF_THE_DATA: ReadonlySet<FieldSubject> = new Set(['department', 'post', 'holder', 'power']);

/** What a record may name to have to do with a sheet, as `kind:id`. */
function idsOf(sheet: Scope, context: FieldContext): ReadonlySet<string> {
  const { subject, record } = sheet;
  const ids = new Set<string>();
  const add = (kind: string, of: readonly (string | undefined)[]) => {
    for (const id of of) if (id !== undefined) ids.add(`${kind}:${id}`);
  };
  if (subject === 'holder') {
    add('person', [record.id]);
    add(
      'post',
      record.posts.map(({ id }) => id),
    );
  } else if ('id' in record) {
    add(subject, [record.id]);
  }
  for (const nested of SHOWN_KINDS.filter(isNested)) {
    if (parentOf(nested) !== subject) continue;
    add(
      nested,
      childRows(nested, record).map(({ id }) => id),
    );
  }
  if (standsForUnit(sheet)) {
    // What a department announces or files shows the rules and records of that department.
    add('department', sheet.record.departments);
    add('post', sheet.record.posts);
  }
  if (OF_THE_DATA.has(subject)) {
    add(
      'risk',
      (relatedTo(sheet, 'risk', context) ?? []).map(({ id }) => id),
    );
  }
  return ids;
}

const naming = new Map<ShownKind, readonly MarkedField<ReferenceMark>[]>();

/** Whom and what a record is about by its own fields, not those of its entries, as `kind:id`. */
function idsNamed(kind: ShownKind, record: RowRecord): string[] {
  let fields = naming.get(kind);
  if (fields === undefined) {
    fields = referenceFields(KINDS[kind].schema).filter(
      ({ path, mark }) => !mark.aside && !path.slice(0, -1).includes('*'),
    );
    naming.set(kind, fields);
  }
  const named: string[] = [];
  for (const field of fields) {
    eachTextAt(record, field, (id) => named.push(`${field.mark.kind}:${id}`));
  }
  const parent = parentOf(kind);
  if (parent !== undefined) {
    eachTextAt(record, { path: [parent, 'id'] }, (id) => named.push(`${parent}:${id}`));
  }
  return named;
}
