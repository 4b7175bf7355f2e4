import { sum } from './page.ts';
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

  for (let first = 0; first < rows.length;) {
    const end = endOfChain(rows, first);
    const chain = heightOf(rows, first, end);
    if (used > 0 && rows[first]?.breakBefore) startPage(first, true);
    const fresh = repeated !== undefined && first >= repeated.end ? pageHeight - head : pageHeight;
    if (used > 0 && used + chain > room(first) && chain <= fresh) {
      startPage(first, used + (rows[first]?.height ?? 0) <= room(first));
    }
    for (let row = first; row < end; row += 1) {
      const height = rows[row]?.height ?? 0;
      if (used > 0 && used + height > room(row)) startPage(row, false);
      used += height;
    }
    first = end;
  }
  return { starts, forced };
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
