import { SIDE_BLANK, typeArea, sum } from '../../page-layout/page-room.ts';
import type { Paper } from '../../../papers/document.ts';
import type { LetterFace, PdfSetting } from '../pdf-setting.ts';
import { strip, type Strip, type TextStyle } from '../strips/strip.ts';
import { justifyLine, textWidth, wrapText, type SetLine } from './wrap-text.ts';

/** 三号 as offices type it, and as the standard measures it (5.5 mm are 15.75 points and a little). */
const LETTER_SIZE = 16;
const STANDARD_SIZE = 15.75;
/** 行: the height of a 三号 character and seven eighths of it (GB/T 9704-2012, 3.3). */
const LETTER_LEADING = STANDARD_SIZE * (1 + 7 / 8);
const CHARACTERS = 28;
const LINES = 22;
const OPEN = 1.6;

/** How the running text of a paper is set. */
export type TextSet = {
  readonly style: TextStyle;
  /** From character to character. */
  readonly em: number;
  readonly tracking: number;
  readonly width: number;
  /** Lines reach the right edge, and signs may stand over it. */
  readonly justified: boolean;
};

/** Running text of a letter: 28 characters a line, 22 lines a page; of a form: in its type size. */
export function textSet({ layout, faces, style }: PdfSetting): TextSet {
  const width = sum(layout.widths);
  if (style === 'form') {
    const { fontSize } = layout;
    return {
      style: { typeface: faces.body, size: fontSize, leading: fontSize * OPEN },
      em: fontSize,
      tracking: 0,
      width,
      justified: false,
    };
  }
  // On other paper than A4 upright the pitch stays about the same.
  const count = Math.max(1, Math.round(width / PITCH));
  return {
    style: { typeface: faces.letter, size: LETTER_SIZE, leading: LETTER_LEADING, above: 0 },
    em: width / count,
    tracking: width / count - LETTER_SIZE,
    width,
    justified: true,
  };
}

const AREA = typeArea({ size: 'A4', orientation: 'portrait', fontSize: LETTER_SIZE }, 'letter');
const PITCH = AREA.width / CHARACTERS;
/** What 22 lines leave of the type area, half a millimetre: characters reach higher than lower. */
const SPARE = AREA.height - (LINES - 1) * LETTER_LEADING - LETTER_SIZE;

/** Where the first line of a letter's page begins below the type area's edge, and the room for lines. */
export function letterRoom(paper: Paper): { readonly top: number; readonly room: number } {
  return { top: SPARE, room: typeArea(paper, 'letter').height - SPARE };
}

/** The same text in another face or type size, on the same lines. */
export function setIn(set: TextSet, changes: Partial<TextStyle>): TextSet {
  const style = { ...set.style, ...changes };
  const isSame = style.size === set.style.size;
  return { ...set, style, ...(isSame ? {} : { em: style.size, tracking: 0 }) };
}

/** Width of text on one line. */
export function widthIn(set: TextSet, text: string): number {
  return textWidth(text, set.style.typeface, set.style.size, set.tracking);
}

export type Arrangement = {
  /** Points before the first line of each paragraph, and before the others. */
  readonly indent?: number;
  readonly hanging?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Points kept free at the right. */
  readonly end?: number;
};

/** Text broken into lines with their places. */
export function setText(text: string, set: TextSet, how: Arrangement = {}): SetLine[] {
  const { indent = 0, hanging = 0, align = 'left', end = 0 } = how;
  const { typeface, size } = set.style;
  const { tracking, justified } = set;
  const width = set.width - end;
  return text.split('\n').flatMap((paragraph) => {
    const own = { tracking, indent, hanging, overhang: justified };
    const lines = wrapText(paragraph, { typeface, size }, width, own);
    return lines.map((line, index): SetLine => {
      const start = index === 0 ? indent : hanging;
      const placed = { ...line, tracking, start };
      if (align === 'left') {
        const isOpen = index < lines.length - 1 && justified;
        return isOpen ? justifyLine(placed, typeface, size, width - start) : placed;
      }
      const blank = Math.max(0, width - textWidth(line.text, typeface, size, tracking));
      return { ...placed, start: align === 'center' ? blank / 2 : blank };
    });
  });
}

/** A strip a line, so that pages end anywhere between them. */
export function lineStrips(lines: readonly SetLine[], set: TextSet): Strip[] {
  const { style, width } = set;
  const tail = style.above === undefined ? 0 : style.leading - style.size;
  return lines.map((line) =>
    strip(
      style.leading,
      [
        {
          x: -SIDE_BLANK,
          width: width + 2 * SIDE_BLANK,
          lines: [line],
          style,
          align: 'left',
          valign: 'middle',
          sides: '',
        },
      ],
      { tail },
    ),
  );
}

/** Empty lines. */
export function blankLines(count: number, { style }: TextSet): Strip {
  const height = count * style.leading;
  return strip(height, [], { tail: height, keepWithNext: true });
}

/** The same text in the face of a letter's title, or of its second headings. */
export function setInFace(set: TextSet, { typeface, weight }: LetterFace, size: number): TextSet {
  return setIn(set, { typeface, size, ...(weight === 0 ? {} : { weight: weight * size }) });
}
