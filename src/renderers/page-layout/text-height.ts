import { displayWidth, lineRanges } from '../../util/display-width.ts';
import { lineWidth } from './page-room.ts';

/**
 * Line height over type size. 宋体 needs 1.3, the Noto and 思源 faces that stand in for it on Linux
 * nearly 1.45: with less the last line is cut.
 */
const LINE_HEIGHT = 1.45;
const LATIN_EXCESS = 0.14;
/** Blank above and below the text of a cell, in points. */
const CELL_BLANK = 5;
/** Characters that one cell can hold. */
export const LONGEST_TEXT = 32_767;

/** Lines that the text takes in a cell of this width. */
export function lineCount(text: string, width: number, size: number): number {
  const perLine = safeWidth(text, width, size);
  // Most cells hold a word or two and need no breaking.
  if (!text.includes('\n') && displayWidth(text, { ambiguous: 'wide' }) <= perLine) return 1;
  return lineRanges(text, perLine, { ambiguous: 'wide' }).length;
}

/**
 * Half Han characters that surely fit a line. Faces that stand in for 宋体 set Latin letters and digits
 * wider than half a Han character, so that lines of them hold fewer.
 */
function safeWidth(text: string, width: number, size: number): number {
  const perLine = lineWidth(width, size);
  const latin = text.match(/[A-Za-z0-9]/g)?.length ?? 0;
  return Math.max(2, Math.floor(perLine * (1 - LATIN_EXCESS * (latin / Math.max(1, text.length)))));
}

/** Height of a row that shows so many lines. */
export function linesHeight(lines: number, size: number): number {
  return roundUp(lines * size * LINE_HEIGHT + CELL_BLANK);
}

/** Height that the text needs in a cell of this width. Office programs do not compute it. */
export function textHeight(text: string, width: number, size: number): number {
  return linesHeight(lineCount(text, width, size), size);
}

/** Lines that fit a row of this height. */
export function linesIn(height: number, size: number): number {
  return Math.max(1, Math.floor((height - CELL_BLANK) / (size * LINE_HEIGHT) + 0.001));
}

/**
 * Cuts text that is too high for one row into parts of at most `most` lines. The parts joined are the
 * text: line feeds stay at the end of a part. A part ends with a paragraph or a sentence where one
 * ends in its last lines, because a sentence cut inside a line leaves a ragged edge.
 */
export function cutText(text: string, width: number, size: number, most: number): string[] {
  const lines = lineRanges(text, safeWidth(text, width, size), { ambiguous: 'wide' });
  const parts: string[] = [];
  let start = 0;
  let first = 0;
  while (first < lines.length) {
    const left = lines.length - first;
    const last = left <= most ? lines.length - 1 : lastLine(text, lines, first, most);
    const line = lines[last];
    if (line === undefined) break;
    const end = line.hard ? line.end + 1 : line.end;
    parts.push(...piecesOf(text.slice(start, end)));
    start = end;
    first = last + 1;
  }
  return parts.length === 0 ? [text] : parts;
}

/** A line of marks without width can be longer than a cell holds. */
function piecesOf(part: string): string[] {
  if (part.length <= LONGEST_TEXT) return [part];
  return part.match(new RegExp(`.{1,${Math.floor(LONGEST_TEXT / 2)}}`, 'gsu')) ?? [part];
}

const SEARCHED_LINES = 4;

function lastLine(
  text: string,
  lines: ReturnType<typeof lineRanges>,
  first: number,
  most: number,
): number {
  const full = first + most - 1;
  for (let index = full; index > full - SEARCHED_LINES && index > first; index -= 1) {
    if (lines[index]?.hard) return index;
  }
  for (let index = full; index > full - SEARCHED_LINES && index > first; index -= 1) {
    const end = lines[index]?.end ?? 0;
    if (/[。；！？]/.test(text[end - 1] ?? '')) return index;
  }
  return full;
}

/** Rounds up to the quarter point that workbooks keep. */
function roundUp(points: number): number {
  return Math.ceil(points * 4) / 4;
}
