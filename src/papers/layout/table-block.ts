import type { Section } from '../../model/profile.ts';
import type { Who } from '../../model/scheme.ts';
import type { CellContext } from './cell-values.ts';
import { cellOf, valueOf } from './cell-values.ts';
import { headOf, leavesOf } from './columns.ts';
import type { TableBlock, TableRow } from '../document.ts';
import { cellText } from '../document.ts';
import { SEQUENCE } from '../fields/field-registry.ts';
import { linesOf } from '../rows/row-lines.ts';
import { mergeBlocks } from './merge-cells.ts';
import type { OrderFor } from '../rows/row-order.ts';
import { orderedRows } from '../rows/row-order.ts';
import { ROWS_OF_SCHEME } from '../rows/rows-on-sheet.ts';
import type { Scope } from '../rows/row-scope.ts';
import type { RowsSetting } from '../rows/row-lines.ts';

export type TableSection = NonNullable<Section['table']>;
export type TableOptions = {
  /** Whose rows, for papers that differ by rank. */
  readonly who: Who | undefined;
  /** An empty form: no rows of data. */
  readonly blank: boolean;
  readonly spareRows: number | undefined;
};

/** A blank form without a number of its own has as many empty rows as fill most of a page. */
const ROWS_OF_A_BLANK = 12;

/** A sheet, and the grid columns of the leaf columns. */
export type SheetGrid = { readonly sheet: Scope; readonly spans: readonly number[] };

/** The table of a section on a sheet; `spans` are the grid columns of its leaf columns. */
export function buildTable(
  { rows, columns, minRows, spareRows }: TableSection,
  { sheet, spans }: SheetGrid,
  options: TableOptions,
  given: CellContext,
): TableBlock {
  const leaves = leavesOf(columns, given.fields);
  const isEmpty = options.blank && !ROWS_OF_SCHEME.has(rows.from);
  const scopes = isEmpty
    ? []
    : orderedRows(sheet, rows, { ...orderOf(rows, columns, given), who: options.who }, given);
  const merged = leaves.map(({ column }) => column?.merge === true);

  let number = 0;
  const body: TableRow[] = [];
  for (const { heading, members } of groupsOf(scopes, sheet, rows, given)) {
    if (heading !== undefined) body.push({ kind: 'group', text: heading });
    const blocks = members.map((scope) =>
      linesOf({ row: scope, number: ++number }, rows, leaves, given),
    );
    body.push(...mergeBlocks(blocks, merged));
  }
  const wanted = options.spareRows ?? (isEmpty ? Math.max(spareRows, ROWS_OF_A_BLANK) : spareRows);
  // A table without a single row cannot be written on.
  const spare = Math.max(wanted, minRows - body.length, body.length === 0 ? 1 : 0);
  body.push(...Array.from({ length: spare }, (): TableRow => ({ kind: 'spare' })));

  return {
    kind: 'table',
    columns: leaves.map(({ key, heads, align }, index) => ({
      key,
      header: heads.join('/'),
      span: spans[index] ?? 1,
      align,
    })),
    head: headOf(columns, given.fields),
    rows: body,
  };
}

/** Fields that order the rows: those named, else the merged columns at the left, so that they can merge. */
function orderOf(
  rows: RowsSetting,
  columns: TableSection['columns'],
  given: CellContext,
): Pick<OrderFor, 'together' | 'order'> {
  const together = rows.groupBy === undefined ? [] : [rows.groupBy];
  if (rows.order.length > 0) return { together, order: rows.order };
  const own = leavesOf(columns, given.fields)
    .map(({ column }) => column)
    .filter((column) => column?.field !== SEQUENCE.key);
  const first = own.findIndex((column) => column?.merge === true);
  if (first < 0) return { together, order: [] };
  const after = own.findIndex((column, index) => index > first && column?.merge !== true);
  const run = own.slice(first, after < 0 ? undefined : after);
  return {
    together: [...together, ...run.flatMap((column) => (column === undefined ? [] : column.field))],
    order: [],
  };
}

type Group = { readonly heading: string | undefined; readonly members: readonly Scope[] };

/** Rows under the lines that head them. One who holds several posts finds the points post by post. */
function groupsOf(
  scopes: readonly Scope[],
  sheet: Scope,
  { from, groupBy }: RowsSetting,
  given: CellContext,
): readonly Group[] {
  const byPost =
    groupBy === undefined &&
    from === 'risks' &&
    sheet.subject === 'holder' &&
    sheet.record.posts.length > 1;
  if (groupBy === undefined && !byPost) return [{ heading: undefined, members: scopes }];
  const headingOf = byPost
    ? (row: Scope) => postHeading(row, given)
    : (row: Scope) => groupHeading(groupBy ?? '', row, given);
  const groups = new Map<string, Scope[]>();
  for (const row of scopes) {
    const heading = headingOf(row);
    groups.set(heading, [...(groups.get(heading) ?? []), row]);
  }
  return [...groups].map(([heading, members]) => ({ heading, members }));
}

const REST = '其他';

function groupHeading(key: string, row: Scope, given: CellContext): string {
  const { value } = valueOf(key, row, given);
  const text = cellText(cellOf(value, true, 'auto', ''));
  return text === '' ? REST : text;
}

function postHeading(row: Scope, { context }: CellContext): string {
  const { words } = context.scheme;
  const { origin } = row;
  if (origin !== undefined && origin !== '个性') return `${origin}${words.riskPoint}`;
  const post = row.subject === 'risk' ? row.record.post : undefined;
  return context.relations.postById.get(post ?? '')?.name ?? REST;
}
