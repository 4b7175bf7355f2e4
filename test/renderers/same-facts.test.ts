import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, Document, FieldPair, TableRow } from '../../src/papers/document.ts';
import {
  DEFAULT_FONTS,
  FORMATS,
  loadRenderer,
  type Format,
} from '../../src/renderers/renderer-registry.ts';
import { runs } from '../support/fast-check.ts';
import { readTables } from '../support/read-tables.ts';
import { factsOf } from './facts.ts';
import { bureauList, longTextList, paper, personSheet, row, table, text } from './samples.ts';

const OPTIONS = { name: 'out', fonts: DEFAULT_FONTS, author: '某县某局' };

async function render(format: Format, documents: readonly Document[]) {
  return (await loadRenderer(format)).render(documents, OPTIONS);
}

async function expectSameFacts(
  documents: readonly Document[],
  formats: readonly Format[] = ['xlsx', 'docx', 'md', 'html', 'json'],
): Promise<void> {
  const facts = documents.map(factsOf);
  for (const format of formats) {
    expect(await readTables(format, await render(format, documents))).toEqual(facts);
  }
  const csv = await readTables('csv', await render('csv', documents));
  const tables = facts.flatMap((fact) =>
    fact.tables.length > 0 || fact.fields.length === 0
      ? fact.tables
      : [{ headers: ['项目', '内容'], rows: fact.fields }],
  );
  expect(csv.flatMap((fact) => fact.tables)).toEqual(tables);
}

test.each([
  ['a list with merged columns', [bureauList()]],
  ['a long list', [bureauList(20, 10)]],
  ['a sheet for a person', [personSheet()]],
  ['a cell longer than pages', [longTextList()]],
  ['several sheets', [personSheet(), personSheet({ risks: 6 }), bureauList()]],
])('all formats say the same: %s', async (_, documents) => {
  await expectSameFacts(documents);
});

test('a cell longer than a workbook cell can be is said in full', async () => {
  const long = '超长内容一二三。'.repeat(5000);
  await expectSameFacts([paper([table([['甲'], ['乙']], [row([text(long), text('短')])])])]);
});

test('300 columns', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `第${index}列`);
  const document = paper(
    [
      table(
        names.map((name) => [name] as const),
        [row(names.map(text))],
      ),
    ],
    {
      grid: names.map(() => 8),
    },
  );
  // Word parts a table of more columns than its 63; its own tests read the parts.
  await expectSameFacts([document], ['xlsx', 'md', 'html', 'json']);
});

const NASTY = [
  '=1+1',
  '＝1+1',
  '-5',
  '+86',
  '@a',
  "'=1",
  "''",
  '\t=1',
  ' 前后空格 ',
  '　全角空格　',
  'a|b',
  '<b>粗</b>',
  '`code`',
  '**粗**',
  '_斜_',
  '~~删~~',
  '$x$',
  '1. 一',
  '- 项',
  '# 题',
  '\\',
  '\\|',
  '&amp;',
  '&#32;',
  '[链接](http://a.b)',
  '<br>',
  '两\n行',
  '\r\n',
  '\n',
  '',
  '😀👨‍👩‍👧',
  '𠮷田',
  '{{单位}}',
  '007',
  '1e5',
  '_x0041_',
  '"引号"',
  ',',
  ';',
  '\u0000\u0007',
  '\ud800',
  '\u2028',
  '長\u200b字',
  'ＡＢＣ１２３',
  '2026-03-31',
  'true',
  '严格执行制度。'.repeat(3),
];
const nasty = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...NASTY), fc.constantFrom(...NASTY))
      .map((all) => all.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...NASTY.filter((value) => value.length > 1))
      .map((value) => value.repeat(Math.ceil(4000 / value.length))),
  },
);
/** A value that cannot be taken for the next part of the same line. */
const label = fc.constantFrom('单位', '姓　名', '岗位（职务）', '*星*', 'a|b', '<甲>', ' 空格 ');
const cell: fc.Arbitrary<Cell> = fc.oneof(
  nasty.map((value): Cell => ({ kind: 'text', text: value })),
  fc
    .oneof(fc.integer(), fc.double({ noNaN: true }))
    .map((value): Cell => ({ kind: 'number', value })),
  nasty.map((value): Cell => ({ kind: 'level', text: value, tone: 'grave' })),
  fc
    .tuple(fc.array(nasty, { maxLength: 4 }), fc.option(fc.nat(9), { nil: undefined }))
    .map(([items, from]): Cell => ({
      kind: 'items',
      items,
      ...(from === undefined ? {} : { from }),
    })),
);

const tableRow = (columns: number): fc.Arbitrary<TableRow> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(cell, { minLength: columns, maxLength: columns })
        .map((cells) => row(cells)),
    },
    { weight: 1, arbitrary: nasty.map((value): TableRow => ({ kind: 'group', text: value })) },
    { weight: 1, arbitrary: fc.constant<TableRow>({ kind: 'spare' }) },
  );

const fieldPair: fc.Arbitrary<FieldPair> = fc.tuple(label, cell).map(([own, value]) => ({
  field: 'f',
  label: own,
  value,
  labelSpan: 1,
  valueSpan: 1,
}));

/** Rows whose first column is merged in runs, with the same value in each covered cell. */
function merged(rows: readonly TableRow[]): TableRow[] {
  const result: TableRow[] = [];
  rows.forEach((own, index) => {
    const next = rows[index + 1];
    const above = result[index - 1];
    if (own.kind !== 'data') result.push(own);
    else if (above?.kind === 'data' && above.rowSpans[0] === 2) {
      result.push(row([above.cells[0]!, ...own.cells.slice(1)], [0, ...own.rowSpans.slice(1)]));
    } else if (next?.kind === 'data') result.push(row(own.cells, [2, ...own.rowSpans.slice(1)]));
    else result.push(own);
  });
  return result;
}

const anyPaper: fc.Arbitrary<Document> = fc
  .record({
    title: fc.constantFrom('廉政风险清单', '清单 *1* | <表>', '# 表'),
    sheet: nasty,
    columns: fc.integer({ min: 1, max: 6 }),
    headers: fc.array(fc.constantFrom('序号', '风险等级', '=列', 'a|b', '措施\n内容', '`列`'), {
      minLength: 6,
      maxLength: 6,
    }),
    fields: fc.array(fieldPair, { maxLength: 4 }),
    orientation: fc.constantFrom('portrait' as const, 'landscape' as const),
    merge: fc.boolean(),
  })
  .chain((shape) =>
    fc.array(tableRow(shape.columns), { maxLength: 8 }).map((rows) =>
      paper(
        [
          ...(shape.fields.length > 0
            ? [
                {
                  kind: 'fields' as const,
                  bordered: true,
                  rows: shape.fields.map((pair) => [pair]),
                },
              ]
            : []),
          table(
            shape.headers.slice(0, shape.columns).map((name) => [name] as const),
            shape.merge && shape.columns > 1 ? merged(rows) : rows,
          ),
        ],
        {
          title: shape.title,
          sheet: shape.sheet,
          grid: Array.from({ length: Math.max(2, shape.columns) }, () => 14),
          paper: { size: 'A4', orientation: shape.orientation, fontSize: 10.5 },
        },
      ),
    ),
  );

test('all formats say the same, whatever the text is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { minLength: 1, maxLength: 2 }), (papers) =>
      expectSameFacts(papers),
    ),
    { numRuns: runs(100) },
  );
});

test('the same papers give the same bytes in every time zone', async () => {
  const zone = process.env['TZ'];
  try {
    await fc.assert(
      fc.asyncProperty(anyPaper, async (document) => {
        for (const format of FORMATS) {
          process.env['TZ'] = 'Asia/Shanghai';
          const first = await render(format, [document]);
          process.env['TZ'] = 'America/New_York';
          expect(await render(format, [document])).toEqual(first);
        }
      }),
      { numRuns: runs(15) },
    );
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});
