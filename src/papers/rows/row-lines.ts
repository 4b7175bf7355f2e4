import { measuresAgainst } from '../../scheme/relations.ts';
import type { Section } from '../../model/profile.ts';
import type { Cell } from '../document.ts';
import type { CellContext } from '../layout/cell-values.ts';
import { cellOf, texts, valueOf, valuesInStep } from '../layout/cell-values.ts';
import type { LeafColumn } from '../layout/columns.ts';
import { SEQUENCE } from '../fields/field-registry.ts';
import type { FieldSubject } from '../fields/field.ts';
import { keepingStep } from '../fields/field-values.ts';
import type { Scope } from './row-scope.ts';
import { OF_LINE, splitRow } from './records-of-row.ts';
import { scopeOf } from './row-scope.ts';
import { matches } from './row-filter.ts';

export type RowsSetting = NonNullable<Section['table']>['rows'];

/** One row of a table, which may be several lines: cells of the row itself span them all. */
export type RowBlock = {
  readonly lines: readonly (readonly Cell[])[];
  /** One a column: the cell is the row's and spans its lines. */
  readonly spans: readonly boolean[];
};

const EMPTY: Cell = { kind: 'text', text: '' };

export type NumberedRow = { readonly row: Scope; readonly number: number };

/** The lines of a row: one, one for each related record (`per`), or lists that face each other. */
export function linesOf(
  { row, number }: NumberedRow,
  rows: RowsSetting,
  leaves: readonly LeafColumn[],
  given: CellContext,
): RowBlock {
  if (rows.per !== undefined) return splitLines({ row, number }, rows.per, leaves, given);
  if (rows.facing !== undefined) return facingLines({ row, number }, rows.facing, leaves, given);
  const cellIn = cellsBeside(leaves, given);
  const cells = leaves.map((leaf) => cellIn(leaf, row, number));
  return { lines: [cells], spans: leaves.map(() => true) };
}

type CellIn = (leaf: LeafColumn, scope: Scope, number: number) => Cell;

/**
 * The cells of a row. Where several columns speak of the same records and one of them counts its items,
 * as 风险点 and 等级 in a row of a power do, each has an item a record, and none leaves out a repeat.
 */
function cellsBeside(leaves: readonly LeafColumn[], given: CellContext): CellIn {
  const subjects = pairedSubjects(leaves, given);
  return ({ column }, scope, number) => {
    if (column === undefined) return EMPTY;
    if (column.field === SEQUENCE.key) return { kind: 'number', value: number };
    const { value, field } = valueOf(column.field, scope, given, column.where);
    const { numbering, empty } = column;
    const isPaired = field !== undefined && subjects.has(field.subject);
    const items = isPaired ? valuesInStep(column.field, scope, given, column.where) : undefined;
    return items === undefined
      ? cellOf(value, field?.inline ?? true, numbering, empty)
      : cellOf(keepingStep(items), false, numbering, empty);
  };
}

/** Subjects that several columns speak of, at least one of them in numbered items. */
function pairedSubjects(
  leaves: readonly LeafColumn[],
  given: CellContext,
): ReadonlySet<FieldSubject> {
  const fields = leaves.flatMap(({ column }) => given.fields.find(column?.field ?? '') ?? []);
  return new Set(
    fields
      .map(({ subject }) => subject)
      .filter((subject) => {
        const own = fields.filter((field) => field.subject === subject);
        return own.length > 1 && own.some(({ inline }) => !inline);
      }),
  );
}

/** Subjects of the lines that a row is split into. */
function isOfLine(subject: FieldSubject, per: NonNullable<RowsSetting['per']>): boolean {
  return subject === per || OF_LINE[per]?.includes(subject) === true;
}

function splitLines(
  { row, number }: NumberedRow,
  per: NonNullable<RowsSetting['per']>,
  leaves: readonly LeafColumn[],
  given: CellContext,
): RowBlock {
  const split = splitRow(row, per, given.context);
  const cellIn = cellsBeside(leaves, given);
  const spans = leaves.map(({ column }) => {
    const subject = column === undefined ? undefined : given.fields.find(column.field)?.subject;
    return column !== undefined && (subject === undefined || !isOfLine(subject, per));
  });
  const scopes: readonly (Scope | undefined)[] = split.length === 0 ? [undefined] : split;
  return {
    spans,
    lines: scopes.map((scope) =>
      leaves.map((leaf, index) => {
        if (spans[index] === true) return cellIn(leaf, row, number);
        return scope === undefined ? EMPTY : cellIn(leaf, scope, number);
      }),
    ),
  };
}

/** The items of several list fields, line by line; other cells span them. */
function facingLines(
  { row, number }: NumberedRow,
  facing: readonly string[],
  leaves: readonly LeafColumn[],
  given: CellContext,
): RowBlock {
  const places = leaves.map(({ column }) =>
    column !== undefined && facing.includes(column.field)
      ? itemPlaces(column.field, column.where, row, given)
      : undefined,
  );
  const cellIn = cellsBeside(leaves, given);
  const count = Math.max(1, ...places.map((items) => items?.length ?? 0));
  return {
    spans: places.map((items) => items === undefined),
    lines: Array.from({ length: count }, (_, line) =>
      leaves.map((leaf, index) => {
        const items = places[index];
        if (items === undefined) return cellIn(leaf, row, number);
        return facingCell(items, line, leaf);
      }),
    ),
  };
}

/** Items a line, numbered on through the whole row. */
function facingCell(
  places: readonly (readonly string[])[],
  line: number,
  { column }: LeafColumn,
): Cell {
  const items = places[line] ?? [];
  const before = places.slice(0, line).reduce((sum, some) => sum + some.length, 0);
  const total = places.reduce((sum, some) => sum + some.length, 0);
  const numbering = column?.numbering ?? 'auto';
  if (items.length === 0) return { kind: 'text', text: column?.empty ?? '' };
  if (numbering === 'always' || (numbering === 'auto' && total > 1)) {
    return { kind: 'items', items, from: before + 1 };
  }
  return cellOf(items, false, 'none', '');
}

/**
 * Which items stand on which line. Measures that say which manifestation they answer stand opposite
 * it, and those that answer none after all; without such marks the first faces the first.
 */
function itemPlaces(
  key: string,
  where: NonNullable<LeafColumn['column']>['where'],
  row: Scope,
  given: CellContext,
): readonly (readonly string[])[] {
  const items =
    valuesInStep(key, row, given, where) ?? texts(valueOf(key, row, given, where).value);
  if (key !== 'risk.measures' || row.subject !== 'risk') return items.map((item) => [item]);

  const risk = row.record;
  const measures = measuresAgainst(risk, given.context.relations).filter(
    (record) =>
      record.content !== '' && matches(where, scopeOf('measure', record, { parent: row }), given),
  );
  if (!measures.some(({ answers }) => answers.length > 0)) return items.map((item) => [item]);
  const places: string[][] = risk.manifestation.map(() => []);
  for (const [index, item] of items.entries()) {
    const line = measures[index]?.answers[0];
    const place = line === undefined ? undefined : places[line - 1];
    if (place === undefined) places.push([item]);
    else place.push(item);
  }
  return places;
}
