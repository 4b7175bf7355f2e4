import { expect, test } from 'vitest';
import type { Document } from '../../src/papers/document.ts';
import { DEFAULT_FONTS, loadRenderer, type Format } from '../../src/renderers/renderer-registry.ts';
import { bureauList, items, number, paper, personSheet, row, table, text } from './samples.ts';

async function files(format: Format, ...documents: readonly Document[]) {
  const { render } = await loadRenderer(format);
  const written = await render(documents, { name: '清单', fonts: DEFAULT_FONTS, author: '' });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return written.map(({ name, bytes }) => ({ name, text: decoder.decode(bytes) }));
}

const SMALL = paper([
  table(
    [['序号', 1, 'center'], ['风险点']],
    [
      { kind: 'group', text: '一、许可' },
      row([number(-1), items('不如实申请', '=多报|"项目"')]),
      row([text('-1'), text('=1+1\n2')]),
      { kind: 'spare' },
    ],
  ),
]);

test('csv: byte order mark, CRLF, quotes, no formula', async () => {
  expect(await files('csv', SMALL)).toEqual([
    {
      name: '清单.csv',
      text:
        '\uFEFF"序号","风险点"\r\n"一、许可",""\r\n' +
        '"-1","1. 不如实申请\n2. =多报|""项目"""\r\n"\'-1","\'=1+1\n2"\r\n',
    },
  ]);
});

test.each([
  '=a',
  '+a',
  '-a',
  '@a',
  '＝a',
  '＋a',
  '－a',
  '＠a',
  '\t=a',
  '\ta',
  ' =a',
  '\n=a',
  "'=a",
])('csv: %j cannot run', async (own) => {
  const [file] = await files('csv', paper([table([['列']], [row([text(own)])])]));
  expect(file?.text).toBe(`\uFEFF"列"\r\n"'${own}"\r\n`);
});

test('csv: a file a table, named so that they sort', async () => {
  const names = (await files('csv', bureauList(), personSheet())).map(({ name }) => name);
  expect(names).toEqual(['清单-1-清单.csv', '清单-2-张某.csv']);
});

test('csv: a paper without a table gives its fields', async () => {
  const value = text('某县某局');
  const pair = { field: 'unit', label: '单位', value, labelSpan: 1, valueSpan: 3 };
  const [file] = await files('csv', paper([{ kind: 'fields', bordered: true, rows: [[pair]] }]));
  expect(file?.text).toBe('\uFEFF"项目","内容"\r\n"单位","某县某局"\r\n');
});

test('md: one line a row, special signs as themselves', async () => {
  const [file] = await files('md', SMALL);
  expect(file).toEqual({
    name: '清单.md',
    text: [
      '# 样表',
      '',
      '| 序号 | 风险点 |',
      '| :-: | --- |',
      '| **一、许可** |  |',
      '| -1 | 1. 不如实申请<br>2. =多报\\|"项目" |',
      '| -1 | =1+1<br>2 |',
      '',
      '2026年版　数据摘要 9f3c21ab',
      '',
    ].join('\n'),
  });
});

test('md: text cannot begin a heading, a list or raw HTML', async () => {
  const lines = ['# 题', '- 项', '1. 一', '<b>粗</b>', '---', '    代码'];
  const [file] = await files(
    'md',
    paper(lines.map((own) => ({ kind: 'paragraph', role: 'body', text: own }))),
  );
  expect(file?.text.split('\n\n').slice(1, -1)).toEqual([
    '\\# 题',
    '\\- 项',
    '1\\. 一',
    '\\<b\\>粗\\</b\\>',
    '\\---',
    '&#32;&#32;&#32;&#32;代码',
  ]);
});

test('json: facts by key, items as arrays', async () => {
  const [file] = await files('json', SMALL);
  expect(file?.text.endsWith('}\n')).toBe(true);
  const { schemaVersion, documents } = JSON.parse(file?.text ?? '');
  expect(schemaVersion).toBe(1);
  expect(documents[0].tables).toEqual([
    {
      columns: [
        { key: 'c0', header: '序号' },
        { key: 'c1', header: '风险点' },
      ],
      rows: [
        { group: '一、许可' },
        { cells: { c0: -1, c1: { from: 1, items: ['不如实申请', '=多报|"项目"'] } } },
        { cells: { c0: '-1', c1: '=1+1\n2' } },
      ],
    },
  ]);
});

test('what a flow chart says beside its boxes is said without a picture too', async () => {
  const note = (label: string, ...own: readonly string[]) => ({ label, items: own });
  const node = { risks: [], measures: [] };
  const figure = {
    kind: 'figure',
    chart: {
      kind: 'flow',
      title: '资金支付',
      heads: [note('承办机构', '财务科')],
      nodes: [
        { ...node, id: 'a', kind: 'start', text: '开始', details: [note('条件', '手续齐全')] },
        { ...node, id: 'b', kind: 'end', text: '结束', details: [] },
      ],
      edges: [{ from: 'a', to: 'b', label: '' }],
      notes: [note('投诉举报途径', '12388', '来访')],
    },
    table: table([['环节']], [row([text('审批')])]),
  } as const;
  for (const format of ['md', 'txt', 'json'] as const) {
    const [file] = await files(format, paper([figure]));
    for (const said of [
      '承办机构：财务科',
      '条件：手续齐全',
      '投诉举报途径：12388；来访',
      '审批',
    ]) {
      expect(file?.text).toContain(said);
    }
  }
});
