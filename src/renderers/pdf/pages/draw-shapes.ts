import type { BoxShape, LineShape, Shape } from '../../../figures/drawing.ts';
import { plain } from '../../plain-text.ts';
import type { Typefaces } from '../pdf-setting.ts';
import { makeTextWriter } from '../type/text-writer.ts';
import { textWidth } from '../type/wrap-text.ts';

const DESCENT = 0.12;
const ARROW_LENGTH = 6;
const ARROW_HALF = 2.4;
const ROUNDNESS = 0.5523;
const MOST_ROUND = 12;

/** Shapes as operators of a content stream, their text as text that can be searched and copied. */
export function drawShapes(
  shapes: readonly Shape[],
  faces: Typefaces,
  place: { readonly left: number; readonly top: number; readonly scale: number },
): string {
  const { left, top, scale } = place;
  const at = (x: number, y: number): string => `${hundredth(x)} ${hundredth(-y)}`;
  let content = '';
  for (const shape of shapes) {
    content += shape.kind === 'box' ? drawBox(shape, faces, at) : drawLine(shape, at);
  }
  const move = `${Math.round(scale * 1e4) / 1e4} 0 0 ${Math.round(scale * 1e4) / 1e4}`;
  return `q ${move} ${hundredth(left)} ${hundredth(top)} cm\n${content}Q\n`;
}

type At = (x: number, y: number) => string;

function drawBox(box: BoxShape, faces: Typefaces, at: At): string {
  const { outline, fill, stroke, lineWidth, dashed } = box;
  const text = drawText(box, faces);
  if (outline === 'none' && fill === undefined) return text;
  const inside = fill === undefined ? '' : `${color(fill)} rg\n`;
  const line = outline === 'none' ? '' : pen(stroke, lineWidth, dashed);
  const paint = outline === 'none' ? 'f' : fill === undefined ? 'S' : 'B';
  return `q\n${inside}${line}${path(box, at)}${paint}\nQ\n${text}`;
}

/** Every operator on a line of its own: only the rules of tables stand two on a line. */
function path({ outline, x, y, width, height }: BoxShape, at: At): string {
  const [right, low] = [x + width, y + height];
  if (outline === 'diamond') {
    const [middle, half] = [x + width / 2, y + height / 2];
    return `${at(middle, y)} m\n${at(right, half)} l\n${at(middle, low)} l\n${at(x, half)} l\nh\n`;
  }
  if (outline !== 'round') {
    return `${at(x, low)} ${hundredth(width)} ${hundredth(height)} re\n`;
  }
  const r = Math.min(width / 2, height / 2, MOST_ROUND);
  const k = r * (1 - ROUNDNESS);
  return [
    `${at(x + r, y)} m`,
    `${at(right - r, y)} l`,
    `${at(right - k, y)} ${at(right, y + k)} ${at(right, y + r)} c`,
    `${at(right, low - r)} l`,
    `${at(right, low - k)} ${at(right - k, low)} ${at(right - r, low)} c`,
    `${at(x + r, low)} l`,
    `${at(x + k, low)} ${at(x, low - k)} ${at(x, low - r)} c`,
    `${at(x, y + r)} l`,
    `${at(x, y + k)} ${at(x + k, y)} ${at(x + r, y)} c`,
    'h\n',
  ].join('\n');
}

function drawText({ text, x, y, width, height }: BoxShape, faces: Typefaces): string {
  if (text === undefined || text.lines.length === 0) return '';
  const { lines, size, leading, align, padding } = text;
  const writer = makeTextWriter();
  const start = y + (height - lines.length * leading) / 2;
  lines.forEach((line, index) => {
    const value = plain(line.text);
    if (value === '') return;
    const typeface = line.bold ? faces.head : faces.body;
    const room = width - 2 * padding;
    const own = textWidth(value, typeface, size);
    // Lines were broken by estimate: what is wider than the room hangs over on both sides.
    const blank = align === 'center' ? (room - own) / 2 : 0;
    const base = start + index * leading + (leading - size) / 2 + size * (1 - DESCENT);
    writer.write(
      value,
      { typeface, size },
      { x: hundreds(x + padding + blank), y: hundreds(-base) },
    );
  });
  return `q ${color(text.color)} rg\n${writer.content()}Q\n`;
}

function drawLine({ points, arrow, dashed, lineWidth, stroke }: LineShape, at: At): string {
  const [first, ...others] = points;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return '';
  const before = points.at(-2) ?? first;
  const length = Math.hypot(last.x - before.x, last.y - before.y);
  const [dx, dy] =
    length === 0 ? [0, 1] : [(last.x - before.x) / length, (last.y - before.y) / length];
  // The line ends inside of the head, or its blunt end would be seen at the tip.
  const end = arrow && length > 0 ? { x: last.x - dx * 3, y: last.y - dy * 3 } : last;
  const way = [...others.slice(0, -1), end].map(({ x, y }) => `${at(x, y)} l\n`).join('');
  const line = `${pen(stroke, lineWidth, dashed)}${at(first.x, first.y)} m\n${way}S\n`;
  if (!arrow) return `q\n${line}Q\n`;
  const [bx, by] = [last.x - dx * ARROW_LENGTH, last.y - dy * ARROW_LENGTH];
  const [sx, sy] = [-dy * ARROW_HALF, dx * ARROW_HALF];
  const head = `${at(last.x, last.y)} m\n${at(bx + sx, by + sy)} l\n${at(bx - sx, by - sy)} l\nf\n`;
  return `q\n${line}${color(stroke)} rg\n${head}Q\n`;
}

function pen(stroke: string, lineWidth: number, dashed: boolean): string {
  return `${color(stroke)} RG\n${lineWidth} w 0 J\n${dashed ? '[3 2] 0 d\n' : ''}`;
}

function color(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255]
    .map((part) => Math.round((part / 255) * 1000) / 1000)
    .join(' ');
}

function hundreds(points: number): number {
  return Math.round(points * 100);
}

function hundredth(points: number): number {
  return hundreds(points) / 100;
}
