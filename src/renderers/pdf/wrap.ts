import type { Glyph, Typeface } from './typeface.ts';

/** A printed line: its text, and how wide it is in points. */
export type Line = { readonly text: string; readonly width: number };

/**
 * Breaks text into lines no wider than `width` points, by the rules of Chinese print: Latin words and
 * numbers stay whole where they fit, no line starts with closing punctuation or ends with an opening
 * one, and the blank half of a closing sign may stand over the edge.
 */
export function wrapText(text: string, typeface: Typeface, size: number, width: number): Line[] {
  const lines: Line[] = [];
  const room = width / size;
  if (!text.includes('\n')) wrapParagraph(text, typeface, size, room, lines);
  else {
    for (const paragraph of text.split('\n')) {
      wrapParagraph(paragraph, typeface, size, room, lines);
    }
  }
  return lines;
}

/** Width of text on one line, in points. */
export function textWidth(text: string, typeface: Typeface, size: number): number {
  let width = 0;
  for (let offset = 0; offset < text.length;) {
    const glyph = typeface.glyphAt(text, offset);
    width += glyph.width;
    offset += glyph.length;
  }
  return width * size;
}

function wrapParagraph(
  text: string,
  typeface: Typeface,
  size: number,
  room: number,
  lines: Line[],
): void {
  let lineStart = 0;
  let lineWidth = 0;
  /** Start and width of the piece that must stay together, still open at the right. */
  let pieceStart = 0;
  let pieceWidth = 0;
  let before: Glyph | undefined;

  const endLine = (end: number, width: number): void => {
    const line = text.slice(lineStart, end);
    lines.push({ text: line.endsWith(' ') ? line.trimEnd() : line, width: width * size });
    lineStart = end;
  };

  for (let offset = 0; offset < text.length;) {
    const glyph = typeface.glyphAt(text, offset);
    if (before !== undefined && mayBreak(before, glyph)) {
      lineWidth += pieceWidth;
      pieceStart = offset;
      pieceWidth = 0;
    }
    const needed = glyph.width - glyph.hang;
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
    pieceWidth += glyph.width;
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
