import type { ClosingBlock } from '../../papers/document.ts';
import { displayWidth } from '../../util/display-width.ts';
import type { GridLayout } from '../page-layout/lay-out-grid.ts';
import { plain } from '../plain-text.ts';
import { keep, textLook, unframed } from './block-rows.ts';
import type { SheetRow } from './sheet.ts';
import { blankRow, lineRows } from './text-rows.ts';

/** Half Han characters at the right of a sealed date, and of a name without a seal. */
const SEALED_END = 8;
const PLAIN_END = 4;
/** Room for the seal above the name. */
const SEAL_HEIGHT = 56;
const BLANK_HEIGHT = 28;

/**
 * 署名 and 成文日期 at the right, moved in by blanks: sealed, the name stands over the middle of the
 * date; else the date begins two characters after the name.
 */
export function closingRows({ by, on, seal }: ClosingBlock, layout: GridLayout): SheetRow[] {
  const names = by.flatMap((name) => plain(name).split('\n')).filter((name) => name !== '');
  const date = plain(on).replaceAll('\n', ' ');
  const widthOf = (text: string): number => displayWidth(text, { ambiguous: 'wide' });
  const widest = Math.max(0, ...names.map(widthOf));
  const dateEnd = seal
    ? Math.max(SEALED_END, (widest - widthOf(date)) / 2)
    : Math.max(PLAIN_END, widest - widthOf(date));
  const endOf = (name: string): number =>
    seal
      ? dateEnd + (widthOf(date) - widthOf(name)) / 2
      : dateEnd + widthOf(date) + PLAIN_END - widest + (widest - widthOf(name)) / 2;
  const lines = [
    ...names.map((name) => `${name}${blank(endOf(name))}`),
    ...(date === '' ? [] : [`${date}${blank(dateEnd)}`]),
  ];
  if (lines.length === 0) return [];
  const { font, size } = textLook(layout);
  const rows = lineRows(lines, unframed(font, size, 'right'), layout);
  const whole = [blankRow(seal ? SEAL_HEIGHT : BLANK_HEIGHT), ...rows];
  return [...keep(whole.slice(0, -1)), ...whole.slice(-1)];
}

function blank(halves: number): string {
  return '　'.repeat(Math.max(0, Math.round(halves / 2)));
}
