import { expect, test } from 'vitest';
import { read } from './findings-of.ts';

const text = `unit: {id: u1, name: "某 局"}   # 注
posts:
  - id: g1
    name: 主任  # 中层
    duties: |
      第一条
      第二条

    holders: [p1, 'p2']
    closed:
  - id: g2
basis:
- 第一
- 第二
empty: []
2025: v1
`;

type Row = readonly [path: readonly (string | number)[], on: 'key' | 'value', expected: string];

const rows: readonly Row[] = [
  [['unit'], 'key', 'unit'],
  [['unit'], 'value', '{id: u1, name: "某 局"}'],
  [['unit', 'name'], 'key', 'name'],
  [['unit', 'name'], 'value', '"某 局"'],
  [['posts', 0, 'name'], 'value', '主任'],
  [['posts', 0, 'duties'], 'value', '|\n      第一条\n      第二条'],
  [['posts', 0, 'holders'], 'value', "[p1, 'p2']"],
  [['posts', 0, 'holders', 1], 'value', "'p2'"],
  [['posts', 0, 'holders', 1], 'key', "'p2'"],
  [['posts', 0, 'closed'], 'value', ''],
  [['posts', 0], 'value', text.slice(text.indexOf('id: g1'), text.indexOf('\n  - id: g2'))],
  [['posts', 0], 'key', 'id'],
  [['posts', 1], 'value', 'id: g2'],
  [['posts'], 'value', text.slice(text.indexOf('- id: g1'), text.indexOf('\nbasis'))],
  [['basis'], 'value', '- 第一\n- 第二'],
  [['basis', 1], 'value', '第二'],
  [['empty'], 'value', '[]'],
  [['2025'], 'value', 'v1'],
  [[2025], 'key', '2025'],
  [[], 'value', text.slice(text.indexOf('{') - 6, -1)],
  // Missing nodes: the parent's key, or the first key of a list item.
  [['posts', 0, 'tier'], 'value', 'id'],
  [['posts', 1, 'name'], 'key', 'id'],
  [['unit', 'kind'], 'value', 'unit'],
  [['unit', 'kind', 0, 'x'], 'value', 'unit'],
  [['posts', 9], 'value', 'posts'],
  [['posts', '0'], 'value', 'posts'],
  [['basis', 0, 'x'], 'value', '第一'],
  [['empty', 0], 'value', '[]'],
  [['title'], 'value', 'unit'],
];

test.each(rows)('%j by its %s', (path, on, expected) => {
  // The quoted key at the end makes the full parser read the second one.
  const sources = [read(text), read(`${text}"q": 1\n`)];
  expect(sources.map(({ via }) => via)).toEqual(['fast', 'yaml']);
  for (const source of path.length === 0 ? sources.slice(0, 1) : sources) {
    const { start, end } = source.locate(path, on);
    expect(source.text.slice(start, end)).toBe(expected);
  }
});

test('closed: is empty right behind its colon', () => {
  const { start } = read(text).locate(['posts', 0, 'closed'], 'value');
  expect(start).toBe(text.indexOf('closed:') + 'closed:'.length);
});

test('finds a quoted key by what it reads', () => {
  const source = read("\"a\\tb\": {'it''s': 1}\n");
  expect(source.locate(['a\tb', "it's"], 'key')).toEqual({ start: 9, end: 16 });
});
