import type { Cell, TableRow } from '../document.ts';
import { cellText } from '../document.ts';
import type { RowBlock } from '../rows/row-lines.ts';

type DataRow = Extract<TableRow, { kind: 'data' }>;

/**
 * Rows of a table from its blocks. A row's own cells span its lines; in merged columns equal
 * neighbours become one cell, but never across a line where a merged column further left changes, and
 * never where there is nothing to read: blank cells stay apart, and those to their right may join.
 */
export function mergeBlocks(
  blocks: readonly RowBlock[],
  merged: readonly boolean[],
): readonly DataRow[] {
  const lines = blocks.flatMap(({ lines: own }) => own);
  const columns = merged.length;
  const rowSpans = lines.map(() => Array.from({ length: columns }, () => 1));
  /** Lines at which some merged column so far begins a new cell. */
  let starts = new Set<number>();
  for (let column = 0; column < columns; column++) {
    const own = new Set<number>();
    let start = 0;
    let line = 0;
    for (const { lines: ownLines, spans } of blocks) {
      for (let inBlock = 0; inBlock < ownLines.length; inBlock++, line++) {
        const joins =
          line > 0 &&
          ((inBlock > 0 && spans[column] === true) ||
            (merged[column] === true &&
              !starts.has(line) &&
              sameText(lines[line - 1]?.[column], lines[line]?.[column])));
        if (joins) {
          setSpan(rowSpans, start, column, line - start + 1);
          setSpan(rowSpans, line, column, 0);
        } else {
          start = line;
          if (!bothBlank(lines[line - 1]?.[column], lines[line]?.[column])) own.add(line);
        }
      }
    }
    if (merged[column] === true) starts = new Set([...starts, ...own]);
  }
  return lines.map((cells, line) => ({ kind: 'data', cells, rowSpans: rowSpans[line] ?? [] }));
}

function setSpan(rowSpans: number[][], line: number, column: number, span: number): void {
  const row = rowSpans[line];
  if (row !== undefined) row[column] = span;
}

function bothBlank(above: Cell | undefined, below: Cell | undefined): boolean {
  return (
    above !== undefined && below !== undefined && cellText(above) === '' && cellText(below) === ''
  );
}

function sameText(above: Cell | undefined, below: Cell | undefined): boolean {
  if (above === undefined || below === undefined) return false;
  const text = cellText(below);
  return text !== '' && cellText(above) === text;
}
