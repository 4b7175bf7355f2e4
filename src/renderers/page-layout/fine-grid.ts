import type { FieldPair } from '../../papers/document.ts';
import { sum } from './page-room.ts';

/**
 * A grid that is fine enough for any table, to be stretched to the page: together its columns are
 * narrower than any paper.
 */
const FINE = 240;
const NARROW = 60;
export const FINE_GRID: readonly number[] = Array.from({ length: FINE }, () => NARROW / FINE);

/** A row of fields, as wide as on its own grid. */
export function spreadPairs(row: readonly FieldPair[], grid: readonly number[]): FieldPair[] {
  let start = 0;
  const widths = row.flatMap(({ labelSpan, valueSpan }) =>
    [labelSpan, valueSpan].map((span) => {
      const width = sum(grid.slice(start, start + span));
      start += span;
      return width;
    }),
  );
  const spans = spread(widths);
  return row.map((pair, index) => ({
    ...pair,
    labelSpan: pair.labelSpan === 0 ? 0 : (spans[2 * index] ?? 1),
    valueSpan: spans[2 * index + 1] ?? 1,
  }));
}

/** Spans on the fine grid in proportion to the widths; together they fill it. */
export function spread(widths: readonly number[]): number[] {
  const total = Math.max(1, sum(widths));
  let seen = 0;
  let edge = 0;
  return widths.map((width) => {
    seen += width;
    const start = edge;
    edge = width === 0 ? start : Math.max(start + 1, Math.round((seen / total) * FINE));
    return edge - start;
  });
}
