import type { GridPlace } from '../page-layout/lay-out-grid.ts';
import { sum } from '../page-layout/page-room.ts';
import { plain } from '../plain-text.ts';
import { lineCount } from '../page-layout/text-height.ts';
import type { FaceName } from './faces.ts';
import { keptWithNext, paragraph, type StyleId } from './paragraph.ts';
import { runs } from './runs.ts';
import type { WordPart, WordSetting } from './word-setting.ts';
import { sizeOf } from './word-styles.ts';
import { el, twips, val, when } from './xml.ts';

/** A row of a table. Heights are points. */
export type WordRow = {
  readonly cells: readonly WordCell[];
  /** Least height. */
  readonly height: number;
  /** The row must stand on one page with the next one. */
  readonly keepNext?: boolean;
  /** Repeated on every page that the table goes on to. */
  readonly isHead?: boolean;
};

export type WordCell = {
  readonly place: GridPlace;
  readonly text: string;
  readonly style: StyleId;
  readonly face: FaceName;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'center' | 'bottom';
  readonly bold?: boolean;
  /** Rows covered from here down; 0: covered by the cell above. */
  readonly rows?: number;
  /** Sides without a line, of `TBLR`. */
  readonly open?: string;
  /** Paragraphs that stand in the cell as they are, instead of the text. */
  readonly made?: readonly string[];
};

/**
 * Of a page: a higher row may be parted; a higher merged cell too, and then its text stands at the top,
 * because Word does not say it again on the next page.
 */
const HIGHEST_WHOLE = 0.8;
const HIGHEST_MERGE = 0.35;
/** Line height over type size of the faces that stand in for 宋体 on Linux, the highest. */
const LINE_HEIGHT = 1.45;
/** Blank above and below the text of a cell, in points. */
const CELL_BLANK = 4;
/** Word knows no higher row. */
const HIGHEST_ROW = 1584;
/** Centred text of so many lines is harder to read than text from the left. */
const RAGGED_LINES = 3;

/** A table with fixed columns, which every program sets alike. */
export function wordTable(
  rows: readonly WordRow[],
  framed: boolean,
  setting: WordSetting,
): WordPart {
  if (rows.length === 0) return { items: [], height: 0 };
  const { layout } = setting;
  const edges = edgesOf(rows);
  const position = (column: number): number => twips(sum(layout.widths.slice(0, column)));
  const widths = edges.slice(1).map((edge, index) => position(edge) - position(edges[index] ?? 0));
  const needs = rows.map((row) =>
    Math.max(row.height, ...row.cells.map((cell) => ownNeed(cell, setting))),
  );
  const heights = grow(rows, needs, setting);
  const joined = joinedRows(rows, heights, setting);
  const body = rows.map((row, index) => {
    const own = joined.has(index) ? { ...row, keepNext: true } : row;
    return rowElement(
      { row: own, index, own: needs[index] ?? 0 },
      { heights, edges, widths },
      setting,
    );
  });
  const properties = el(
    'w:tblPr',
    {},
    el('w:tblW', { 'w:w': sum(widths), 'w:type': 'dxa' }),
    val('w:jc', 'center'),
    when(framed, BORDERS),
    el('w:tblLayout', { 'w:type': 'fixed' }),
    CELL_MARGINS,
  );
  const grid = el('w:tblGrid', {}, ...widths.map((width) => el('w:gridCol', { 'w:w': width })));
  const lines = framed ? LINE_WIDTH * rows.length : 0;
  return { items: [el('w:tbl', {}, properties, grid, ...body)], height: sum(heights) + lines };
}

/** In points; each row has one. */
const LINE_WIDTH = 0.5;
const LINE = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' };
const BORDERS = el(
  'w:tblBorders',
  {},
  ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => el(`w:${side}`, LINE)),
);
const CELL_MARGINS = el(
  'w:tblCellMar',
  {},
  ...[
    ['top', 40],
    ['left', 50],
    ['bottom', 40],
    ['right', 50],
  ].map(([side, width]) => el(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' })),
);

/** Columns of the page where some cell begins or ends. */
function edgesOf(rows: readonly WordRow[]): number[] {
  const edges = new Set<number>();
  for (const { cells } of rows) {
    for (const { place } of cells) edges.add(place.column).add(place.column + place.columns);
  }
  return [...edges].toSorted((a, b) => a - b);
}

function ownNeed(cell: WordCell, setting: WordSetting): number {
  return (cell.rows ?? 1) === 1 ? need(cell, setting) : 0;
}

function linesOf({ text, place }: WordCell, { layout }: WordSetting): number {
  return lineCount(plain(text), place.width, layout.fontSize);
}

function need(cell: WordCell, setting: WordSetting): number {
  return linesOf(cell, setting) * setting.layout.fontSize * LINE_HEIGHT + CELL_BLANK;
}

/** Heights that also hold the text of merged cells: what lacks is spread, Word gives it to the last row. */
function grow(rows: readonly WordRow[], needs: readonly number[], setting: WordSetting): number[] {
  const heights = [...needs];
  rows.forEach(({ cells }, index) => {
    for (const cell of cells) {
      const count = cell.rows ?? 1;
      if (count < 2) continue;
      const lacking = need(cell, setting) - sum(heights.slice(index, index + count));
      if (lacking <= 0) continue;
      for (let row = index; row < index + count; row += 1) {
        heights[row] = (heights[row] ?? 0) + lacking / count;
      }
    }
  });
  return heights;
}

/** Rows that a merged cell of moderate height also covers below: no page should end after them. */
function joinedRows(
  rows: readonly WordRow[],
  heights: readonly number[],
  { layout }: WordSetting,
): ReadonlySet<number> {
  const joined = new Set<number>();
  rows.forEach(({ cells }, index) => {
    for (const { rows: count = 1 } of cells) {
      if (count < 2) continue;
      if (sum(heights.slice(index, index + count)) > layout.pageHeight * HIGHEST_MERGE) continue;
      for (let row = index; row < index + count - 1; row += 1) joined.add(row);
    }
  });
  return joined;
}

type WordRowAt = { readonly row: WordRow; readonly index: number; readonly own: number };

type TableMeasures = {
  readonly heights: readonly number[];
  readonly edges: readonly number[];
  readonly widths: readonly number[];
};

function rowElement(
  { row, index, own }: WordRowAt,
  { heights, edges, widths }: TableMeasures,
  setting: WordSetting,
): string {
  const height = heights[index] ?? own;
  const isWhole = height <= setting.layout.pageHeight * HIGHEST_WHOLE;
  const isGrown = height > own;
  const least = Math.min(HIGHEST_ROW, isGrown && isWhole ? height : row.height);
  const properties = el(
    'w:trPr',
    {},
    when(isWhole, '<w:cantSplit/>'),
    el('w:trHeight', { 'w:val': twips(least), 'w:hRule': 'atLeast' }),
    when(row.isHead === true, '<w:tblHeader/>'),
  );
  const cells = row.cells.map((cell) => {
    const first = edges.indexOf(cell.place.column);
    const last = edges.indexOf(cell.place.column + cell.place.columns);
    const covered = sum(heights.slice(index, index + Math.max(1, cell.rows ?? 1)));
    const isHigh = covered > setting.layout.pageHeight * HIGHEST_MERGE;
    return cellElement(
      isHigh && cell.valign === undefined ? { ...cell, valign: 'top' } : cell,
      {
        span: last - first,
        width: sum(widths.slice(first, last)),
        keepNext: row.keepNext === true,
      },
      setting,
    );
  });
  return el('w:tr', {}, properties, ...cells);
}

type CellRoom = { readonly span: number; readonly width: number; readonly keepNext: boolean };

function cellElement(
  cell: WordCell,
  { span, width, keepNext }: CellRoom,
  setting: WordSetting,
): string {
  const { rows = 1, open = '', valign = 'center', style } = cell;
  const isCovered = rows === 0;
  const properties = el(
    'w:tcPr',
    {},
    el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    when(span > 1, val('w:gridSpan', span)),
    when(rows > 1, val('w:vMerge', 'restart')),
    when(isCovered, '<w:vMerge/>'),
    when(
      open !== '',
      el(
        'w:tcBorders',
        {},
        when(open.includes('T'), val('w:top', 'nil')),
        when(open.includes('L'), val('w:left', 'nil')),
        when(open.includes('B'), val('w:bottom', 'nil')),
        when(open.includes('R'), val('w:right', 'nil')),
      ),
    ),
    val('w:vAlign', valign),
  );
  if (cell.made !== undefined) {
    const made = keepNext ? cell.made.map((own) => keptWithNext(own)) : cell.made;
    return el('w:tc', {}, properties, ...made);
  }
  const texts = isCovered ? [''] : plain(cell.text).split('\n');
  return el('w:tc', {}, properties, ...texts.map((text) => line(text, style)));

  function line(text: string, own: StyleId): string {
    const ragged =
      cell.align === 'center' && own !== 'TableHead' && linesOf(cell, setting) >= RAGGED_LINES;
    const { fontSize } = setting.layout;
    const look = {
      face: cell.face,
      bold: cell.bold === true,
      ...(fontSize === sizeOf(own, setting.hasLetters) ? {} : { size: fontSize }),
    };
    // Programs let blanks hang over the edge; an indent keeps the room to sign in.
    const blanks =
      own === 'OpinionText' && cell.align === 'right' ? (/　+$/.exec(text)?.[0].length ?? 0) : 0;
    return paragraph(own, runs(blanks > 0 ? text.trimEnd() : text, look, setting.pen), {
      ...(keepNext ? { keepNext } : {}),
      ...(blanks > 0 ? { right: twips(blanks * fontSize) } : {}),
      ...(cell.align === undefined ? {} : { align: ragged ? 'left' : cell.align }),
    });
  }
}
