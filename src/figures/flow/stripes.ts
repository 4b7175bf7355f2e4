import type { ChartNote, FlowChart } from '../../model/chart.ts';
import { emWidth, shortenToEms } from '../../util/em-text.ts';
import type { BoxShape, Shape } from '../drawing.ts';
import type { TextLine } from '../shapes.ts';
import { boxOf, drawable, linesOf, SMALL, textHeight } from '../shapes.ts';
import { detailText } from './boxes.ts';

/** Shapes that stand over the whole width, from their own upper edge on. */
export type Stripe = { readonly shapes: readonly Shape[]; readonly height: number };

const APART = 2;
const INNER = 6;

/** The lines above a chart (职权类别、职权编码、职权名称), as many to a line as fit. */
export function headStripes(heads: readonly ChartNote[], width: number, most: number): Stripe[] {
  const rows: { text: string; x: number; width: number }[][] = [[]];
  let x = 0;
  for (const head of heads) {
    const text = drawable(detailText(head)).replaceAll('\n', ' ').trim();
    if (text === '') continue;
    const own = Math.min(width, emWidth(text) * SMALL);
    if (x > 0 && x + own > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)!.push({ text, x, width: own });
    x += own + APART * SMALL;
  }
  return rows.flatMap((row) => {
    const [first] = row;
    if (first === undefined) return [];
    if (row.length === 1)
      return textStripes(linesOf(first.text, SMALL, width), width, most, 'none');
    const height = textHeight(1, SMALL) + 2;
    const shapes = row.map((own) =>
      boxOf(
        { x: own.x, y: 0, width: own.width, height },
        linesOf(own.text, SMALL, own.width + 0.01),
        { outline: 'none', align: 'left' },
      ),
    );
    return [{ shapes, height }];
  });
}

/** The foot of a chart (相对人权利、投诉举报途径) in a box over the whole width. */
export function noteStripes({ notes }: FlowChart, width: number, most: number): Stripe[] {
  const lines = notes.flatMap(({ label, items }) => {
    const said = items.filter((item) => item.trim() !== '');
    if (said.length === 0) return [];
    const inner = width - 2 * INNER;
    const [only] = said;
    if (said.length === 1 && only !== undefined) {
      return linesOf(label === '' ? only : `${label}：${only}`, SMALL, inner);
    }
    return [
      ...linesOf(label, SMALL, inner, true),
      ...said.flatMap((item, index) => linesOf(`${index + 1}. ${item}`, SMALL, inner)),
    ];
  });
  return textStripes(lines, width, most, 'rect');
}

/** Lines over the whole width, parted where they are higher than a page. */
function textStripes(
  lines: readonly TextLine[],
  width: number,
  most: number,
  outline: BoxShape['outline'],
): Stripe[] {
  const edge = outline === 'none' ? 2 : 2 * INNER;
  const fit = Math.max(1, Math.floor((most - edge) / textHeight(1, SMALL)));
  const stripes: Stripe[] = [];
  for (let from = 0; from < lines.length; from += fit) {
    const part = lines.slice(from, from + fit);
    const height = textHeight(part.length, SMALL) + edge;
    const looks = { outline, align: 'left', padding: outline === 'none' ? 0 : INNER } as const;
    const inset = outline === 'none' ? 0 : 1;
    const place = { x: inset, y: 0, width: width - 2 * inset, height };
    stripes.push({ shapes: [boxOf(place, part, looks)], height });
  }
  return stripes;
}

/** Above every page but the first. */
export function continuedStripe(title: string, page: number, pages: number, width: number): Stripe {
  const height = textHeight(1, SMALL) + 6;
  const where = `第${page}页，共${pages}页`;
  const whereWidth = emWidth(where) * SMALL;
  // The first page has the whole.
  const text = shortenToEms(drawable(title).replaceAll('\n', ''), (width - whereWidth) / SMALL - 5);
  const looks = { outline: 'none', align: 'left' } as const;
  return {
    height,
    shapes: [
      boxOf(
        { x: 0, y: 0, width: width - whereWidth - 6, height: height - 6 },
        [{ text: `${text}（续）`, bold: true }],
        looks,
      ),
      boxOf(
        { x: width - whereWidth, y: 0, width: whereWidth, height: height - 6 },
        [{ text: where, bold: false }],
        looks,
      ),
    ],
  };
}

/** The shapes lower down by so much. */
export function moved(shapes: readonly Shape[], by: number): Shape[] {
  const down = (y: number): number => Math.round((y + by) * 100) / 100;
  return shapes.map((shape) =>
    shape.kind === 'box'
      ? { ...shape, y: down(shape.y) }
      : { ...shape, points: shape.points.map(({ x, y }) => ({ x, y: down(y) })) },
  );
}
