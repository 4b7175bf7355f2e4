import type { TableBlock } from '../../papers/document.ts';

/** Rows that a cell really covers: merges end at groups and empty lines. */
export function coveredRows(table: TableBlock, start: number, column: number): number {
  const first = table.rows[start];
  if (first?.kind !== 'data') return 1;
  const wanted = first.rowSpans[column] ?? 1;
  let span = 1;
  while (span < wanted) {
    const next = table.rows[start + span];
    if (next?.kind !== 'data' || next.rowSpans[column] !== 0) break;
    span += 1;
  }
  return span;
}
