import { sum } from '../page-layout/page-room.ts';
import type { RowRange, SheetRow } from './sheet.ts';

export type Pages = {
  /** Rows that start a page, the first one left out. */
  readonly starts: readonly number[];
  /** Those of them where the program would not have started one by itself. */
  readonly forced: readonly number[];
};

/**
 * Foresees where pages end. Every row has its height, so that office programs come to the same result;
 * where rows that must stay together would be parted, a page break is put before them.
 */
export function paginate(
  rows: readonly SheetRow[],
  repeated: RowRange | undefined,
  pageHeight: number,
): Pages {
  const starts: number[] = [];
  const forced: number[] = [];
  const head = repeated === undefined ? 0 : heightOf(rows, repeated.start, repeated.end);
  let used = 0;
  const room = (row: number): number =>
    starts.length > 0 && repeated !== undefined && row >= repeated.end
      ? pageHeight - head
      : pageHeight;
  const startPage = (row: number, isForced: boolean): void => {
    starts.push(row);
    if (isForced) forced.push(row);
    used = 0;
  };

  const joined = joinedRows(rows, pageHeight);
  for (let first = 0; first < rows.length;) {
    const end = endOfChain(rows, first);
    if (used > 0 && rows[first]?.breakBefore) startPage(first, true);
    const fresh = repeated !== undefined && first >= repeated.end ? pageHeight - head : pageHeight;
    // A chain longer than a page is parted, but not within what reads as one.
    const fits = heightOf(rows, first, end) <= fresh;
    for (const [start, stop] of fits ? [[first, end] as const] : blocksOf(joined, first, end)) {
      const height = heightOf(rows, start, stop);
      if (used > 0 && used + height > room(start) && height <= fresh) {
        const back = startOfJoined(rows, joined, start);
        const isBetter = back > (starts.at(-1) ?? 0) && heightOf(rows, back, stop) <= fresh;
        const from = isBetter ? back : start;
        startPage(from, from < start || used + (rows[start]?.height ?? 0) <= room(start));
        used = heightOf(rows, from, start);
      }
      for (let row = start; row < stop; row += 1) {
        const own = rows[row]?.height ?? 0;
        if (used > 0 && used + own > room(row)) startPage(row, false);
        used += own;
      }
    }
    first = end;
  }
  return { starts, forced };
}

/** Merged cells up to this share of a page are not parted: a box to sign in, a point with its measures. */
const MOST_JOINED = 0.35;

/** Rows at which no page should start because a merged cell of moderate height covers them from above. */
function joinedRows(rows: readonly SheetRow[], pageHeight: number): ReadonlySet<number> {
  const joined = new Set<number>();
  for (const [index, { cells }] of rows.entries()) {
    const span = Math.max(
      1,
      ...cells
        .map((cell) => cell.rows)
        .filter((count) => heightOf(rows, index, index + count) <= pageHeight * MOST_JOINED),
    );
    for (let row = index + 1; row < index + span; row += 1) joined.add(row);
  }
  return joined;
}

/** The pieces of a chain that belong together, end exclusive. */
function blocksOf(
  joined: ReadonlySet<number>,
  first: number,
  end: number,
): (readonly [start: number, end: number])[] {
  const starts = [first];
  for (let row = first + 1; row < end; row += 1) if (!joined.has(row)) starts.push(row);
  return starts.map((start, index) => [start, starts[index + 1] ?? end]);
}

/** Where the merged cell that covers a row begins, with the line that heads it. */
function startOfJoined(
  rows: readonly SheetRow[],
  joined: ReadonlySet<number>,
  row: number,
): number {
  let start = row;
  while (start > 0 && (joined.has(start) || rows[start - 1]?.keepWithNext)) start -= 1;
  return start;
}

function endOfChain(rows: readonly SheetRow[], first: number): number {
  let end = first + 1;
  while (end < rows.length && rows[end - 1]?.keepWithNext && !rows[end]?.breakBefore) end += 1;
  return end;
}

/** Height of rows, end exclusive. */
export function heightOf(rows: readonly SheetRow[], start: number, end: number): number {
  return sum(rows.slice(start, end).map(({ height }) => height));
}
