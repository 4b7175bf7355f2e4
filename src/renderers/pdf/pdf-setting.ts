import type { Drawing } from '../../figures/drawing.ts';
import type { FigureBlock, DocumentStyle } from '../../papers/document.ts';
import type { GridLayout, GridPlace } from '../page-layout/lay-out-grid.ts';
import { SIDE_BLANK, sum } from '../page-layout/page-room.ts';
import { type TextBox, type TextStyle } from './strips/strip.ts';
import type { Typeface } from './type/typeface.ts';
import { wrapText, type SetLine } from './type/wrap-text.ts';

/** What the blocks of a paper are set with. */
export type PdfSetting = {
  readonly layout: GridLayout;
  /** Height for strips on one page. */
  readonly room: number;
  readonly faces: Typefaces;
  readonly style: DocumentStyle;
  readonly file: PdfFileSetting;
};

/** What a paper knows of the file that it stands in. */
export type PdfFileSetting = {
  /** Charts laid out for their pages; a chart without drawings is printed as its table. */
  readonly drawings: ReadonlyMap<FigureBlock, readonly Drawing[]>;
  /** The printed number of the page that a document of the file begins on; empty: none. */
  readonly pageOf: (document: number) => string;
};

/** Typefaces by what they print; `head` also serves for all that is bold. */
export type Typefaces = {
  readonly title: Typeface;
  /** Letters: 小标宋, 仿宋 and 楷体 if the user has them. */
  readonly letterTitle: LetterFace;
  readonly letter: Typeface;
  readonly kai: LetterFace;
  readonly head: Typeface;
  readonly body: Typeface;
};

/** A face, or one near to it: `weight` in ems makes the strokes of a lighter face stronger. */
export type LetterFace = { readonly typeface: Typeface; readonly weight: number };

type Look = Partial<Pick<TextBox, 'align' | 'valign' | 'sides'>>;

/** Line height over type size: close in boxes, open in running text. */
const CLOSE = 1.36;
const OPEN = 1.6;
/** Centred text of so many lines is harder to read than text from the left. */
const RAGGED_LINES = 3;
/** Longer text reads well however it breaks. */
const SHORT_TEXT = 16;

/** Style of text in boxes. */
export function boxStyle(typeface: Typeface, size: number): TextStyle {
  return { typeface, size, leading: size * CLOSE };
}

/** Style of running text. */
export function proseStyle(typeface: Typeface, size: number): TextStyle {
  return { typeface, size, leading: size * OPEN };
}

export type PlaceInGrid = { readonly place: GridPlace; readonly layout: GridLayout };

/** Text set in lines for its place. */
export function makeBox(
  text: string,
  { place, layout }: PlaceInGrid,
  style: TextStyle,
  look: Look = {},
): TextBox {
  const { align = 'left', valign = 'middle', sides = '' } = look;
  const room = place.width - 2 * SIDE_BLANK;
  const wrapped =
    text === '' ? [] : wrapText(text, { typeface: style.typeface, size: style.size }, room);
  const isShort = wrapped.length > 1 && text.length <= SHORT_TEXT;
  const lines = align === 'center' && isShort ? balance(text, style, wrapped, room) : wrapped;
  return {
    x: sum(layout.widths.slice(0, place.column)),
    width: place.width,
    lines,
    style,
    align,
    valign,
    sides,
  };
}

/** Long text in a centred box starts at the left. */
export function straighten(box: TextBox): TextBox {
  const isRagged = box.align === 'center' && box.lines.length >= RAGGED_LINES;
  return isRagged ? { ...box, align: 'left' } : box;
}

/** Makes the lines of short centred text alike: 办公室｜主任, not 办公室主｜任. */
function balance(
  text: string,
  { typeface, size }: TextStyle,
  wrapped: readonly SetLine[],
  room: number,
): readonly SetLine[] {
  let best = wrapped;
  for (let narrower = room - size / 2; narrower > room / 2; narrower -= size / 2) {
    const lines = wrapText(text, { typeface, size }, narrower);
    if (lines.length > wrapped.length) break;
    best = lines;
  }
  return best;
}
