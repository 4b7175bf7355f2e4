import type { ContentsBlock } from '../../papers/document.ts';
import { displayWidth, wrap } from '../../util/display-width.ts';
import { wholeWidth, type GridLayout } from '../page-layout/lay-out-grid.ts';
import { lineWidth } from '../page-layout/page-room.ts';
import { plain } from '../plain-text.ts';
import { bandRows } from './band.ts';
import { textLook, unframed } from './block-rows.ts';
import type { SheetRow } from './sheet.ts';

const SMALLEST_SIZE = 12;

/** 目录: a row an entry; a click leads to its sheet, which a workbook has instead of page numbers. */
export function contentsRows(
  { entries }: ContentsBlock,
  layout: GridLayout,
  sheets: readonly string[],
): SheetRow[] {
  const { font, size } = textLook(layout);
  const larger = Math.max(SMALLEST_SIZE, size);
  const hasParts = entries.some(({ level }) => level === 2);
  const place = wholeWidth(layout);
  return entries.flatMap(({ text, level, document }) => {
    const isPart = hasParts && level === 1;
    const style = unframed(isPart ? 'head' : font, larger, 'left');
    const indent = level === 2 ? '　　' : '';
    // LibreOffice does not break the text of a link: each of its lines is a row.
    const room = lineWidth(place.width, larger) - displayWidth(indent);
    const lines = wrap(plain(text).replaceAll('\n', ' '), room, { ambiguous: 'wide' });
    const rows = lines.flatMap((line) => {
      const value = `${indent}${line}`;
      return bandRows([{ place, value, style }], layout, larger * 2);
    });
    const link = sheets[document];
    if (link === undefined) return rows;
    return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, link })) }));
  });
}
