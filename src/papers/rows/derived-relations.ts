import type { ShownKind } from '../../model/kinds.ts';
import { isNested, KINDS, SHOWN_KINDS } from '../../model/kinds.ts';
import type { Unit } from '../../model/project.ts';
import { referenceFields } from '../../model/references.ts';
import type { RowRecord, FieldSubject, Records } from '../fields/field.ts';
import { childRows, parentOf, rowById, rowsOfKind } from '../fields/kind-rows.ts';

/** The records of another kind that a record goes with. */
type Relation = (record: RowRecord, unit: Unit) => readonly RowRecord[];

/**
 * What follows from references between two kinds: the records that a record is about; the record in
 * which it stands and those that stand in it; and of records of the year those that answer it, as a
 * rectification a warning.
 */
function relationOf(kind: ShownKind, other: ShownKind): Relation | undefined {
  if (kind === other || other === 'unit') return undefined;
  if (parentOf(kind) === other) return (record) => [valueAt(record, other) as RowRecord];
  if (isNested(other) && parentOf(other) === kind) return (record) => childRows(other, record);
  const named = keysNaming(kind, other);
  if (named.length > 0) {
    return (record, unit) => idsAt(record, named).flatMap((id) => rowById(unit, other, id) ?? []);
  }
  const inside = SHOWN_KINDS.filter((nested) => parentOf(nested) === other);
  for (const nested of inside) {
    const toNested = keysNaming(kind, nested);
    if (toNested.length === 0) continue;
    return (record, unit) => [
      ...new Set(
        idsAt(record, toNested).flatMap((id) => {
          const found = rowById(unit, nested, id);
          return found === undefined ? [] : [valueAt(found, other) as RowRecord];
        }),
      ),
    ];
  }
  return KINDS[kind].standing === true || KINDS[other].standing === true
    ? undefined
    : answersOf(kind, other);
}

function answersOf(kind: ShownKind, other: ShownKind): Relation | undefined {
  const back = keysNaming(other, kind);
  if (back.length > 0) return (record, unit) => naming(unit, other, back, [record]);
  for (const nested of SHOWN_KINDS) {
    const toNested = parentOf(nested) === kind ? keysNaming(other, nested) : [];
    if (isNested(nested) && toNested.length > 0) {
      return (record, unit) => naming(unit, other, toNested, childRows(nested, record));
    }
  }
  return undefined;
}

function naming(
  unit: Unit,
  kind: ShownKind,
  keys: readonly string[],
  named: readonly RowRecord[],
): readonly RowRecord[] {
  const ids = new Set(named.map((record) => valueAt(record, 'id')));
  return rowsOfKind(unit, kind).filter((row) => idsAt(row, keys).some((id) => ids.has(id)));
}

/** The fields of a record's own by which it says that it is about records of a kind: single ones first. */
function keysNaming(kind: ShownKind, other: ShownKind): readonly string[] {
  const own = referenceFields(KINDS[kind].schema).filter(
    ({ path: [, ...more], mark }) =>
      mark.kind === other && !mark.aside && more.every((step) => step === '*'),
  );
  const single = own.filter(({ path }) => path.length === 1);
  return [...single, ...own.filter((field) => !single.includes(field))].flatMap(
    ({ path: [key = ''] }) => key,
  );
}

/** The ids at these keys, each once. */
function idsAt(record: RowRecord, keys: readonly string[]): readonly string[] {
  const ids = keys.flatMap((key) => (valueAt(record, key) ?? []) as string | readonly string[]);
  return [...new Set(ids)];
}

function valueAt(record: RowRecord, key: string): unknown {
  return (record as unknown as Readonly<Record<string, unknown>>)[key];
}

/** Every relation that there is, worked out at the first question. */
let all: ReadonlyMap<FieldSubject, ReadonlyMap<FieldSubject, Relation>> | undefined;

function relations(): NonNullable<typeof all> {
  all ??= new Map(
    SHOWN_KINDS.map((kind) => [
      kind,
      new Map(
        SHOWN_KINDS.flatMap((other) => {
          const relation = relationOf(kind, other);
          return relation === undefined ? [] : [[other, relation] as const];
        }),
      ),
    ]),
  );
  return all;
}

/** The records of another subject that go with a record; undefined where the two have no relation. */
export function derivedFrom<Other extends FieldSubject>(
  subject: FieldSubject,
  record: RowRecord,
  other: Other,
  unit: Unit,
): readonly Records[Other][] | undefined {
  const relation = relations().get(subject)?.get(other);
  return relation?.(record, unit) as readonly Records[Other][] | undefined;
}

/** The subjects whose records go with those of a subject. */
export function derivedBeside(subject: FieldSubject): readonly FieldSubject[] {
  return [...(relations().get(subject)?.keys() ?? [])];
}
