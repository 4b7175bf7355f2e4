import type { ListBlock, ParagraphBlock } from '../../papers/document.ts';
import { displayWidth } from '../../util/display-width.ts';
import { wholeWidth, type GridLayout } from '../page-layout/lay-out-grid.ts';
import { lineWidth, SMALLEST_SIZE } from '../page-layout/page-room.ts';
import { titleLines } from '../page-layout/title-lines.ts';
import { plain } from '../plain-text.ts';
import { bandRows } from './band.ts';
import { keep, LINE_HEIGHT, textLook, unframed } from './block-rows.ts';
import type { CellStyle, SheetRow } from './sheet.ts';
import { lineCount } from '../page-layout/text-height.ts';

/** 二号, 小二, 三号: the first in which the title stays on one line; larger over larger text. */
const TITLE_SIZES = [22, 18, 16] as const;
const HEADING_SIZES = { 1: 14, 2: 12, 3: 10.5 } as const;
const COMMON_SIZE = 12;
const LETTER_TITLE = 22;
const LETTER_NOTE = 14;
const LETTER_HEADS = { 1: 'head', 2: 'kai', 3: 'letter' } as const;
const INDENT = '　　';
/** A row without text. */
const BLANK_ROW = 28;
const COVER_SIZE = 32;
const COVER_LINE = 16;
/** Of the page: above the title of a cover, and below it. */
const COVER_ABOVE = 0.22;
const COVER_BETWEEN = 0.3;

/** The title over the whole width; that of a letter in lines that end with its phrases. */
export function titleRows(text: string, layout: GridLayout): SheetRow[] {
  const place = wholeWidth(layout);
  const value = plain(text);
  if (layout.style === 'letter') {
    const style = unframed('title', LETTER_TITLE, 'center');
    const title = broken(value, LETTER_TITLE, layout);
    const rows = bandRows([{ place, value: title, style }], layout, LETTER_TITLE * 2);
    return keep([blankRow(BLANK_ROW), ...rows, blankRow(BLANK_ROW / 2)]);
  }
  const sizes = TITLE_SIZES.map((own) => own * largerOf(layout));
  const size =
    sizes.find((own) => lineCount(value, place.width, own) === 1) ?? 16 * largerOf(layout);
  const box = { place, value, style: unframed('title', size, 'center') };
  return keep(bandRows([box], layout, size * 2));
}

function broken(title: string, size: number, layout: GridLayout): string {
  const room = lineWidth(wholeWidth(layout).width, size);
  return titleLines(title, room, (own) => displayWidth(own, { ambiguous: 'wide' })).join('\n');
}

/** A cover: the title large in the upper half of the page, the lines below it. */
export function coverRows(title: string, lines: readonly string[], layout: GridLayout): SheetRow[] {
  const place = wholeWidth(layout);
  const centred = (text: string, font: CellStyle['font'], size: number): SheetRow[] => {
    const box = { place, value: text, style: unframed(font, size, 'center') };
    return bandRows([box], layout, size * 2);
  };
  return keep([
    ...blankRows(layout.pageHeight * COVER_ABOVE),
    ...centred(broken(plain(title), COVER_SIZE, layout), 'title', COVER_SIZE),
    ...blankRows(layout.pageHeight * COVER_BETWEEN),
    ...lines.flatMap((line) => centred(plain(line), textLook(layout).font, COVER_LINE)),
  ]);
}

function largerOf({ fontSize }: GridLayout): number {
  return Math.max(1, fontSize / COMMON_SIZE);
}

/** Empty height; a row cannot be higher than workbooks hold. */
function blankRows(height: number): SheetRow[] {
  const count = Math.ceil(height / 200);
  return Array.from({ length: count }, () => blankRow(Math.floor(height / count)));
}

/** An empty row. */
export function blankRow(height: number): SheetRow {
  return { height, cells: [] };
}

/** A heading inside the paper. */
export function headingRows(text: string, level: 1 | 2 | 3, layout: GridLayout): SheetRow[] {
  const place = wholeWidth(layout);
  if (layout.style === 'letter') {
    const style = unframed(LETTER_HEADS[level], textLook(layout).size, 'left');
    return keep(
      bandRows([{ place, value: `${INDENT}${plain(text)}`, style }], layout, LINE_HEIGHT),
    );
  }
  const size = Math.max(HEADING_SIZES[level] * largerOf(layout), layout.fontSize);
  const style = unframed('head', size, 'left', level > 1);
  return keep(bandRows([{ place, value: plain(text), style }], layout, size * 2));
}

/** Running text by what it is for, a row a paragraph. */
export function paragraphRows({ role, text }: ParagraphBlock, layout: GridLayout): SheetRow[] {
  const { font, size } = textLook(layout);
  const lines = plain(text).split('\n');
  switch (role) {
    case 'body':
      return lineRows(
        lines.map((line) => `${INDENT}${trimmed(line, layout)}`),
        unframed(font, size, 'left'),
        layout,
      );
    case 'note': {
      const small =
        layout.style === 'letter' ? LETTER_NOTE : Math.max(SMALLEST_SIZE, layout.fontSize - 1.5);
      return lineRows(lines, unframed(font, small, 'left'), layout);
    }
    case 'center':
    case 'number':
      return keep(lineRows(lines, unframed(font, size, 'center'), layout));
    case 'addressee':
      return keep(lineRows(lines, unframed(font, size, 'left'), layout));
    case 'attachmentMark':
      return keep(lineRows(lines, unframed('head', size, 'left'), layout));
    case 'attachment': {
      // A cell cannot hang its lines: numbers stand below each other, what is broken does not.
      const below = INDENT + '　'.repeat(3);
      const values = lines.map(
        (line, index) => `${index === 0 ? INDENT : below}${line.replace(/^[\s\u3000]+/u, '')}`,
      );
      return lineRows(values, unframed(font, size, 'left'), layout);
    }
  }
}

/** A list, an item a row, numbered where it is. */
export function listRows({ items, from }: ListBlock, layout: GridLayout): SheetRow[] {
  const { font, size } = textLook(layout);
  const blank = layout.style === 'letter' ? '' : ' ';
  const values = items.flatMap((item, index) => {
    const number = from === undefined ? '' : `${from + index}.${blank}`;
    return plain(item)
      .split('\n')
      .map((line, which) => `${INDENT}${which === 0 ? number : ''}${line}`);
  });
  return lineRows(values, unframed(font, size, 'left'), layout);
}

/** In a letter, blanks that an author wrote as an indent are not printed twice. */
function trimmed(line: string, { style }: GridLayout): string {
  return style === 'letter' ? line.replace(/^[\s\u3000]+(?=[^\s\u3000])/u, '') : line;
}

/** Each line of text as a row over the whole width. */
export function lineRows(
  lines: readonly string[],
  style: CellStyle,
  layout: GridLayout,
): SheetRow[] {
  const place = wholeWidth(layout);
  return lines.flatMap((value) => bandRows([{ place, value, style }], layout, LINE_HEIGHT));
}
