import type { Block, Document, DocumentStyle } from '../../papers/document.ts';
import { fitGrid, pageRoom, sum, type PageRoom } from './page-room.ts';

/** Highest row that a workbook can hold. */
export const HIGHEST_ROW = 409;

/** Where columns stand and how much fits: what every block is laid out with. */
export type GridLayout = {
  readonly style: DocumentStyle;
  readonly fontSize: number;
  /** Widths in points of the columns that are really used. */
  readonly widths: readonly number[];
  readonly pagesWide: number;
  readonly pageHeight: number;
  /** A higher row is cut into several, so that it neither fills a page nor exceeds the limit. */
  readonly highestRow: number;
  /** Grid columns of the label at the left of an opinion box; 0: no room for one. */
  readonly labelColumns: number;
  readonly heights: Heights;
  /** Sheet columns of a range of grid columns. */
  readonly place: (gridStart: number, gridSpan: number) => GridPlace;
};

/** Least heights in points: where nothing forces them up, looks and handwriting decide. */
export type Heights = {
  readonly field: number;
  readonly row: number;
  /** Room for a line of handwriting. */
  readonly spare: number;
  /** Room for an opinion written by hand. */
  readonly opinion: number;
};
/** 小四: up to here the least heights have room enough. */
const COMMON_SIZE = 12;
const ROOMY: Heights = { field: 28, row: 24, spare: 28, opinion: 58 };
/** Still fit for handwriting. */
const TIGHT: Heights = { field: 23, row: 20, spare: 24, opinion: 36 };

/** From roomy (0) to tight (1). */
export function heightsAt(tightness: number): Heights {
  const between = (key: keyof Heights): number =>
    ROOMY[key] + (TIGHT[key] - ROOMY[key]) * tightness;
  return {
    field: between('field'),
    row: between('row'),
    spare: between('spare'),
    opinion: between('opinion'),
  };
}

/** Large type, as on a poster, needs more room around it. */
function scaled(heights: Heights, fontSize: number): Heights {
  const larger = Math.max(1, fontSize / COMMON_SIZE);
  const { field, row, spare, opinion } = heights;
  return {
    field: field * larger,
    row: row * larger,
    spare: spare * larger,
    opinion: opinion * larger,
  };
}

export type GridPlace = {
  readonly column: number;
  readonly columns: number;
  readonly width: number;
};

/** Width of a grid column that a block takes although the grid does not have it. */
const DEFAULT_WIDTH = 8;
const LABEL_WIDTH = 12;

/**
 * Lays the grid on the page. Grid columns that no block tells apart become one sheet column: the fewer
 * merged cells a sheet has, the easier it is to work on by hand.
 */
export function layOutGrid(
  { blocks, grid, paper, style }: Document,
  heights: Heights,
  room: PageRoom = pageRoom(paper, style),
): GridLayout {
  const needed = Math.max(1, ...blocks.map(gridColumnsOf));
  const full = Array.from({ length: Math.max(needed, grid.length) }, (_, index) => {
    return grid[index] ?? DEFAULT_WIDTH;
  });
  const labelColumns = labelColumnsOf(full, blocks);
  const edges = edgesOf(blocks, full.length, labelColumns);
  const indexOfEdge = new Map(edges.map((edge, index) => [edge, index]));
  const fitted = fitGrid(
    edges.slice(1).map((edge, index) => sum(full.slice(edges[index], edge))),
    paper,
    room.width,
  );
  return {
    style,
    ...fitted,
    pageHeight: room.height,
    highestRow: Math.min(HIGHEST_ROW, room.height * 0.8),
    labelColumns,
    heights: scaled(heights, fitted.fontSize),
    place: (gridStart, gridSpan) => {
      const column = indexOfEdge.get(Math.min(gridStart, full.length)) ?? 0;
      const end = indexOfEdge.get(Math.min(gridStart + gridSpan, full.length)) ?? edges.length - 1;
      const columns = Math.max(1, end - column);
      return { column, columns, width: sum(fitted.widths.slice(column, column + columns)) };
    },
  };
}

/** The whole width. */
export function wholeWidth(layout: GridLayout): GridPlace {
  return { column: 0, columns: layout.widths.length, width: sum(layout.widths) };
}

/**
 * Spans laid side by side from the left: the grid column where each starts and how many it takes. The
 * last one goes on to the edge, so that every frame is closed.
 */
export function placeSpans(layout: GridLayout, spans: readonly number[]): GridPlace[] {
  let start = 0;
  return spans.map((span, index) => {
    const from = start;
    start += Math.max(1, span);
    const isLast = index === spans.length - 1;
    return layout.place(from, isLast ? Number.MAX_SAFE_INTEGER : Math.max(1, span));
  });
}

/** Spans of a row of fields; a label without a column of its own is 0. */
function spansOf(block: Block): number[][] {
  if (block.kind === 'figure') return spansOf(block.table);
  if (block.kind === 'table') return [block.columns.map(({ span }) => Math.max(1, span))];
  if (block.kind !== 'fields') return [];
  return block.rows.map((row) =>
    row.flatMap(({ labelSpan, valueSpan }) => [
      ...(labelSpan > 0 ? [labelSpan] : []),
      Math.max(1, valueSpan),
    ]),
  );
}

function gridColumnsOf(block: Block): number {
  return Math.max(0, ...spansOf(block).map(sum));
}

/** Grid columns where some block has a line, in order, from the left edge to the right one. */
function edgesOf(blocks: readonly Block[], width: number, labelColumns: number): number[] {
  const edges = new Set([0, width, labelColumns]);
  for (const spans of blocks.flatMap(spansOf)) {
    let edge = 0;
    for (const span of spans.slice(0, -1)) {
      edge += span;
      edges.add(Math.min(edge, width));
    }
  }
  return [...edges].toSorted((a, b) => a - b);
}

/** The label of an opinion box is as wide as the first label above it, or wide enough for a title. */
function labelColumnsOf(grid: readonly number[], blocks: readonly Block[]): number {
  if (!blocks.some(({ kind }) => kind === 'opinions')) return 0;
  const fields = blocks.find((block) => block.kind === 'fields' && block.bordered);
  const above = fields?.kind === 'fields' ? (fields.rows[0]?.[0]?.labelSpan ?? 0) : 0;
  if (above > 0 && above < grid.length && sum(grid.slice(0, above)) >= LABEL_WIDTH / 2)
    return above;
  let width = 0;
  const columns = grid.findIndex((own) => (width += own) >= LABEL_WIDTH) + 1;
  return columns > 0 && columns < grid.length && width <= sum(grid) / 2 ? columns : 0;
}
