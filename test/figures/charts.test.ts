import { describe, expect, test } from 'vitest';
import type { FlowNode } from '../../src/model/chart.ts';
import type { Drawing } from '../../src/figures/drawing.ts';
import { layOutChart } from '../../src/figures/lay-out-chart.ts';
import { mermaid } from '../../src/figures/mermaid.ts';
import { drawSvg } from '../../src/figures/draw-svg.ts';
import { faultsOf } from './geometry.ts';
import { bars, heat, long, small } from './samples.ts';

const ROOM = { width: 442, height: 638 };

describe.each([
  ['a small flow', small, 1],
  ['a long flow', long, 4],
  ['bars', bars, 3],
  ['a heat map', heat, 1],
])('%s', (_, chart, pages) => {
  test(`fits on ${pages} pages`, async () => {
    const drawings = await layOutChart(chart, ROOM);
    expect(drawings.flatMap((drawing) => faultsOf(drawing, ROOM))).toEqual([]);
    expect(drawings).toHaveLength(pages);
  });
});

test('every step of a long flow is drawn, with its level and owner in words', async () => {
  const drawings = await layOutChart(long, ROOM);
  const texts = drawings.flatMap(textsOf);
  for (const { text } of long.nodes) {
    expect(texts.some((own) => own.startsWith(text))).toBe(true);
  }
  expect(texts.filter((text) => text.endsWith('等级：中'))).toHaveLength(10);
  expect(texts.filter((text) => text.endsWith('责任人：科长'))).toHaveLength(10);
});

test('what leaves a page is taken up on the page it names', async () => {
  const drawings = await layOutChart(long, ROOM);
  const signs = (pattern: RegExp) =>
    drawings.map((drawing) => textsOf(drawing).flatMap((text) => pattern.exec(text)?.[2] ?? []));
  const outward = signs(/^(接下页|转第\d页)(.+)$/);
  const inward = signs(/^(续上页|接第[\d、]+页|接)([①-⑩])$/);
  for (const sign of outward.flat()) expect(inward.flat()).toContain(sign);
  expect(inward.flat().length).toBe(new Set(inward.flat()).size);
});

test('levels and numbers stand in the bars, and the note below', async () => {
  const [first] = await layOutChart({ ...bars, rows: bars.rows.slice(10, 20) }, ROOM);
  const texts = textsOf(first!);
  expect(texts).toContain('未评定');
  expect(texts).toContain('低 57');
  expect(texts.at(-1)).toBe('注：数字是需要设防的风险点个数，不是发生问题的个数');
});

test('a heat map of three hundred columns goes on over pages', async () => {
  const columns = Array.from({ length: 300 }, (_, index) => `类别${index}`);
  const rows = [{ label: '岗位', counts: columns.map((_, index) => index) }];
  const drawings = await layOutChart({ ...heat, columns, rows }, ROOM);
  expect(drawings.flatMap((drawing) => faultsOf(drawing, ROOM))).toEqual([]);
  expect(drawings.flatMap(textsOf)).toEqual(expect.arrayContaining(columns));
});

test('two ways from one step to the next keep their labels apart', async () => {
  const [first, second, third] = small.nodes as [FlowNode, FlowNode, FlowNode];
  const nodes = [first, { ...second, kind: 'step' as const, risks: [], measures: [] }, third];
  const edges = [
    { from: second.id, to: third.id, label: '合格' },
    { from: second.id, to: third.id, label: '经整改合格' },
    { from: first.id, to: third.id, label: '免检' },
  ];
  const drawings = await layOutChart({ ...small, nodes, edges }, ROOM);
  expect(drawings.flatMap((drawing) => faultsOf(drawing, ROOM))).toEqual([]);
});

test('a chart that says nothing gives no drawing', async () => {
  const empty = { ...small, title: '', heads: [], nodes: [], edges: [], notes: [] };
  expect(await layOutChart(empty, ROOM)).toEqual([]);
});

test('four thousand characters in a step go on over pages', async () => {
  const text = '审核申请材料的真实性，'.repeat(370);
  const nodes = small.nodes.map((node) => ({
    ...node,
    text: `${node.text}${text}`,
    risks: [{ text, level: '高', tone: 'grave' as const }],
    measures: [{ text, owner: '' }],
  }));
  const notes = [{ label: '', items: [text] }];
  const drawings = await layOutChart({ ...small, nodes, heads: notes, notes }, ROOM);
  expect(drawings.flatMap((drawing) => faultsOf(drawing, ROOM))).toEqual([]);
});

test('SVG is well formed, named for readers, and loads nothing', async () => {
  const [drawing] = await layOutChart(small, ROOM);
  const svg = drawSvg(drawing!);
  await expect(svg).toMatchFileSnapshot('expected/small.svg');
});

test('Mermaid takes no text of the data for its own', async () => {
  await expect(mermaid(small)).toMatchFileSnapshot('expected/small.mmd');
  expect(mermaid(bars)).toBeUndefined();
});

function textsOf({ shapes }: Drawing): string[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'box' ? (shape.text?.lines.map(({ text }) => text).join('') ?? []) : [],
  );
}
