import type { Glyph, Typeface } from './typeface.ts';

/** A printed line: its text, and how wide it is in points. */
export type SetLine = {
  readonly text: string;
  readonly width: number;
  /** Points from the left edge of the box's text; absent: where the box aligns it. */
  readonly start?: number;
  /** Points between its characters, negative where they stand closer than their own widths. */
  readonly tracking?: number;
};

export type WrapOptions = {
  /** Points between characters. */
  readonly tracking?: number;
  /** Points by which the first line of a paragraph is narrower, and the others. */
  readonly indent?: number;
  readonly hanging?: number;
  /** 。，、；： may stand over the edge as a whole, as offices set letters. */
  readonly overhang?: boolean;
};

/** Signs that may stand over the edge of a letter's line. */
const OVERHANGING = new Set('。，、；：');

/** What text is set in, and how large, in points. */
export type TypeSet = { readonly typeface: Typeface; readonly size: number };

/**
 * Breaks text into lines no wider than `width` points, by the rules of Chinese print: Latin words and
 * numbers stay whole where they fit, no line starts with closing punctuation or ends with an opening
 * one, and the blank half of a closing sign may stand over the edge.
 */
export function wrapText(
  text: string,
  { typeface, size }: TypeSet,
  width: number,
  options: WrapOptions = NO_OPTIONS,
): SetLine[] {
  const lines: SetLine[] = [];
  if (!text.includes('\n')) wrapParagraph(text, { typeface, size }, { width, lines }, options);
  else {
    for (const paragraph of text.split('\n')) {
      wrapParagraph(paragraph, { typeface, size }, { width, lines }, options);
    }
  }
  return lines;
}

const NO_OPTIONS: WrapOptions = {};

/** Width of text on one line, in points. */
export function textWidth(text: string, typeface: Typeface, size: number, tracking = 0): number {
  let width = 0;
  let signs = 0;
  for (let offset = 0; offset < text.length;) {
    const glyph = typeface.glyphAt(text, offset);
    width += glyph.width;
    if (glyph.code !== '') signs += 1;
    offset += glyph.length;
  }
  return width * size + signs * tracking;
}

/**
 * Stretches a line to the width, so that the right edge is straight; a sign that stands over the edge
 * does not count. Lines that would be torn apart stay as they are.
 */
export function justifyLine(
  line: SetLine,
  typeface: Typeface,
  size: number,
  width: number,
): SetLine {
  const { text, tracking = 0 } = line;
  const last = text.at(-1) ?? '';
  const full = textWidth(text, typeface, size, tracking);
  const isOver = full > width + ROUNDING && OVERHANGING.has(last);
  const shown = isOver ? text.slice(0, -1) : text;
  const signs = Array.from(shown).length;
  const lacking = width - textWidth(shown, typeface, size, tracking);
  const share = lacking / Math.max(1, signs - 1);
  return Math.abs(share) > size * MOST_STRETCHED ? line : { ...line, tracking: tracking + share };
}

/** Of the type size, between two characters. */
const MOST_STRETCHED = 0.3;

/** How wide lines may be, and where they go. */
type ParagraphRoom = { readonly width: number; readonly lines: SetLine[] };

function wrapParagraph(
  text: string,
  { typeface, size }: TypeSet,
  { width, lines }: ParagraphRoom,
  { tracking = 0, indent = 0, hanging = 0, overhang = false }: WrapOptions,
): void {
  let room = (width - indent) / size;
  const spacing = tracking / size;
  let lineStart = 0;
  let lineWidth = 0;
  /** Start and width of the piece that must stay together, still open at the right. */
  let pieceStart = 0;
  let pieceWidth = 0;
  let before: Glyph | undefined;

  const endLine = (end: number, own: number): void => {
    const line = text.slice(lineStart, end);
    lines.push({ text: line.endsWith(' ') ? line.trimEnd() : line, width: own * size });
    lineStart = end;
    room = (width - hanging) / size;
  };

  for (let offset = 0; offset < text.length;) {
    const glyph = typeface.glyphAt(text, offset);
    if (before !== undefined && mayBreak(before, glyph)) {
      lineWidth += pieceWidth;
      pieceStart = offset;
      pieceWidth = 0;
    }
    const advance = spacing === 0 || glyph.code === '' ? glyph.width : glyph.width + spacing;
    const needed = overhang && OVERHANGING.has(text[offset] ?? '') ? 0 : advance - glyph.hang;
    // Blanks hang over the edge: they never start a line of their own.
    if (!glyph.isBlank && lineWidth + pieceWidth + needed > room + ROUNDING) {
      if (pieceStart > lineStart) {
        endLine(pieceStart, lineWidth);
        lineWidth = 0;
      }
      if (pieceWidth + needed > room + ROUNDING && offset > lineStart) {
        endLine(offset, pieceWidth);
        pieceStart = offset;
        pieceWidth = 0;
      }
    }
    pieceWidth += advance;
    offset += glyph.length;
    before = glyph;
  }
  lines.push({ text: text.slice(lineStart), width: (lineWidth + pieceWidth) * size });
}

const ROUNDING = 1e-6;

function mayBreak(before: Glyph, after: Glyph): boolean {
  if (before.opens || after.closes || after.isBlank) return false;
  if (before.isWord && after.isWord) return false;
  return !(before.pairs && after.pairs);
}
