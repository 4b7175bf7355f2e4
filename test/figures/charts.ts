import fc from 'fast-check';
import type { FlowChart, FlowEdge, FlowNode } from '../../src/model/chart.ts';

const PIECES = [
  '受理申请',
  '对申请材料的真实性、完整性进行审查，',
  '（含复核）',
  '“三重一大”',
  'OA system',
  'WWWMMM@@@',
  '2026年',
  '👨‍👩‍👧',
  '<b>',
  '{{unit.name}}',
  '|&"',
  '\n',
  '𠮷',
  '……',
] as const;

const texts = (most: number) =>
  fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: most })
    .map((own) => own.join(''));

const LEVELS = [
  ['高', 'grave'],
  ['中', 'middle'],
  ['低', 'light'],
  ['', 'plain'],
] as const;

const risks = fc
  .record({ text: texts(6), level: fc.constantFrom(...LEVELS) })
  .map(({ text, level: [level, tone] }) => ({ text, level, tone }));
const measures = fc.record({ text: texts(6), owner: fc.constantFrom('科长', '分管领导', '') });
const notes = fc.record({
  label: fc.constantFrom('承办岗位', '办理时限', ''),
  items: fc.array(texts(2), { maxLength: 2 }),
});

/** Flows of up to 40 steps: branches, ways back, ends without a way out, long and odd texts. */
export const flows = (withSides: boolean): fc.Arbitrary<FlowChart> =>
  fc.integer({ min: 1, max: 40 }).chain((count) =>
    fc
      .record({
        nodes: fc.array(
          fc.record({
            kind: fc.constantFrom('step', 'step', 'step', 'decision', 'end' as const),
            text: texts(4),
            details: fc.array(notes, { maxLength: 2 }),
            risks: fc.array(risks, { maxLength: withSides ? 3 : 0 }),
            measures: fc.array(measures, { maxLength: withSides ? 3 : 0 }),
          }),
          { minLength: count, maxLength: count },
        ),
        spine: fc.array(fc.constantFrom('', '', '是', '审核通过'), {
          minLength: count - 1,
          maxLength: count - 1,
        }),
        more: fc.array(
          fc.record({
            from: fc.nat(count - 1),
            to: fc.nat(count - 1),
            label: fc.oneof(fc.constantFrom('', '否', '不通过', '材料不齐全'), texts(3)),
          }),
          { maxLength: Math.ceil(count / 2) },
        ),
        breaks: fc.array(fc.nat(count), { maxLength: 3 }),
        heads: fc.array(notes, { maxLength: 5 }),
        foot: fc.array(notes, { maxLength: 3 }),
      })
      .map(({ nodes, spine, more, breaks, heads, foot }) => ({
        kind: 'flow' as const,
        title: '权力运行流程图',
        heads,
        notes: foot,
        nodes: nodes.map((node, index): FlowNode => ({
          ...node,
          id: `n${index}`,
          kind: index === 0 ? 'start' : (node.kind as FlowNode['kind']),
        })),
        edges: [
          ...spine
            .map((label, index): FlowEdge => ({ from: `n${index}`, to: `n${index + 1}`, label }))
            .filter((_, index) => !breaks.includes(index)),
          ...more.map(({ from, to, label }) => ({ from: `n${from}`, to: `n${to}`, label })),
        ],
      })),
  );
