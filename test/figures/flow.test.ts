import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutChart } from '../../src/figures/lay-out-chart.ts';
import { runs } from '../support/fast-check.ts';
import { flows } from './charts.ts';
import { faultsOf } from './geometry.ts';

const ROOMS = [
  { width: 442, height: 638 },
  { width: 481, height: 690 },
  { width: 700, height: 420 },
];

describe.each([
  ['bare', false],
  ['with risks and measures', true],
])('any flow, %s', (_, withSides) => {
  test('stays in its boxes and pages, and no line runs through a box', async () => {
    await fc.assert(
      fc.asyncProperty(flows(withSides), fc.constantFrom(...ROOMS), async (chart, room) => {
        const drawings = await layOutChart(chart, room);
        expect(drawings.flatMap((drawing) => faultsOf(drawing, room))).toEqual([]);
        expect(await layOutChart(chart, room)).toEqual(drawings);
      }),
      { numRuns: runs(40) },
    );
  });
});
