import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProfileColumnNode } from '../../src/model/profile.ts';
import { buildPaper } from '../../src/papers/build-paper.ts';
import type { Block, Document, TableBlock, TableRow } from '../../src/papers/document.ts';
import { cellText } from '../../src/papers/document.ts';
import { roomOf } from '../../src/papers/layout/paper-size.ts';
import { fitWidths, NARROWEST } from '../../src/papers/layout/fit-widths.ts';
import type { RawUnit } from './support.ts';
import { inputOf, profileOf, readYaml, schemeOf, unitOf } from './support.ts';

const scheme = schemeOf(readYaml('scheme.yaml'));
const bureau = readYaml('bureau.yaml') as RawUnit;

/** Units with few words, so that equal neighbours are common. */
const word = fc.constantFrom('甲', '乙', '');
const units = fc
  .array(
    fc.record({
      name: fc.constantFrom('子', '丑'),
      category: word,
      post: fc.constantFrom('cashier', 'clerk', 'director'),
      manifestation: fc.array(fc.constantFrom('一', '二', '三'), { maxLength: 4 }),
      measures: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }),
    }),
    { maxLength: 8 },
  )
  .map((risks) =>
    unitOf({
      ...bureau,
      risks: risks.map(({ name, category, post, manifestation }, index) => ({
        id: `r${index}`,
        name,
        post,
        manifestation,
        ...(category === '' ? {} : { category }),
      })),
      measures: risks.flatMap(({ measures, manifestation }, index) =>
        measures.map((answer, number) => ({
          id: `m${index}-${number}`,
          risks: [`r${index}`],
          content: `措施${index}-${number}`,
          ...(answer === 0 || answer > manifestation.length ? {} : { answers: [answer] }),
        })),
      ),
    }),
  );

const leaf = fc.record(
  {
    field: fc.constantFrom('seq', 'department.name', 'post.name', 'risk.category', 'risk.name'),
    width: fc.integer({ min: 2, max: 60 }),
    merge: fc.boolean(),
  },
  { requiredKeys: ['field'] },
);
const lists = [{ field: 'risk.manifestation' }, { field: 'risk.measures' }];
const nodes: fc.Arbitrary<object> = fc.oneof(
  leaf,
  fc.record({ header: fc.constant('空'), blank: fc.constant(true as const) }),
  fc.record({ header: fc.constant('组'), columns: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
);
const rowKinds = fc.constantFrom(
  {},
  { facing: ['risk.manifestation', 'risk.measures'] },
  { per: 'measure' },
  { groupBy: 'department.name' },
  { groupBy: 'risk.category', facing: ['risk.manifestation', 'risk.measures'] },
);
const profiles = fc
  .record({
    columns: fc.array(nodes, { minLength: 1, maxLength: 5 }),
    second: fc.array(leaf, { minLength: 1, maxLength: 6 }),
    pairs: fc.integer({ min: 1, max: 4 }),
    rows: rowKinds,
    paper: fc.constantFrom('A4 portrait', 'A4 landscape', 'A3 landscape'),
    size: fc.constantFrom('五号', '小五', '小四'),
  })
  .map(({ columns, second, pairs, rows, paper, size }) =>
    profileOf({
      title: '试验',
      paper,
      size,
      sections: [
        { fields: { columns: pairs, of: ['unit.name', 'unit.edition', 'unit.kind'] } },
        { table: { rows: { from: 'risks', ...rows }, columns: [...columns, ...lists] } },
        { table: { rows: { from: 'risks' }, columns: second } },
      ],
    }),
  );

const documents = fc.tuple(units, profiles).map(([unit, profile]) => ({
  unit,
  profile,
  document: buildPaper(inputOf(unit, scheme), profile, { paper: { id: 'x' } })[0]!,
}));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const tablesOf = ({ blocks }: Document) =>
  blocks.filter((block): block is TableBlock => block.kind === 'table');
const dataOf = ({ rows }: TableBlock) =>
  rows.filter((row): row is Extract<TableRow, { kind: 'data' }> => row.kind === 'data');

describe('every document', () => {
  test('has a grid that fills the paper and no more', () => {
    fc.assert(
      fc.property(documents, ({ document: { grid, paper } }) => {
        const { width, padding } = roomOf(paper);
        const used = sum(grid) + grid.length * padding;
        expect(used).toBeLessThanOrEqual(width + 0.001);
        expect(used).toBeGreaterThan(width - grid.length * 0.1 - 0.001);
        for (const column of grid) expect(column).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('has blocks that take the whole grid', () => {
    fc.assert(
      fc.property(documents, ({ document }) => {
        for (const spans of document.blocks.flatMap(spansOf)) {
          expect(sum(spans)).toBe(document.grid.length);
          expect(Math.min(...spans)).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('has heads that cover each column of each head row once', () => {
    fc.assert(
      fc.property(documents, ({ document }) => {
        for (const { head, columns } of tablesOf(document)) {
          const covered = head.map(() => columns.map(() => 0));
          for (const [level, cells] of head.entries()) {
            for (const { column, colSpan, rowSpan } of cells) {
              for (let row = level; row < level + rowSpan; row++) {
                for (let at = column; at < column + colSpan; at++) covered[row]![at]! += 1;
              }
            }
          }
          expect(covered.flat().every((times) => times === 1)).toBe(true);
          expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
        }
      }),
    );
  });

  test('has row spans that cover every cell once and join equal texts only', () => {
    fc.assert(
      fc.property(documents, ({ document }) => {
        for (const { rows, columns } of tablesOf(document)) {
          const faults = columns.flatMap((_, column) => spanFaults(rows, column));
          expect(faults).toEqual([]);
        }
      }),
    );
  });

  test('shows every item of lists that face each other once, in a row of its point', () => {
    fc.assert(
      fc.property(documents, ({ unit, profile, document }) => {
        const [, section] = profile.sections;
        if (section?.table?.rows.facing === undefined) return;
        const table = tablesOf(document)[0]!;
        for (const key of ['risk.manifestation', 'risk.measures'] as const) {
          const place = table.columns.findIndex((column) => column.key === key);
          const shown = dataOf(table).flatMap(({ cells }) => {
            const cell = cells[place]!;
            if (cell.kind === 'items') return [...cell.items];
            const text = cellText(cell);
            return text === '' ? [] : [text];
          });
          const expected =
            key === 'risk.measures'
              ? unit.measures.map(({ content }) => content)
              : unit.risks.flatMap(({ manifestation }) => manifestation);
          expect(shown.toSorted()).toEqual(expected.toSorted());
        }
      }),
    );
  });
});

describe('merging', () => {
  test('never crosses a change further left', () => {
    fc.assert(
      fc.property(documents, ({ profile, document }) => {
        const [, section] = profile.sections;
        const merged = leavesOf(section!.table!.columns).map(
          (node) => 'merge' in node && node.merge,
        );
        const rows = dataOf(tablesOf(document)[0]!);
        const lines = section!.table!.rows;
        if (lines.per !== undefined || lines.facing !== undefined) return;
        const isBlank = (line: number, column: number) =>
          cellText(rows[line]!.cells[column]!) === '';
        // Blank cells stay apart, but nothing changes from one to the next.
        const changes = (line: number, column: number) =>
          rows[line]!.rowSpans[column] !== 0 &&
          !(line > 0 && isBlank(line, column) && isBlank(line - 1, column));
        const crossing = rows.flatMap(({ rowSpans }, line) =>
          rowSpans.filter(
            (span, column) =>
              span === 0 && merged.some((one, left) => one && left < column && changes(line, left)),
          ),
        );
        expect(crossing).toEqual([]);
      }),
    );
  });
});

describe('widths', () => {
  const wishes = fc.array(
    fc.record({
      width: fc.option(fc.integer({ min: 2, max: 80 }), { nil: undefined }),
      header: fc.constantFrom('序号', '防控措施', '廉政风险主要内容及表现形式', 'ISO 31000'),
    }),
    { minLength: 1, maxLength: 30 },
  );

  test('fill the room, none under two Han characters, or say that they cannot', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 40, max: 240 }), (columns, room) => {
        const widths = fitWidths(columns, room);
        expect(widths === undefined).toBe(columns.length * NARROWEST > room);
        const given = widths ?? columns.map(() => room / columns.length);
        expect(sum(given)).toBeCloseTo(room, 6);
        expect(Math.min(...(widths ?? [NARROWEST]))).toBeGreaterThanOrEqual(NARROWEST - 1e-9);
      }),
    );
  });

  test('keep what is asked for while there is room for the others', () => {
    expect(
      fitWidths(
        [
          { width: 6, header: '序号' },
          { width: undefined, header: '措施' },
          { width: undefined, header: '说明' },
        ],
        100,
      ),
    ).toEqual([6, 47, 47]);
  });
});

function leavesOf(columns: readonly ProfileColumnNode[]): ProfileColumnNode[] {
  return columns.flatMap((node) => ('columns' in node ? leavesOf(node.columns) : [node]));
}

/** Grid columns that the cells of each row of a block take. */
function spansOf(block: Block): number[][] {
  if (block.kind === 'table') return [block.columns.map(({ span }) => span)];
  if (block.kind !== 'fields') return [];
  return block.rows.map((row) => row.flatMap(({ labelSpan, valueSpan }) => [labelSpan, valueSpan]));
}

/** Rows at which a column's spans overlap, leave a gap, cross another line, or hide another text. */
function spanFaults(rows: readonly TableRow[], column: number): number[] {
  const faults: number[] = [];
  let covered = 0;
  let text = '';
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'data') {
      if (covered > 0) faults.push(index);
      covered = 0;
      continue;
    }
    const span = row.rowSpans[column] ?? -1;
    const own = cellText(row.cells[column]!);
    const isFine = covered === 0 ? span > 0 : span === 0 && own === text;
    if (!isFine) faults.push(index);
    if (covered === 0) {
      covered = span;
      text = own;
    }
    covered -= 1;
  }
  return covered === 0 ? faults : [...faults, rows.length];
}
