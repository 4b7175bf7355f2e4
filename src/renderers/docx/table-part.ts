import type { Cell, TableBlock, TableRow } from '../../papers/document.ts';
import { coveredRows } from '../page-layout/covered-rows.ts';
import { placeSpans, wholeWidth, type GridPlace } from '../page-layout/lay-out-grid.ts';
import { sum } from '../page-layout/page-room.ts';
import { plain, plainCell } from '../plain-text.ts';
import { evenLines } from '../page-layout/even-lines.ts';
import type { WordPart, WordSetting } from './word-setting.ts';
import { wordTable, type WordCell, type WordRow } from './word-table.ts';

const LOWEST_HEAD = 26;

/**
 * A table whose head every page repeats.
 * @param keepLast its last row stands on one page with what follows
 * @param below rows below it in the same frame, on one page with the last row
 */
export function tablePart(
  table: TableBlock,
  keepLast: boolean,
  setting: WordSetting,
  below: readonly WordRow[] = [],
): WordPart {
  const places = placeSpans(
    setting.layout,
    table.columns.map(({ span }) => span),
  );
  const last = table.rows.length - 1;
  /** Rows that a cell above still covers. */
  const left = places.map(() => 0);
  const rows = table.rows.map((row, index): WordRow => {
    const made = bodyRow({ row, index }, { table, places, left }, setting);
    return index === last && keepLast ? { ...made, keepNext: true } : made;
  });
  return wordTable([...headRows(table, places, setting), ...rows, ...below], true, setting);
}

function headRows(
  table: TableBlock,
  places: readonly GridPlace[],
  { layout }: WordSetting,
): WordRow[] {
  const rows = table.head.map((): WordCell[] => []);
  table.head.forEach((cells, index) => {
    for (const { text, column, colSpan, rowSpan } of cells) {
      const place = joinPlaces(places.slice(column, column + Math.max(1, colSpan)));
      if (place === undefined) continue;
      const span = Math.max(1, Math.min(rowSpan, rows.length - index));
      const value = evenLines(plain(text), place.width, layout.fontSize);
      const cell = {
        place,
        text: value,
        style: 'TableHead',
        face: 'head',
        align: 'center',
      } as const;
      for (let covered = 0; covered < span; covered += 1) {
        rows[index + covered]?.push({ ...cell, rows: covered === 0 ? span : 0 });
      }
    }
  });
  return rows.map((cells) => ({
    cells: cells.toSorted((a, b) => a.place.column - b.place.column),
    height: LOWEST_HEAD,
    keepNext: true,
    isHead: true,
  }));
}

type RowAt = { readonly row: TableRow; readonly index: number };

type GridOfTable = {
  readonly table: TableBlock;
  readonly places: readonly GridPlace[];
  readonly left: number[];
};

function bodyRow(
  { row, index }: RowAt,
  { table, places, left }: GridOfTable,
  { layout }: WordSetting,
): WordRow {
  if (row.kind === 'group') {
    const place = wholeWidth(layout);
    const cell = { place, text: row.text, style: 'TableGroup', face: 'head' } as const;
    return { cells: [cell], height: layout.heights.row, keepNext: true };
  }
  if (row.kind === 'spare') {
    const cells = places.map((place): WordCell => ({
      place,
      text: '',
      style: 'TableText',
      face: 'body',
    }));
    return { cells, height: layout.heights.spare };
  }
  const cells = places.map((place, column): WordCell => {
    const cell = dataCell(row.cells[column], column, place, table);
    const above = left[column] ?? 0;
    if (above > 0) {
      left[column] = above - 1;
      return { ...cell, rows: 0 };
    }
    const span = coveredRows(table, index, column);
    left[column] = span - 1;
    return { ...cell, rows: span };
  });
  return { cells, height: layout.heights.row };
}

function dataCell(
  cell: Cell | undefined,
  column: number,
  place: GridPlace,
  table: TableBlock,
): WordCell {
  const isList = cell?.kind === 'items' && cell.items.length > 1;
  return {
    place,
    text: cell === undefined ? '' : plainCell(cell),
    style: 'TableText',
    face: 'body',
    align: isList ? 'left' : (table.columns[column]?.align ?? 'left'),
    bold: cell?.kind === 'level' && cell.tone === 'grave',
  };
}

function joinPlaces(places: readonly GridPlace[]): GridPlace | undefined {
  const [first] = places;
  if (first === undefined) return undefined;
  return {
    column: first.column,
    columns: sum(places.map(({ columns }) => columns)),
    width: sum(places.map(({ width }) => width)),
  };
}
