import type { Profile } from '../../model/profile.ts';
import type { Who } from '../../model/scheme.ts';
import { compareNatural } from '../../util/natural-order.ts';
import type { CellContext } from '../layout/cell-values.ts';
import { texts, valueOf } from '../layout/cell-values.ts';
import type { RiskSource } from './risk-rows.ts';
import { rowsOn } from './rows-on-sheet.ts';
import type { Scope } from './row-scope.ts';
import { rankIn } from './records-of-row.ts';
import { matches } from './row-filter.ts';

/** Which rows: of a table, or of a list that a text goes through. */
export type RowsWanted = Profile['lists'][string];

/** The fields that rows are ordered by, and whose they are. */
export type OrderFor = {
  /** Headings of groups and merged columns: equal texts come together where the first of them stands. */
  readonly together?: readonly string[];
  /** What the profile names. */
  readonly order: readonly string[];
  readonly who: Who | undefined;
};

/** The rows that belong on a sheet (or under a row), chosen and in order. */
export function orderedRows(
  sheet: Scope,
  {
    from,
    include,
    where,
  }: Pick<RowsWanted, 'from' | 'where'> & { readonly include?: readonly RiskSource[] | undefined },
  { together = [], order, who }: OrderFor,
  given: CellContext,
): readonly Scope[] {
  const found = rowsOn(sheet, { from, include, who }, given.context).filter((row) =>
    matches(where, row, given),
  );
  const keys = [
    ...together.map((key) => placesBy(key, found, false, given)),
    ...order.map((key) => placesBy(key, found, true, given)),
  ];
  if (keys.length === 0) return found;
  return found
    .map((row, index) => ({ row, places: keys.map((places) => places[index] ?? 0) }))
    .toSorted((left, right) => comparePlaces(left.places, right.places))
    .map(({ row }) => row);
}

/**
 * The place of each row in the order of a field: that of the data or the scheme where the field has one;
 * of numbers, days and texts with figures the order of their values, where it is asked for; else the order
 * in which the texts first stand. Never that of their characters, which nobody reads. Blanks last.
 */
function placesBy(
  key: string,
  rows: readonly Scope[],
  byValue: boolean,
  given: CellContext,
): readonly number[] {
  const field = given.fields.find(key);
  if (field === undefined || !given.visibility.sees(field)) return rows.map(() => 0);
  const ranks = rows.map((row) => rankIn(row, field, given.context));
  if (ranks.some((rank) => rank !== undefined)) {
    return ranks.map((rank) => (rank === undefined || rank < 0 ? Infinity : rank));
  }
  const found = rows.map((row) => valueOf(key, row, given).value);
  if (byValue && found.every((value) => value === undefined || typeof value === 'number')) {
    return found.map((value) => value ?? Infinity);
  }
  const values = found.map((value) => texts(value).join('、'));
  const known = [...new Set(values)].filter((value) => value !== '');
  if (byValue && known.every((value) => /\d/.test(value))) known.sort(compareNatural);
  const places = new Map(known.map((value, index) => [value, index]));
  return values.map((value) => places.get(value) ?? Infinity);
}

function comparePlaces(left: readonly number[], right: readonly number[]): number {
  for (const [index, place] of left.entries()) {
    const other = right[index] ?? 0;
    if (place !== other) return place < other ? -1 : 1;
  }
  return 0;
}
