import type { DocumentStyle } from '../../papers/document.ts';
import { sum } from '../page-layout/page-room.ts';
import { heightOf, type Pages } from './paginate-rows.ts';
import type { SheetCell, SheetRow } from './sheet.ts';
import { textHeight } from '../page-layout/text-height.ts';

/**
 * Makes frames whole at the end of each page. A merged cell that goes over it is parted there and says
 * its value again; a row that goes on gets a line below. Such pages must then end exactly there, so the
 * breaks are set; papers without either end their pages by themselves, which suffers later changes by
 * hand better.
 */
export function endPages(
  rows: readonly SheetRow[],
  { starts, forced }: Pages,
  widths: readonly number[],
  style: DocumentStyle = 'form',
): { readonly rows: SheetRow[]; readonly breaks: number[] } {
  const parted = partMerges(rows, starts, widths);
  // One more row on an earlier page would shift all later parts of merged cells: all pages are set.
  // Of a letter too: where a program packs more on a page, name and date would be left alone.
  const isFixed = parted.count > 0 || style === 'letter';
  const fixed = isFixed ? starts : starts.filter((start) => goesOn(rows[start]));
  const breaks = new Set([...forced, ...fixed]);
  const closed = parted.rows.map((row, index) =>
    breaks.has(index + 1) ? withLineBelow(row) : row,
  );
  return { rows: closed, breaks: [...breaks].toSorted((a, b) => a - b) };
}

/** A row without a line above is the rest of the one before. */
function goesOn(row: SheetRow | undefined): boolean {
  return row?.cells.some(({ style }) => style.sides !== '' && !style.sides.includes('T')) ?? false;
}

function withLineBelow(row: SheetRow): SheetRow {
  const cells = row.cells.map((cell): SheetCell => {
    const { sides } = cell.style;
    if (sides === '' || sides.includes('B') || cell.rows > 1) return cell;
    return { ...cell, style: { ...cell.style, sides: `${sides}B` } };
  });
  return { ...row, cells };
}

/**
 * Parts merged cells at the starts of pages where the text fits every part; else the text begins at
 * the top, where a reader looks for it.
 */
function partMerges(
  rows: readonly SheetRow[],
  starts: readonly number[],
  widths: readonly number[],
): { readonly rows: SheetRow[]; readonly count: number } {
  const added = new Map<number, SheetCell[]>();
  const kept = rows.map((row, index) => {
    if (row.cells.every((cell) => cell.rows === 1)) return row;
    const cells = row.cells.map((cell): SheetCell => {
      const cuts = starts.filter((start) => start > index && start < index + cell.rows);
      if (cuts.length === 0) return cell;
      const edges = [index, ...cuts, index + cell.rows];
      const width = sum(widths.slice(cell.column, cell.column + cell.columns));
      const need = textHeight(String(cell.value), width, cell.style.size);
      const parts = edges.slice(1).map((end, which) => ({ start: edges[which] ?? end, end }));
      if (parts.some(({ start, end }) => heightOf(rows, start, end) < need)) {
        return { ...cell, style: { ...cell.style, valign: 'top' } };
      }
      for (const { start, end } of parts.slice(1)) {
        added.set(start, [...(added.get(start) ?? []), { ...cell, rows: end - start }]);
      }
      return { ...cell, rows: (cuts[0] ?? index + 1) - index };
    });
    return { ...row, cells };
  });
  const withRepeats = kept.map((row, index) => {
    const cells = added.get(index);
    return cells === undefined ? row : { ...row, cells: [...row.cells, ...cells] };
  });
  return { rows: withRepeats, count: added.size };
}
