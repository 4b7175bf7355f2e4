import type { Cell, TableBlock, TableRow } from '../../papers/document.ts';
import { coveredRows } from '../page-layout/covered-rows.ts';
import { evenLines } from '../page-layout/even-lines.ts';
import { plain, plainCell } from '../plain-text.ts';
import { bandRows, cellOf, type Box } from './band.ts';
import {
  HIGHEST_ROW,
  placeSpans,
  wholeWidth,
  type GridLayout,
  type GridPlace,
} from '../page-layout/lay-out-grid.ts';
import { lineWidth, sum } from '../page-layout/page-room.ts';
import { lineCount, linesHeight, LONGEST_TEXT, textHeight } from '../page-layout/text-height.ts';
import { FRAMED, type CellStyle, type SheetCell, type SheetRow } from './sheet.ts';

const LOWEST_HEAD = 26;
/** More digits a column of general format shows in powers of ten. */
const MOST_DIGITS = 11;

export type TableRows = { readonly head: SheetRow[]; readonly body: SheetRow[] };

type GrowingRow = { height: number; cells: SheetCell[]; keepWithNext?: boolean };

/** A table as sheet rows: nested heads, merged columns, groups, empty lines. */
export function tableRows(table: TableBlock, layout: GridLayout): TableRows {
  const places = placeSpans(
    layout,
    table.columns.map(({ span }) => span),
  );
  return { head: headRows(table, layout, places), body: bodyRows(table, layout, places) };
}

function headRows(table: TableBlock, layout: GridLayout, places: readonly GridPlace[]): SheetRow[] {
  const style = styleOf('head', layout.fontSize, 'center', true);
  const rows: GrowingRow[] = table.head.map(() => ({
    height: LOWEST_HEAD,
    cells: [],
    keepWithNext: true,
  }));
  const merges: RowMerge[] = [];
  table.head.forEach((cells, index) => {
    for (const { text, column, colSpan, rowSpan } of cells) {
      const place = joinPlaces(places.slice(column, column + Math.max(1, colSpan)));
      const row = rows[index];
      if (place === undefined || row === undefined) continue;
      const span = Math.max(1, Math.min(rowSpan, rows.length - index));
      const value = evenLines(plain(text).slice(0, LONGEST_TEXT), place.width, style.size);
      row.cells.push(cellOf({ place, value, style }, 1, span));
      merges.push({ start: index, rows: span, need: textHeight(value, place.width, style.size) });
    }
  });
  grow(rows, merges);
  return rows;
}

function bodyRows(table: TableBlock, layout: GridLayout, places: readonly GridPlace[]): SheetRow[] {
  const spans = mergedSpans(table, layout, places);
  const rows: GrowingRow[] = [];
  /** Sheet row where each table row starts. */
  const starts: number[] = [];
  table.rows.forEach((row, index) => {
    starts.push(rows.length);
    rows.push(...rowOf(row, table, layout, { places, spans: spans[index] ?? [] }));
  });
  starts.push(rows.length);

  const merges: RowMerge[] = [];
  table.rows.forEach((row, index) => {
    if (row.kind !== 'data') return;
    places.forEach((place, column) => {
      const span = spans[index]?.[column] ?? 1;
      const start = starts[index] ?? 0;
      if (span < 2) return;
      const box = dataBox(table, { cell: row.cells[column], column }, place, layout);
      const lines = lineCount(String(box.value), place.width, box.style.size);
      const count = (starts[index + span] ?? rows.length) - start;
      rows[start]?.cells.push(cellOf(box, lines, count));
      merges.push({ start, rows: count, need: linesHeight(lines, box.style.size) });
    });
  });
  grow(rows, merges);
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return rows;
}

type RowGrid = { readonly places: readonly GridPlace[]; readonly spans: readonly number[] };

function rowOf(
  row: TableRow,
  table: TableBlock,
  layout: GridLayout,
  { places, spans }: RowGrid,
): GrowingRow[] {
  const body = styleOf('body', layout.fontSize, 'left', false);
  if (row.kind === 'group') {
    const box = {
      place: wholeWidth(layout),
      value: plain(row.text),
      style: { ...body, bold: true },
    };
    return bandRows([box], layout, layout.heights.row).map(({ height, cells }) => ({
      height,
      cells: [...cells],
      keepWithNext: true,
    }));
  }
  if (row.kind === 'spare') {
    const cells = places.map((place) => cellOf({ place, value: '', style: body }, 1));
    return [{ height: layout.heights.spare, cells }];
  }
  const boxes = places.flatMap((place, column): Box[] =>
    (spans[column] ?? 1) === 1
      ? [dataBox(table, { cell: row.cells[column], column }, place, layout)]
      : [],
  );
  return bandRows(boxes, layout, layout.heights.row).map(({ height, cells }) => ({
    height,
    cells: [...cells],
  }));
}

type CellInColumn = { readonly cell: Cell | undefined; readonly column: number };

function dataBox(
  table: TableBlock,
  { cell, column }: CellInColumn,
  place: GridPlace,
  layout: GridLayout,
): Box {
  const align = table.columns[column]?.align ?? 'left';
  const isGrave = cell?.kind === 'level' && cell.tone === 'grave';
  const isList = cell?.kind === 'items' && cell.items.length > 1;
  const style = styleOf('body', layout.fontSize, isList ? 'left' : align, isGrave);
  return { place, value: cell === undefined ? '' : valueOf(cell, place, layout.fontSize), style };
}

/** A number stays one only where the column shows all of it: `####` says nothing on paper. */
export function valueOf(cell: Cell, place: GridPlace, size: number): string | number {
  const text = plainCell(cell);
  const fits = text.length <= Math.min(MOST_DIGITS, lineWidth(place.width, size));
  return cell.kind === 'number' && Number.isFinite(cell.value) && fits ? cell.value : text;
}

/** The style of table cells: framed on all sides, in the middle of the row. */
export function styleOf(
  font: CellStyle['font'],
  size: number,
  align: CellStyle['align'],
  bold: boolean,
): CellStyle {
  return { font, size, bold, align, valign: 'middle', sides: FRAMED };
}

/**
 * Rows that each cell really covers. Merges end at groups and empty lines, and a text that would not
 * fit into its merged rows stands in each of them instead, cut like any long text.
 */
function mergedSpans(
  table: TableBlock,
  layout: GridLayout,
  places: readonly GridPlace[],
): number[][] {
  const spans = table.rows.map(() => places.map(() => 1));
  places.forEach((place, column) => {
    for (let index = 0; index < table.rows.length;) {
      const span = coveredRows(table, index, column);
      const row = table.rows[index];
      const own = row?.kind === 'data' ? row.cells[column] : undefined;
      if (span > 1 && own !== undefined) {
        const text = plainCell(own);
        const fits = textHeight(text, place.width, layout.fontSize) <= HIGHEST_ROW * span;
        if (fits && text.length <= LONGEST_TEXT) {
          for (let below = 0; below < span; below += 1) {
            const target = spans[index + below];
            if (target !== undefined) target[column] = below === 0 ? span : 0;
          }
        }
      }
      index += span;
    }
  });
  return spans;
}

type RowMerge = { readonly start: number; readonly rows: number; readonly need: number };

/** Makes rows high enough for the text of cells that cover several: what lacks is spread evenly. */
function grow(rows: readonly GrowingRow[], merges: readonly RowMerge[]): void {
  for (const merge of merges.toSorted((a, b) => a.rows - b.rows)) {
    const covered = rows.slice(merge.start, merge.start + merge.rows);
    let lacking = merge.need - sum(covered.map(({ height }) => height));
    // Rows at the limit cannot take their share; a second round gives it to the others.
    for (let round = 0; round < 3 && lacking > 0.1; round += 1) {
      const growing = covered.filter(({ height }) => height < HIGHEST_ROW);
      const share = Math.ceil((lacking / Math.max(1, growing.length)) * 4) / 4;
      for (const row of growing) {
        const added = Math.min(share, HIGHEST_ROW - row.height);
        row.height += added;
        lacking -= added;
      }
    }
  }
}

function joinPlaces(places: readonly GridPlace[]): GridPlace | undefined {
  const first = places[0];
  if (first === undefined) return undefined;
  return {
    column: first.column,
    columns: sum(places.map(({ columns }) => columns)),
    width: sum(places.map(({ width }) => width)),
  };
}
