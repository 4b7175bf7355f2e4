import { emWidth, wrapEms } from '../util/em-text.ts';
import type { BoxShape, BoxText, LineShape } from './drawing.ts';

/** Type sizes in points: 小五, never smaller, and 五号. */
export const SMALL = 9;
export const NORMAL = 10.5;

const INK = '#1a1a1a';
const LEADING = 1.35;

export type TextLine = BoxText['lines'][number];

/** What no reader sees but programs obey or refuse: controls, marks of direction, lone surrogates. */
const CONTROLS =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

/** Text from data as a drawing holds it. */
export function drawable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROLS, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Text broken to a width in points, without blank lines. */
export function linesOf(text: string, size: number, width: number, bold = false): TextLine[] {
  return wrapEms(drawable(text), width / size)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line, bold }));
}

export function leadingOf(size: number): number {
  return size * LEADING;
}

export function textHeight(lines: number, size: number): number {
  return lines * leadingOf(size);
}

/** Width of the widest line in points. */
export function textWidth(lines: readonly TextLine[], size: number): number {
  return Math.max(0, ...lines.map(({ text }) => emWidth(text) * size));
}

type ShapeBounds = Pick<BoxShape, 'x' | 'y' | 'width' | 'height'>;
type Looks = Partial<
  Pick<BoxShape, 'outline' | 'dashed' | 'lineWidth' | 'stroke' | 'fill'> &
    Pick<BoxText, 'size' | 'align' | 'padding' | 'color'>
>;

/** A box, by default a thin rectangle with centred text. */
export function boxOf(place: ShapeBounds, lines: readonly TextLine[], looks: Looks = {}): BoxShape {
  const { size = SMALL, align = 'center', padding = 0, color = INK } = looks;
  const text = { lines, size, leading: rounded(leadingOf(size)), align, padding, color };
  return {
    kind: 'box',
    x: rounded(place.x),
    y: rounded(place.y),
    width: rounded(place.width),
    height: rounded(place.height),
    outline: looks.outline ?? 'rect',
    dashed: looks.dashed ?? false,
    lineWidth: looks.lineWidth ?? 0.75,
    stroke: looks.stroke ?? INK,
    fill: looks.fill,
    text: lines.length === 0 ? undefined : text,
  };
}

type Point = LineShape['points'][number];

/** A line through points; those that lie on the way between two others are left out. */
export function lineOf(
  points: readonly Point[],
  looks: Partial<Pick<LineShape, 'arrow' | 'dashed' | 'lineWidth' | 'stroke'>> = {},
): LineShape {
  const kept: Point[] = [];
  for (const { x, y } of points) {
    const point = { x: rounded(x), y: rounded(y) };
    const last = kept.at(-1);
    if (last?.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    const isStraight =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isStraight) kept.pop();
    kept.push(point);
  }
  return {
    kind: 'line',
    points: kept,
    arrow: looks.arrow ?? false,
    dashed: looks.dashed ?? false,
    lineWidth: looks.lineWidth ?? 0.75,
    stroke: looks.stroke ?? INK,
  };
}

/** To a hundredth of a point, so that drawings are short and equal everywhere. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
