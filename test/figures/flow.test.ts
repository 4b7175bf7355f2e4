import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutChart } from '../../src/figures/lay-out-chart.ts';
import type { FlowChart, FlowNode } from '../../src/model/chart.ts';
import { runs } from '../support/fast-check.ts';
import { flows } from './charts.ts';
import { faultsOf, sharedExits } from './geometry.ts';

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

const LABEL =
  '经集体研究认为材料不齐全或者不符合法定条件的一次告知申请人并退回补正后重新受理审查办理';

/** A decision with a way on and a way back or aside, the labels of this many signs. */
const decision = (yes: number, no: number, to: string, withSides: boolean): FlowChart => {
  const node = (id: string, kind: FlowNode['kind'], text: string): FlowNode => ({
    id,
    kind,
    text,
    details: [],
    risks: withSides ? [{ text: '审查走过场', level: '高', tone: 'grave' }] : [],
    measures: withSides ? [{ text: '两人复核', owner: '科长' }] : [],
  });
  return {
    kind: 'flow',
    title: '权力运行流程图',
    heads: [],
    notes: [],
    nodes: [
      node('start', 'start', '开始'),
      node('accept', 'step', '受理'),
      node('decide', 'decision', '是否符合条件'),
      node('approve', 'step', '批准'),
      node('file', 'step', '归档'),
      node('refuse', 'step', '不予批准'),
      node('end', 'end', '办结'),
    ],
    edges: [
      { from: 'start', to: 'accept', label: '' },
      { from: 'accept', to: 'decide', label: '' },
      { from: 'decide', to: 'approve', label: LABEL.slice(0, yes) },
      { from: 'decide', to, label: LABEL.slice(0, no) },
      { from: 'approve', to: 'file', label: '' },
      { from: 'file', to: 'end', label: '' },
      { from: 'refuse', to: 'end', label: '' },
    ],
  };
};

test.each([
  ['bare', false],
  ['with risks and measures', true],
])('the two ways out of a decision never leave as one line, %s', async (_, withSides) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('accept', 'refuse', 'file', 'end'),
      fc.constantFrom(...ROOMS),
      async (yes, no, to, room) => {
        const drawings = await layOutChart(decision(yes, no, to, withSides), room);
        expect(drawings.flatMap((drawing) => faultsOf(drawing, room))).toEqual([]);
        expect(drawings.flatMap(sharedExits)).toEqual([]);
      },
    ),
    { numRuns: runs(150) },
  );
});
