import type { Block, Document, TableBlock } from '../../papers/document.ts';
import { FINE_GRID, spread, spreadPairs } from './fine-grid.ts';
import { SIDE_BLANK, SMALLEST_SIZE, sum } from './page-room.ts';

/** Of the page: a wider first column is not repeated. */
const WIDEST_REPEATED = 1 / 4;

/**
 * Parts a paper whose tables are wider than a page even in the smallest type: each part has as many
 * columns as stand on one page, and the first column, mostly the number of the row, again.
 */
export function splitWide(document: Document, room: number): Document[] {
  const parts: Block[][] = [[]];
  for (const block of document.blocks) {
    if (block.kind === 'fields') {
      const rows = block.rows.map((row) => spreadPairs(row, document.grid));
      parts.at(-1)?.push({ ...block, rows });
    } else if (block.kind === 'table') {
      const widths = leafWidths(block, document.grid);
      panels(widths, room).forEach((chosen, index) => {
        if (index > 0) parts.push([]);
        parts.at(-1)?.push(pick(block, chosen, widths));
      });
    } else parts.at(-1)?.push(block);
  }
  const paper = { ...document.paper, fontSize: SMALLEST_SIZE };
  return parts.map((blocks) => ({ ...document, paper, grid: FINE_GRID, blocks }));
}

/** Points that each leaf column needs. */
function leafWidths({ columns }: TableBlock, grid: readonly number[]): number[] {
  let start = 0;
  return columns.map(({ span }) => {
    const width = sum(grid.slice(start, start + span));
    start += span;
    return (width * SMALLEST_SIZE) / 2 + 2 * SIDE_BLANK;
  });
}

/** Leaf columns that stand on one page, page after page. */
function panels(widths: readonly number[], room: number): number[][] {
  const first = widths[0] ?? 0;
  const repeated = first <= room * WIDEST_REPEATED ? [0] : [];
  const result: number[][] = [[]];
  let used = 0;
  widths.forEach((width, index) => {
    const isFull = used > 0 && used + width > room;
    if (isFull) {
      result.push([...repeated]);
      used = repeated.length * first;
    }
    result.at(-1)?.push(index);
    used += width;
  });
  return result;
}

function pick(table: TableBlock, chosen: readonly number[], widths: readonly number[]): TableBlock {
  const take = <Value>(values: readonly Value[]): Value[] =>
    chosen.flatMap((index) => values.slice(index, index + 1));
  const spans = spread(take(widths));
  return {
    kind: 'table',
    columns: take(table.columns).map((column, index) => ({ ...column, span: spans[index] ?? 1 })),
    head: table.head.map((cells) =>
      cells.flatMap((cell) => {
        const end = cell.column + Math.max(1, cell.colSpan);
        const covered = chosen.filter((index) => cell.column <= index && index < end);
        const column = chosen.findIndex((index) => cell.column <= index && index < end);
        return covered.length === 0 ? [] : [{ ...cell, column, colSpan: covered.length }];
      }),
    ),
    rows: table.rows.map((row) =>
      row.kind === 'data' ? { ...row, cells: take(row.cells), rowSpans: take(row.rowSpans) } : row,
    ),
  };
}
