import type { Chart } from '../model/chart.ts';
import { layOutBars } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { layOutFlow } from './flow.ts';
import { layOutHeat } from './heat.ts';
import type { Room } from './room.ts';

/**
 * Boxes and lines of a chart, a drawing a page, none wider or higher than the room in points: the type
 * area of the page. The same chart gives the same drawings everywhere.
 */
export async function layOutChart(chart: Chart, room: Room): Promise<readonly Drawing[]> {
  switch (chart.kind) {
    case 'flow':
      return layOutFlow(chart, room);
    case 'bars':
      return layOutBars(chart, room);
    case 'heat':
      return layOutHeat(chart, room);
  }
}
