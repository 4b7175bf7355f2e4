import type { HeatMap } from '../model/chart.ts';
import { COUNT_NOTE } from './lay-out-bars.ts';
import type { Drawing, Shape } from './drawing.ts';
import { heatFill, textOn } from './palette.ts';
import type { ChartRoom } from './chart-room-of.ts';
import { titleOf } from './chart-room-of.ts';
import { boxOf, linesOf, SMALL, textHeight, textWidth } from './shapes.ts';

const LEAST_COLUMN = 48;
const MOST_COLUMN = 110;
const ROW = 26;
const GRID = '#8A8A8A';

/** Numbers in a grid, the darker the more; too many columns or rows go on over further pages. */
export function layOutHeat(chart: HeatMap, room: ChartRoom): Drawing[] {
  const labelWidth = Math.min(
    room.width * 0.28,
    Math.max(
      40,
      textWidth(
        chart.rows.map(({ label }) => ({ text: label, bold: true })),
        SMALL,
      ) + 8,
    ),
  );
  const fit = Math.max(1, Math.floor((room.width - labelWidth) / LEAST_COLUMN));
  const drawings: Drawing[] = [];
  for (let from = 0; from === 0 || from < chart.columns.length; from += fit) {
    const columns = chart.columns.slice(from, from + fit);
    for (let row = 0; row === 0 || row < chart.rows.length;) {
      const page = layOutPage(chart, room, { labelWidth, from, columns, row });
      drawings.push(page.drawing);
      row = page.next;
    }
  }
  return drawings;
}

type HeatPart = {
  readonly labelWidth: number;
  readonly from: number;
  readonly columns: readonly string[];
  readonly row: number;
};

function layOutPage(
  chart: HeatMap,
  room: ChartRoom,
  part: HeatPart,
): { drawing: Drawing; next: number } {
  const { labelWidth, columns, from } = part;
  const width = Math.min((room.width - labelWidth) / Math.max(1, columns.length), MOST_COLUMN);
  const most = Math.max(1, ...chart.rows.flatMap(({ counts }) => counts));
  const title = titleOf(chart.title, room.width);
  const shapes: Shape[] = [...title.shapes];
  const foot = textHeight(linesOf(COUNT_NOTE, SMALL, room.width).length, SMALL) + 4;
  const heads = columns.map((column) => linesOf(column, SMALL, width - 6, true).slice(0, 12));
  const headHeight = Math.max(ROW, ...heads.map(({ length }) => textHeight(length, SMALL) + 6));
  let y = title.height;
  const cell = (x: number, height: number) => ({ x, y, width, height });
  shapes.push(boxOf({ x: 0, y, width: labelWidth, height: headHeight }, [], { stroke: GRID }));
  heads.forEach((lines, index) => {
    const looks = { stroke: GRID, padding: 3 };
    shapes.push(boxOf(cell(labelWidth + index * width, headHeight), lines, looks));
  });
  y += headHeight;
  let next = part.row;
  while (next < chart.rows.length) {
    const row = chart.rows[next]!;
    const lines = linesOf(row.label, SMALL, labelWidth - 8, true).slice(0, 12);
    const height = Math.max(ROW, textHeight(lines.length, SMALL) + 6);
    if (next > part.row && y + height + foot > room.height) break;
    const looks = { stroke: GRID, padding: 4, align: 'left' } as const;
    shapes.push(boxOf({ x: 0, y, width: labelWidth, height }, lines, looks));
    columns.forEach((_, index) => {
      const count = row.counts[from + index] ?? 0;
      const fill = heatFill(count / most);
      shapes.push(
        boxOf(cell(labelWidth + index * width, height), [{ text: String(count), bold: false }], {
          stroke: GRID,
          fill,
          color: textOn(fill),
        }),
      );
    });
    y += height;
    next += 1;
  }
  const place = { x: 0, y: y + 2, width: room.width, height: foot - 2 };
  const note = linesOf(COUNT_NOTE, SMALL, room.width);
  shapes.push(boxOf(place, note, { outline: 'none', align: 'left' }));
  return {
    drawing: { title: chart.title, width: room.width, height: y + foot, shapes },
    next: Math.max(next, part.row + 1),
  };
}
