import type { Chart } from '../model/chart.ts';
import { layOutBars } from './lay-out-bars.ts';
import type { Drawing } from './drawing.ts';
import { layOutFlow } from './lay-out-flow.ts';
import { layOutHeat } from './lay-out-heat.ts';
import type { ChartRoom } from './chart-room-of.ts';

/**
 * Boxes and lines of a chart, a drawing a page, none wider or higher than the room in points: the type
 * area of the page. The same chart gives the same drawings everywhere.
 */
export async function layOutChart(chart: Chart, room: ChartRoom): Promise<readonly Drawing[]> {
  switch (chart.kind) {
    case 'flow':
      return layOutFlow(chart, room);
    case 'bars':
      return layOutBars(chart, room);
    case 'heat':
      return layOutHeat(chart, room);
  }
}
