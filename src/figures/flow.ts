import type { FlowChart } from '../model/chart.ts';
import type { Drawing, Shape } from './drawing.ts';
import type { Room } from './room.ts';
import { boxOf, lineOf, linesOf, SMALL, textHeight } from './shapes.ts';

/** 权力运行流程图, a page a drawing. */
export async function layOutFlow(chart: FlowChart, room: Room): Promise<Drawing[]> {
  const width = Math.min(200, room.width);
  const x = (room.width - width) / 2;
  const pages: Drawing[] = [];
  let shapes: Shape[] = [];
  let y = 0;
  for (const node of chart.nodes) {
    const lines = linesOf(node.text, SMALL, width - 12, true);
    const height = textHeight(lines.length, SMALL) + 10;
    if (y > 0 && y + 16 + height > room.height) {
      pages.push({ title: chart.title, width: room.width, height: y, shapes });
      shapes = [];
      y = 0;
    }
    if (y > 0) {
      const middle = x + width / 2;
      shapes.push(
        lineOf(
          [
            { x: middle, y },
            { x: middle, y: y + 16 },
          ],
          { arrow: true },
        ),
      );
      y += 16;
    }
    const outline = node.kind === 'start' || node.kind === 'end' ? 'round' : 'rect';
    shapes.push(boxOf({ x, y, width, height }, lines, { outline, padding: 6 }));
    y += height;
  }
  pages.push({ title: chart.title, width: room.width, height: y, shapes });
  return pages;
}
