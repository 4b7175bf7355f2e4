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
export type OrderFor = { readonly order: readonly string[]; readonly who: Who | undefined };

/** The rows that belong on a sheet (or under a row), chosen and in order. */
export function orderedRows(
  sheet: Scope,
  {
    from,
    include,
    where,
  }: Pick<RowsWanted, 'from' | 'where'> & { readonly include?: readonly RiskSource[] | undefined },
  { order, who }: OrderFor,
  given: CellContext,
): readonly Scope[] {
  const found = rowsOn(sheet, { from, include, who }, given.context).filter((row) =>
    matches(where, row, given),
  );
  if (order.length === 0) return found;
  const keyed = found.map((row) => ({ row, keys: order.map((key) => sortKey(key, row, given)) }));
  keyed.sort((left, right) => {
    for (let index = 0; index < order.length; index++) {
      const difference = compareKeys(left.keys[index], right.keys[index]);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

/** Place in an order of the data or the scheme where the field has one, else its text; blanks last. */
function sortKey(key: string, row: Scope, given: CellContext): number | string {
  const field = given.fields.find(key);
  if (field === undefined || !given.visibility.sees(field)) return '';
  const place = rankIn(row, field, given.context);
  if (place !== undefined) return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  const { value } = valueOf(key, row, given);
  return typeof value === 'number' ? value : texts(value).join('、');
}

function compareKeys(
  left: number | string | undefined,
  right: number | string | undefined,
): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [String(left ?? ''), String(right ?? '')];
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return compareNatural(a, b);
}
