import type { Shape } from './drawing.ts';
import { boxOf, linesOf, textHeight } from './shapes.ts';

/** What a page has for a drawing, in points. */
export type ChartRoom = { readonly width: number; readonly height: number };

const TITLE_SIZE = 12;

/** The title above a chart, and what it takes of the height; nothing where the paper says it. */
export function titleOf(title: string, width: number): { shapes: Shape[]; height: number } {
  const lines = linesOf(title, TITLE_SIZE, width, true).slice(0, 6);
  if (lines.length === 0) return { shapes: [], height: 0 };
  const height = textHeight(lines.length, TITLE_SIZE);
  const looks = { outline: 'none', size: TITLE_SIZE } as const;
  return { shapes: [boxOf({ x: 0, y: 0, width, height }, lines, looks)], height: height + 6 };
}
