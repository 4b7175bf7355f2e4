import type { Shape } from '../../../figures/drawing.ts';
import type { Typeface } from '../type/typeface.ts';
import type { SetLine } from '../type/wrap-text.ts';

/**
 * A strip of the page over its whole width, laid out but not yet placed: a row of a table, a line of
 * running text. Strips are never cut. Measures are points; `x` counts from the left edge of the print.
 */
export type Strip = {
  readonly height: number;
  readonly boxes: readonly TextBox[];
  /** Boxes over several strips: each of these strips names the same value. */
  readonly merges: readonly StripMerge[];
  /** The strip must stand on one page with the next one. */
  readonly keepWithNext: boolean;
  /** A page must end before this strip. */
  readonly breakBefore: boolean;
  /** The head to be repeated where a page starts with this strip. */
  readonly head: readonly Strip[];
  /** Blank at its lower end that may stand over the edge of the page: the space below a line. */
  readonly tail?: number;
  /** A drawing, shrunk by `scale`, whose upper left corner is that of the strip moved by `x`. */
  readonly art?: { readonly shapes: readonly Shape[]; readonly x: number; readonly scale: number };
  /** Dots that lead the eye from one place to another, so far below the upper edge. */
  readonly leader?: { readonly from: number; readonly to: number; readonly drop: number };
  /** The document of the same file that a reader is taken to. */
  readonly link?: number;
};

export type TextBox = {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly SetLine[];
  readonly style: TextStyle;
  readonly align: 'left' | 'center' | 'right';
  readonly valign: 'top' | 'middle' | 'bottom';
  /** Sides with a line, of `LRTB`; empty: none. */
  readonly sides: string;
};

/** Its text stands in the middle of the strips that it covers, again on every page. */
export type StripMerge = TextBox & { readonly need: number };

export type TextStyle = {
  readonly typeface: Typeface;
  readonly size: number;
  /** From line to line, in points. */
  readonly leading: number;
  /** Blank above the characters of a line; absent: half of what the line is higher than they. */
  readonly above?: number;
  /** Points by which the strokes are made stronger. */
  readonly weight?: number;
};

/** Lines on all four sides. */
export const FRAMED = 'LRTB';
/** Blank above and below the text in a box. */
export const END_BLANK = 3;

/** A strip with nothing special. */
export function strip(height: number, boxes: readonly TextBox[], changes?: Partial<Strip>): Strip {
  return {
    height,
    boxes,
    merges: [],
    keepWithNext: false,
    breakBefore: false,
    head: [],
    ...changes,
  };
}

/** Height that the text of a box needs. */
export function heightOf({ lines, style }: Pick<TextBox, 'lines' | 'style'>): number {
  return lines.length * style.leading + 2 * END_BLANK;
}

/**
 * Cuts a strip between the lines of its text, so that it can go on over pages. The first and the last
 * two lines stay together.
 */
export function cutStrip(whole: Strip): Strip[] {
  const count = Math.max(1, ...whole.boxes.map(({ lines }) => lines.length));
  const cuts = Array.from({ length: Math.max(0, count - 3) }, (_, index) => index + 2);
  const starts = [0, ...cuts];
  return starts.map((start, index) => {
    const isFirst = index === 0;
    const isLast = index === starts.length - 1;
    const end = starts[index + 1] ?? count;
    const boxes = whole.boxes.map((box): TextBox => ({
      ...box,
      lines: box.lines.slice(start, end),
      valign: 'top',
      sides: sidesOfPart(box.sides, isFirst, isLast),
    }));
    const blank = (isFirst ? END_BLANK : 0) + (isLast ? END_BLANK : 0);
    const height = Math.max(0, ...boxes.map((box) => box.lines.length * box.style.leading)) + blank;
    return {
      ...whole,
      height,
      boxes,
      keepWithNext: isLast && whole.keepWithNext,
      breakBefore: isFirst && whole.breakBefore,
    };
  });
}

/** Nothing parts the parts of a cut strip. */
function sidesOfPart(sides: string, isFirst: boolean, isLast: boolean): string {
  const below = isLast ? sides : sides.replace('B', '');
  return isFirst ? below : below.replace('T', '');
}

/** Blank above the first line of a box whose text starts at the top; parts of a cut strip have none. */
export function topBlank({ sides }: TextBox): number {
  return sides === '' || sides.includes('T') ? END_BLANK : 0;
}

/** All strips but the last must stand with the next one. */
export function keepTogether(strips: readonly Strip[], last: boolean): Strip[] {
  return strips.map((own, index) =>
    index < strips.length - 1 || last ? { ...own, keepWithNext: true } : own,
  );
}
