import type { GridLayout, GridPlace } from '../page-layout/lay-out-grid.ts';
import type { CellStyle, SheetCell, SheetRow } from './sheet.ts';
import {
  cutText,
  lineCount,
  linesHeight,
  linesIn,
  LONGEST_TEXT,
} from '../page-layout/text-height.ts';

/** A text in its place, before it is known how high it gets. */
export type Box = {
  readonly place: GridPlace;
  readonly value: string | number;
  readonly style: CellStyle;
};

/** Height of the rows that a too high row is cut into: small, so that pages fill well. */
const PART_HEIGHT = 150;
/** Centred text of so many lines is harder to read than text from the left. */
const RAGGED_LINES = 3;

/**
 * A line of boxes as rows of the sheet: one row, high enough for all its text, or several without
 * lines between them where one would be too high.
 */
export function bandRows(boxes: readonly Box[], layout: GridLayout, lowest: number): SheetRow[] {
  const lines = boxes.map(({ value, place, style }) =>
    lineCount(String(value), place.width, style.size),
  );
  const heights = boxes.map(({ style }, index) => linesHeight(lines[index] ?? 1, style.size));
  const height = Math.max(lowest, ...heights);
  const tooLong = boxes.some(({ value }) => String(value).length > LONGEST_TEXT);
  if (height > layout.highestRow || tooLong) return cutRows(boxes, lowest);
  return [{ height, cells: boxes.map((box, index) => cellOf(box, lines[index] ?? 1)) }];
}

/** The box as a cell; long text in a centred column starts at the left. */
export function cellOf({ place, value, style }: Box, lines: number, rows = 1): SheetCell {
  const ragged = style.font === 'body' && style.align === 'center' && lines >= RAGGED_LINES;
  return {
    column: place.column,
    columns: place.columns,
    rows,
    value,
    style: ragged ? { ...style, align: 'left' } : style,
  };
}

function cutRows(boxes: readonly Box[], lowest: number): SheetRow[] {
  const parts = boxes.map(({ value, place, style }) =>
    typeof value === 'number'
      ? [value]
      : cutText(value, place.width, style.size, linesIn(PART_HEIGHT, style.size)),
  );
  const count = Math.max(1, ...parts.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => {
    const cells = boxes.map((box, which): SheetCell => {
      const sides = sidesOfPart(box.style.sides, index === 0, index === count - 1);
      const value = parts[which]?.[index] ?? '';
      const style: CellStyle = { ...box.style, valign: 'top', sides };
      return { column: box.place.column, columns: box.place.columns, rows: 1, value, style };
    });
    const heights = boxes.map(({ place, style }, which) => {
      const text = String(parts[which]?.[index] ?? '').replace(/\n$/, '');
      return linesHeight(lineCount(text, place.width, style.size), style.size);
    });
    return { height: Math.max(count === 1 ? lowest : 0, ...heights), cells };
  });
}

function sidesOfPart(sides: string, isFirst: boolean, isLast: boolean): string {
  return sides
    .split('')
    .filter((side) => (side !== 'T' || isFirst) && (side !== 'B' || isLast))
    .join('');
}
