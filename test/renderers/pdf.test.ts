import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, Document, TableRow } from '../../src/papers/document.ts';
import { runs } from '../support/fast-check.ts';
import { bare, bareFacts, hasPoppler, readFacts } from '../support/read-pdf.ts';
import { factsOf } from './facts.ts';
import { renderPdf } from './render-pdf.ts';
import { bureauList, longTextList, paper, personSheet, row, table, text } from './samples.ts';

async function expectSameFacts(documents: readonly Document[]): Promise<void> {
  const { bytes } = await renderPdf(documents);
  expect(readFacts(bytes)).toEqual(documents.map(factsOf).map(bareFacts));
}

test.skipIf(!hasPoppler).each([
  ['a list with merged columns', [bureauList()]],
  ['a long list', [bureauList(20, 10)]],
  ['a sheet for a person', [personSheet()]],
  ['several sheets', [personSheet(), personSheet({ risks: 6 }), bureauList()]],
])('a PDF says what the paper says: %s', async (_, documents) => {
  await expectSameFacts(documents);
});

const TEXTS = [
  '审批事项未按规定程序办理',
  '严格执行“三重一大”集体决策制度，规范决策程序。',
  '《廉政准则》（试行）第3条：不得……',
  '——破折号',
  'https://example.org/a/very/long/path/without/any/blank',
  '2026年3月31日前完成100%（约1,234.5万元）',
  '张䶮、李𬭊、王㛃',
  '☐是 ☑否 ☒弃权',
  '😀没有的字',
  ' 前后空格 ',
  '　　全角',
  '两\n行',
  'a\tb',
  '<b>&amp;',
  'e\u0301',
  '⼀部首',
  '長\u200b字',
  '',
  '一',
];
const words = fc
  .array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 6 })
  .map((all) => all.join(''));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  words.map((value): Cell => ({ kind: 'text', text: value })),
  fc.integer().map((value): Cell => ({ kind: 'number', value })),
  words.map((value): Cell => ({ kind: 'level', text: value, tone: 'light' })),
  fc
    .tuple(fc.array(words, { maxLength: 3 }), fc.nat(9))
    .map(([items, from]): Cell => ({ kind: 'items', items, from })),
);

/** Merges runs of rows in the first columns: each covered cell has the value of the first. */
function merge(rows: readonly TableRow[], spans: readonly number[]): TableRow[] {
  const result = [...rows];
  spans.forEach((span, column) => {
    for (let start = 0; start < rows.length; start += span) {
      const first = result[start];
      if (first?.kind !== 'data') continue;
      const end = Math.min(start + span, rows.length);
      for (let index = start; index < end; index += 1) {
        const own = result[index];
        if (own?.kind !== 'data') continue;
        const rowSpans = own.rowSpans.with(column, index === start ? end - start : 0);
        result[index] = row(own.cells.with(column, first.cells[column]!), rowSpans);
      }
    }
  });
  return result;
}

const anyPaper: fc.Arbitrary<Document> = fc
  .record({
    columns: fc.integer({ min: 2, max: 8 }),
    orientation: fc.constantFrom('portrait' as const, 'landscape' as const),
    size: fc.constantFrom('A4' as const, 'A3' as const),
    spans: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
  })
  .chain(({ columns, orientation, size, spans }) =>
    fc
      .array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 30 })
      .map((rows) => {
        // The last column is never merged: rows would not be seen as rows.
        const merged = merge(
          rows.map((cells) => row([...cells.slice(0, -1), text('末')])),
          spans.slice(0, columns - 1),
        );
        const headers = Array.from({ length: columns }, (_, index) => [`第${index}列`] as const);
        const fields = { kind: 'fields' as const, bordered: true };
        const value = {
          field: 'f',
          label: '单位',
          value: text('某局'),
          labelSpan: 1,
          valueSpan: 1,
        };
        return paper([{ ...fields, rows: [[value]] }, table(headers, merged)], {
          grid: headers.map(() => 16),
          paper: { size, orientation, fontSize: 10.5 },
        });
      }),
  );

test.skipIf(!hasPoppler)('a PDF says what the paper says, whatever that is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { minLength: 1, maxLength: 2 }), expectSameFacts),
    { numRuns: runs(60) },
  );
});

test.skipIf(!hasPoppler)('a cell longer than pages is said in full', async () => {
  const { bytes } = await renderPdf([longTextList()]);
  const [expected] = [longTextList()].map(factsOf).map(bareFacts);
  const [read] = readFacts(bytes);
  // Where a row goes on over pages, each page has a part of it.
  const columnsOf = (facts: typeof read) =>
    facts!.tables[0]!.headers.map((_, index) =>
      facts!.tables[0]!.rows.map((cells) => cells[index]).join(''),
    );
  expect(columnsOf(read)).toEqual(columnsOf(expected));
});

test.skipIf(!hasPoppler)(
  'a table wider than a page goes on beside, with its first column again',
  async () => {
    const names = Array.from({ length: 40 }, (_, index) => `第${index}列`);
    const rows = ['甲', '乙'].map((key) =>
      row(names.map((name, index) => text(index === 0 ? key : `${key}${name}`))),
    );
    const document = paper(
      [
        table(
          names.map((name) => [name] as const),
          rows,
        ),
      ],
      { grid: names.map(() => 8) },
    );
    const { bytes } = await renderPdf([document]);
    const parts = readFacts(bytes)[0]!.tables;
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.rows.map(([first]) => first)).toEqual(['甲', '乙']);
    const joined = (values: (part: (typeof parts)[number]) => readonly string[]) =>
      parts.flatMap((part, index) => values(part).slice(index === 0 ? 0 : 1));
    expect(joined(({ headers }) => headers)).toEqual(names.map(bare));
    expect(joined(({ rows: own }) => own[1]!)).toEqual(
      bareFacts(factsOf(document)).tables[0]!.rows[1],
    );
  },
);
