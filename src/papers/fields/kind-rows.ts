import type { NestedKind, ShownKind, UnitList } from '../../model/kinds.ts';
import { isNested, KINDS, kindNamed } from '../../model/kinds.ts';
import type { Unit } from '../../model/project.ts';
import type { Records } from './field.ts';

/** What the rows of all kinds have in common. */
type Row = { readonly id?: string; readonly closed?: unknown };

const rowsByUnit = new WeakMap<Unit, Map<ShownKind, readonly Row[]>>();
const rowsById = new WeakMap<readonly Row[], ReadonlyMap<string | undefined, Row>>();

/** Every record of a kind in a unit, closed ones too, in the order of the data. */
export function rowsOfKind<Of extends ShownKind>(unit: Unit, kind: Of): readonly Records[Of][] {
  return asRecords(kind, collected(unit, kind));
}

/** The open ones; what stands inside a record that has ended has ended with it. */
export function openRows<Of extends ShownKind>(unit: Unit, kind: Of): readonly Records[Of][] {
  const parent = parentOf(kind);
  const rows = collected(unit, kind).filter((row) => {
    const holder = parent === undefined ? row : (row as Readonly<Record<string, Row>>)[parent];
    return row.closed === undefined && holder?.closed === undefined;
  });
  return asRecords(kind, rows);
}

/** The record of an id; undefined where there is none. */
export function rowById<Of extends ShownKind>(
  unit: Unit,
  kind: Of,
  id: string,
): Records[Of] | undefined {
  const rows = collected(unit, kind);
  const byId = rowsById.get(rows) ?? new Map(rows.map((row) => [row.id, row]));
  rowsById.set(rows, byId);
  const found = byId.get(id);
  return found && asRecords(kind, [found])[0];
}

/** The records that stand inside a record, each with that one and its number there. */
export function childRows<Of extends NestedKind>(kind: Of, parent: object): readonly Records[Of][] {
  return asRecords(kind, children(kind, parent));
}

/** The kind inside whose records those of this kind stand; undefined where they stand in the unit. */
export function parentOf(kind: ShownKind): ShownKind | undefined {
  return isNested(kind) ? (kindNamed(KINDS[kind].within ?? '') as ShownKind) : undefined;
}

function collected(unit: Unit, kind: ShownKind): readonly Row[] {
  const known = rowsByUnit.get(unit) ?? new Map<ShownKind, readonly Row[]>();
  rowsByUnit.set(unit, known);
  let rows = known.get(kind);
  if (rows === undefined) {
    const { list } = KINDS[kind];
    const parent = parentOf(kind);
    if (list === undefined) rows = [unit.info];
    else if (parent === undefined) rows = unit[list as UnitList];
    else rows = collected(unit, parent).flatMap((record) => children(kind, record));
    known.set(kind, rows);
  }
  return rows;
}

function children(kind: ShownKind, parent: object): readonly Row[] {
  const { list = '', within = '' } = KINDS[kind];
  const inside = (parent as Readonly<Record<string, readonly Row[]>>)[list] ?? [];
  return inside.map((child, index) =>
    Object.assign({}, child, { [within]: parent, number: index + 1 }),
  );
}

/** What a list of a kind holds is of that kind: the schemas and the types both follow from the register. */
function asRecords<Of extends ShownKind>(_kind: Of, rows: readonly Row[]): readonly Records[Of][] {
  return rows as unknown as readonly Records[Of][];
}
