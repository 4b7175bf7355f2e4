import { expect, test } from 'vitest';
import { paginate } from '../../src/renderers/xlsx/paginate-rows.ts';
import type { SheetRow } from '../../src/renderers/xlsx/sheet.ts';

const STYLE = {
  font: 'body',
  size: 10.5,
  bold: false,
  align: 'left',
  valign: 'middle',
  sides: 'LRTB',
} as const;

/** A row of 100 points; `covers` rows are merged from here, `keep` ties it to the next one. */
function row({ covers = 1, keep = false }: { covers?: number; keep?: boolean } = {}): SheetRow {
  const cell = { column: 0, columns: 1, rows: covers, value: '甲', style: STYLE };
  return { height: 100, cells: [cell], keepWithNext: keep };
}

const plain = (count: number) => Array.from({ length: count }, () => row());
const startsOf = (rows: readonly SheetRow[]) => paginate(rows, undefined, 1000).starts;

test('pages end where they are full', () => {
  expect(startsOf(plain(25))).toEqual([10, 20]);
});

test('a merged cell of moderate height goes to the next page whole', () => {
  expect(startsOf([...plain(8), row({ covers: 3 }), ...plain(4)])).toEqual([8]);
});

test('a line that heads the merged cell goes with it', () => {
  const rows = [...plain(7), row({ keep: true }), row({ covers: 3 }), ...plain(4)];
  expect(startsOf(rows)).toEqual([7]);
});

test('a higher merged cell is parted', () => {
  expect(startsOf([...plain(8), row({ covers: 6 }), ...plain(5)])).toEqual([10]);
});

test('what is signed stays with its boxes, though a merged cell above is parted', () => {
  const boxes = [...Array.from({ length: 7 }, () => row({ keep: true })), row()];
  const rows = [...plain(6), row({ covers: 3 }), row(), row({ keep: true }), ...boxes];
  expect(startsOf(rows)).toEqual([8]);
});

test('boxes that fill more than a page end it between them, never within one', () => {
  const box = [row({ covers: 2, keep: true }), row({ keep: true })];
  const rows = [row({ keep: true }), ...box, ...box, ...box, ...box, ...box, row()];
  expect(startsOf(rows)).toEqual([9]);
});
