import type { Ambiguous } from './cluster-width.ts';
import { clusterWidth } from './cluster-width.ts';

/**
 * How wide text is and where it breaks, in half Han characters: a Han character is 2, a Latin letter
 * or digit 1. Used wherever columns must line up or a printed height must be known beforehand.
 */
export type WidthOptions = {
  /**
   * Width of `“ ” — … · ①`: terminals print them narrow, Chinese type sets them as wide as a Han
   * character.
   */
  readonly ambiguous?: Ambiguous;
  /** Another measure of what is seen as one character; `width` counts in its units then. */
  readonly measure?: (cluster: string) => number;
};

/** A line as a half-open range of UTF-16 offsets; `hard` when a line feed ends it. */
export type LineRange = { readonly start: number; readonly end: number; readonly hard: boolean };

/** Width of `text` on one line. */
export function displayWidth(text: string, options: WidthOptions = {}): number {
  let width = 0;
  const measure = measureOf(options);
  for (const cluster of clusters(text)) width += measure(cluster);
  return width;
}

/**
 * Breaks `text` into lines no wider than `width`: Latin words and numbers stay whole where they fit,
 * no line starts with closing punctuation (。，、；：！？）》) or ends with opening punctuation (（《「).
 */
export function wrap(text: string, width: number, options: WidthOptions = {}): string[] {
  return lineRanges(text, width, options).map(({ start, end }) => text.slice(start, end).trimEnd());
}

/**
 * The lines of `text` as offsets. They cover the text without a gap except for the line feeds, so a
 * caller can cut at a line and join again without loss.
 */
export function lineRanges(text: string, width: number, options: WidthOptions = {}): LineRange[] {
  const lines: LineRange[] = [];
  const measure = measureOf(options);
  let start = 0;
  for (const paragraph of text.split('\n')) {
    const end = start + paragraph.length;
    wrapParagraph(paragraph, start, { width: Math.max(1, width), measure }, lines);
    const last = lines.pop();
    lines.push({ start: last?.start ?? start, end, hard: end < text.length });
    start = end + 1;
  }
  return lines;
}

/** Signs that no line starts with. */
export const CLOSING: ReadonlySet<string> = new Set('。，、；：！？）》」』】〕〉”’…·%,.;:!?)]}％');
/** Signs that no line ends with. */
export const OPENING: ReadonlySet<string> = new Set('（《「『【〔〈“‘([{');
/** Everything whose clusters are single UTF-16 units: no segmenter needed, which is slow. */
const SIMPLE =
  /^[\n\t\u0020-\u007E\u00A0-\u02FF\u2010-\u2027\u2030-\u205E\u2100-\u22FF\u2460-\u257F\u3000-\u3029\u3030-\u3096\u309B-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uFF00-\uFF60\uFFE0-\uFFE6]*$/;
/** Made when the first rare sign is met: it takes as long as a small file. */
let segmenter: Intl.Segmenter | undefined;
const TAB_WIDTH = 4;

function clusters(text: string): Iterable<string> {
  if (SIMPLE.test(text)) return text;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function measureOf({ ambiguous, measure }: WidthOptions): (cluster: string) => number {
  return measure ?? ((cluster) => measured(cluster, ambiguous));
}

const known = { narrow: new Map<string, number>(), wide: new Map<string, number>() };

function measured(cluster: string, ambiguous: Ambiguous = 'narrow'): number {
  const code = cluster.charCodeAt(0);
  if (cluster.length === 1) {
    if (code >= 0x20 && code < 0x7f) return 1;
    if (code >= 0x4e00 && code <= 0x9fff) return 2;
    if (code === 9) return TAB_WIDTH;
  }
  const widths = known[ambiguous];
  let width = widths.get(cluster);
  if (width === undefined) {
    width = clusterWidth(cluster, ambiguous);
    // Single units are few; longer clusters could fill the memory of a long run.
    if (cluster.length === 1) widths.set(cluster, width);
  }
  return width;
}

type LineRoom = { readonly width: number; readonly measure: (cluster: string) => number };

/** Appends the lines of one paragraph; the caller closes the last one. */
function wrapParagraph(
  paragraph: string,
  offset: number,
  { width, measure }: LineRoom,
  lines: LineRange[],
): void {
  let lineStart = 0;
  let lineWidth = 0;
  /** Start and width of the piece that must stay together, still open at the right. */
  let pieceStart = 0;
  let pieceWidth = 0;
  let position = 0;
  let previous = '';

  const breakAt = (at: number): void => {
    lines.push({ start: offset + lineStart, end: offset + at, hard: false });
    lineStart = at;
  };

  for (const cluster of clusters(paragraph)) {
    if (position > 0 && mayBreak(previous, cluster)) {
      lineWidth += pieceWidth;
      pieceStart = position;
      pieceWidth = 0;
    }
    const own = measure(cluster);
    // Blanks hang over the edge: they never start a line of their own.
    if (cluster !== ' ' && lineWidth + pieceWidth + own > width) {
      if (pieceStart > lineStart) {
        breakAt(pieceStart);
        lineWidth = 0;
      }
      if (pieceWidth + own > width && position > lineStart) {
        breakAt(position);
        pieceStart = position;
        pieceWidth = 0;
        lineWidth = 0;
      }
    }
    pieceWidth += own;
    position += cluster.length;
    previous = cluster;
  }
  lines.push({ start: offset + lineStart, end: offset + position, hard: false });
}

function mayBreak(before: string, after: string): boolean {
  if (OPENING.has(before) || CLOSING.has(after) || after === ' ') return false;
  return !(isWordPart(before) && isWordPart(after));
}

/** Letters, digits and signs of Latin words, which stay whole. */
export function isWordPart(cluster: string): boolean {
  const code = cluster.charCodeAt(0);
  return code > 0x20 && code < 0x250;
}
