import type { Profile } from '../../model/profile.ts';
import type { Paper, DocumentStyle } from '../document.ts';

const POINTS: Readonly<Record<Profile['size'], number>> = {
  小五: 9,
  五号: 10.5,
  小四: 12,
  四号: 14,
  三号: 16,
  二号: 22,
};
const SIDES = { A4: [210, 297], A3: [297, 420] } as const;
/** Blank at the left and right edge of a printed page, in millimetres. */
const MARGINS = 32;
/** Width of the text of a letter: 28 characters of 三号 by GB/T 9704-2012. */
const LETTER_WIDTH = 156;
/** Programs and printers round differently: a little less than the page holds. */
const SLACK = 0.98;
/** Blank at the sides of a cell, in points. */
const PADDING = 5;

/** The paper and type size that a profile asks for; a letter stands on A4, `size` is of its tables. */
export function paperOf({ paper, size, style }: Pick<Profile, 'paper' | 'size' | 'style'>): Paper {
  if (style === 'letter') return { size: 'A4', orientation: 'portrait', fontSize: POINTS[size] };
  const [format, orientation] = paper.split(' ') as [Paper['size'], Paper['orientation']];
  return { size: format, orientation, fontSize: POINTS[size] };
}

/** Room between the margins, and what a cell's own blank takes of it, in half Han characters. */
export function roomOf(
  { size, orientation, fontSize }: Paper,
  style: DocumentStyle = 'form',
): { readonly width: number; readonly padding: number } {
  const side = SIDES[size][orientation === 'portrait' ? 0 : 1];
  const room = style === 'letter' ? LETTER_WIDTH : side - MARGINS;
  const halfHan = fontSize / 2;
  return {
    width: ((room * 72) / 25.4) * (SLACK / halfHan),
    padding: PADDING / halfHan,
  };
}
