import { expect, test } from 'vitest';
import type { Chart } from '../../src/model/chart.ts';
import type { Block, Document } from '../../src/papers/document.ts';
import { bare, hasPoppler, readPages, readText } from '../support/read-pdf.ts';
import { renderPdf } from './render-pdf.ts';
import { bureauList, paper, row, table, text } from './samples.ts';

const BARS: Chart = {
  kind: 'bars',
  title: '风险等级分布',
  levels: [
    { text: '高', tone: 'grave', color: undefined },
    { text: '低', tone: 'light', color: undefined },
  ],
  rows: [
    { label: '办公室', counts: [2, 4] },
    { label: '业务科', counts: [0, 7] },
  ],
};

/** Steps one after the other, with a way back from the decision at the end. */
function flow(steps: number): Chart {
  const ids = Array.from({ length: steps }, (_, index) => `s${index + 1}`);
  const node = (id: string, kind: 'start' | 'step' | 'decision' | 'end', own: string) => ({
    id,
    kind,
    text: own,
    details: [],
    risks: [],
    measures: [],
  });
  const order = ['a', ...ids, 'd', 'z'];
  return {
    kind: 'flow',
    title: '权力运行流程图',
    heads: [],
    nodes: [
      node('a', 'start', '申请人提出申请'),
      ...ids.map((id, index) => node(id, 'step', `环节${index + 1}审核材料`)),
      node('d', 'decision', '是否符合条件'),
      node('z', 'end', '办结送达'),
    ],
    edges: [
      ...order.slice(1).map((to, index) => ({ from: order[index]!, to, label: '' })),
      { from: 'd', to: 's1', label: '补正' },
    ],
    notes: [],
  };
}

const figure = (chart: Chart): Block => ({
  kind: 'figure',
  chart,
  table: table([['事项'], ['内容']], [row([text('甲'), text('乙')])]),
});

function binder(): Document[] {
  const own = (document: Document): Document => ({ ...document, pageNumbers: 'own' });
  const next = (document: Document): Document => ({ ...document, pageNumbers: 'continued' });
  const cover = paper([{ kind: 'paragraph', role: 'center', text: '2026年1月' }], {
    title: '廉政风险防控手册',
    pageNumbers: 'none',
    foot: { text: '', draft: false },
  });
  const contents = paper(
    [
      {
        kind: 'contents',
        entries: [
          { text: '一、清单', level: 1, document: 2 },
          { text: '业务一科清单', level: 2, document: 2 },
          { text: '二、流程图', level: 1, document: 3 },
          { text: '三、通知', level: 1, document: 4 },
        ],
      },
    ],
    { title: '目录', pageNumbers: 'none' },
  );
  return [
    {
      ...cover,
      blocks: [{ kind: 'title', text: cover.title, cover: true }, ...cover.blocks.slice(1)],
    },
    contents,
    own(bureauList(6, 8)),
    next(paper([figure(flow(3))], { title: '流程图' })),
    next(
      paper([{ kind: 'paragraph', role: 'body', text: '通知如下。' }], {
        title: '通知',
        style: 'letter',
      }),
    ),
  ];
}

test.skipIf(!hasPoppler)('contents say the pages that the papers really begin on', async () => {
  const pages = readPages((await renderPdf(binder())).bytes);
  const textOf = (index: number): string =>
    bare(pages[index]!.lines.map((line) => line.text).join(''));
  const list = pages.length - 4;
  expect(textOf(0)).toBe('廉政风险防控手册2026年1月');
  expect(textOf(1)).toBe(`目录一、清单1业务一科清单1二、流程图${list + 1}三、通知${list + 2}`);
  expect(pages[0]!.foot).toBe('');
  expect(pages[1]!.foot).toBe('');
  // Forms and letters alike: the number that the contents name.
  const feet = pages.slice(2).map(({ foot }) => foot);
  feet.forEach((foot, index) => {
    expect(foot).toContain(`—${index + 1}—`);
    expect(foot).not.toMatch(/第\d+页/);
  });
  // The edition stands beside the number of a form.
  expect(feet[0]!.length).toBeGreaterThan('—1—'.length);
});

const ESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };
const unescape = (_: string, sign: string): string => ESCAPED[sign] ?? sign;

test('contents are bookmarks, and their lines lead to the papers', async () => {
  const file = Buffer.from((await renderPdf(binder())).bytes).toString('latin1');
  const titles = [...file.matchAll(/\/Title \(\xFE\xFF((?:[^()\\]|\\[^])*)\)/g)].map(
    ([, raw = '']) =>
      Buffer.from(raw.replace(/\\([^])/g, unescape), 'latin1')
        .swap16()
        .toString('utf16le'),
  );
  expect(titles.toSorted()).toEqual(
    ['廉政风险防控手册', '目录', '一、清单', '业务一科清单', '二、流程图', '三、通知'].toSorted(),
  );
  expect(file.match(/\/Subtype \/Link/g)).toHaveLength(4);
  expect(file.match(/\(paper-\d\) \[/g)).toHaveLength(3);
});

test.skipIf(!hasPoppler)('a chart is drawn, its words can be searched', async () => {
  const document = paper(
    [
      { kind: 'heading', level: 1, text: '一、分布' },
      figure(BARS),
      { kind: 'heading', level: 1, text: '二、流程' },
      figure(flow(40)),
    ],
    { title: '统计图' },
  );
  const { bytes } = await renderPdf([document]);
  const said = bare(readText(bytes));
  for (const part of ['风险等级分布', '办公室', '环节40审核材料', '是否符合条件', '办结送达']) {
    expect(said).toContain(part);
  }
  // The table is for readers and formats without pictures.
  expect(said).not.toContain('事项');
  const pages = readPages(bytes);
  expect(pages.length).toBeGreaterThan(1);
  for (const { lines } of pages) {
    const last = lines.at(-1);
    expect(last === undefined ? '' : bare(last.text)).not.toMatch(/^[一二]、/);
  }
  expect((await renderPdf([document])).bytes).toEqual(bytes);
});

test.skipIf(!hasPoppler)('several sheets in one file count their pages each', async () => {
  const documents = [bureauList(3, 5), bureauList(3, 5)];
  const one = readPages((await renderPdf([documents[0]!])).bytes).map(({ foot }) => foot);
  const both = readPages((await renderPdf(documents)).bytes).map(({ foot }) => foot);
  expect(both).toEqual([...one, ...one]);
});

test.skipIf(!hasPoppler)('a poster is set as large as it asks for, its title larger', async () => {
  const poster = paper(
    [
      { kind: 'heading', level: 1, text: '防控措施' },
      table([['风险点'], ['措施']], [row([text('优亲厚友'), text('公示')])]),
    ],
    {
      title: '岗位风险防控公示牌',
      paper: { size: 'A3', orientation: 'landscape', fontSize: 22 },
      grid: [10, 10],
    },
  );
  const [page] = readPages((await renderPdf([poster])).bytes);
  const sizes = page!.sizes.filter((size) => size > 9);
  expect(Math.min(...sizes)).toBe(22);
  expect(Math.max(...sizes)).toBeGreaterThan(38);
});

test.skipIf(!hasPoppler)('a table head higher than a page is cut, not lost', async () => {
  const long = '很长的表头'.repeat(900);
  const made = table([['甲'], ['乙']], [row([text('子'), text('丑')])]);
  const document = paper([
    {
      ...made,
      head: [
        [
          { text: long, column: 0, colSpan: 1, rowSpan: 2 },
          { text: '上', column: 1, colSpan: 1, rowSpan: 1 },
        ],
        [{ text: '下', column: 1, colSpan: 1, rowSpan: 1 }],
      ],
    },
  ]);
  const { bytes } = await renderPdf([document]);
  expect(readPages(bytes).length).toBeGreaterThan(1);
  const said = bare(readText(bytes));
  expect(said.match(/表/g)!.length).toBeGreaterThanOrEqual(900);
  expect(said).toContain('子丑');
});
