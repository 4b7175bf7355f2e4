import { SIDE_BLANK } from '../../page-layout/page-room.ts';
import { drawShapes } from './draw-shapes.ts';
import { segmentsOf } from './grow-heights.ts';
import type { StripPage } from './paginate-strips.ts';
import { makeRules, type Rules } from './ruled-lines.ts';
import type { Typefaces } from '../pdf-setting.ts';
import { END_BLANK, topBlank, type TextBox } from '../strips/strip.ts';
import { makeTextWriter, type TextWriter } from '../type/text-writer.ts';

/** Where the print stands on the sheet, in points; `top` counts from the lower edge. */
export type PageFrame = { readonly left: number; readonly top: number };

/** Han characters reach from so far below the base line up to one em above that. */
const DESCENT = 0.12;
/** More of the blank stands where lines begin: at their ends there is mostly some anyway. */
const SHIFT = 0.5;

/** The page as operators of a content stream, origin at the lower left. */
export function drawPage(
  { strips, heights }: StripPage,
  { left, top }: PageFrame,
  faces: Typefaces,
): string {
  let art = '';
  const rules = makeRules();
  const text = makeTextWriter();
  const edges = [top];
  for (const height of heights) edges.push((edges.at(-1) ?? top) - height);
  const last = strips.length - 1;
  strips.forEach(({ boxes, art: drawing, leader }, index) => {
    // Where a row goes on over pages, its frame is closed on both.
    const extra = `${index === 0 ? 'T' : ''}${index === last ? 'B' : ''}`;
    const upper = edges[index] ?? top;
    const lower = edges[index + 1] ?? top;
    for (const box of boxes) {
      drawFrame(rules, box, box.sides === '' ? '' : box.sides + extra, { left, upper, lower });
      drawText(text, box, { left, upper, lower });
    }
    if (drawing !== undefined) {
      const { shapes, x, scale } = drawing;
      art += drawShapes(shapes, faces, { left: left + x, top: upper, scale });
    }
    if (leader !== undefined && leader.to > leader.from) {
      const y = hundredths(upper - leader.drop) / 100;
      const ends = [leader.from, leader.to].map((x) => hundredths(left + x) / 100);
      art += `q 1 J 0.9 w [0 3.6] 0 d\n${ends[0]} ${y} m\n${ends[1]} ${y} l\nS\nQ\n`;
    }
  });
  for (const { merge, start, end } of segmentsOf(strips)) {
    const upper = edges[start] ?? top;
    const lower = edges[end] ?? top;
    drawFrame(rules, merge, merge.sides, { left, upper, lower });
    drawText(text, merge, { left, upper, lower });
  }
  return rules.content() + text.content() + art;
}

type BoxEdges = { readonly left: number; readonly upper: number; readonly lower: number };

function drawFrame(
  rules: Rules,
  box: TextBox,
  sides: string,
  { left, upper, lower }: BoxEdges,
): void {
  if (sides === '') return;
  const [from, to] = [hundredths(left + box.x), hundredths(left + box.x + box.width)];
  const [high, low] = [hundredths(upper), hundredths(lower)];
  if (sides.includes('T')) rules.addAcross(high, from, to);
  if (sides.includes('B')) rules.addAcross(low, from, to);
  if (sides.includes('L')) rules.addDown(from, low, high);
  if (sides.includes('R')) rules.addDown(to, low, high);
}

function drawText(writer: TextWriter, box: TextBox, { left, upper, lower }: BoxEdges): void {
  const { lines, style, align, valign } = box;
  const { typeface, size, leading, above = (leading - size) / 2, weight } = style;
  const high = lines.length * leading;
  const start =
    valign === 'top'
      ? upper - topBlank(box)
      : valign === 'bottom'
        ? lower + high + END_BLANK
        : (upper + lower + high) / 2;
  const base = above + size * (1 - DESCENT);
  const room = box.width - 2 * SIDE_BLANK;
  lines.forEach(({ text, width, start: own, tracking }, index) => {
    if (text === '') return;
    const blank = Math.max(0, room - width);
    const aligned = align === 'left' ? SHIFT : align === 'right' ? blank - SHIFT : blank / 2;
    const indent = own ?? aligned;
    const x = left + box.x + SIDE_BLANK + indent;
    const y = start - index * leading - base;
    const look = tracking === undefined && weight === undefined ? undefined : { tracking, weight };
    writer.write(text, { typeface, size }, { x: hundredths(x), y: hundredths(y) }, look);
  });
}

function hundredths(points: number): number {
  return Math.round(points * 100);
}
