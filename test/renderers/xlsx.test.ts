import exceljs, { type Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/papers/document.ts';
import { DEFAULT_FONTS, loadRenderer } from '../../src/renderers/renderer-registry.ts';
import { sheetNames } from '../../src/renderers/xlsx/sheet-names.ts';
import {
  bureauList,
  longTextList,
  number,
  paper,
  personSheet,
  row,
  table,
  text,
} from './samples.ts';

async function bytesOf(...documents: readonly Document[]): Promise<Uint8Array> {
  const { render } = await loadRenderer('xlsx');
  const options = { name: '表', fonts: DEFAULT_FONTS, author: '某县某局' };
  return (await render(documents, options))[0]!.bytes;
}

async function sheetOf(document: Document): Promise<Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await bytesOf(document)).buffer as ArrayBuffer);
  return workbook.worksheets[0]!;
}

/** Address of the first cell that holds this text. */
function find(sheet: Worksheet, wanted: string): string {
  let found = '';
  sheet.eachRow((own) =>
    own.eachCell((cell) => {
      if (found === '' && cell.text === wanted) found = cell.master.address;
    }),
  );
  return found;
}

describe('text stays text', () => {
  test.each(['=1+1', '007', '-5', '+86', '@x', '_x0041_', ' 1 ', '2026-03-31'])(
    '%s',
    async (own) => {
      const sheet = await sheetOf(paper([table([['甲'], ['乙']], [row([text(own), text('')])])]));
      const cell = sheet.getCell(find(sheet, own));
      expect(cell.type).toBe(exceljs.ValueType.String);
      expect(cell.value).toBe(own);
    },
  );

  test('a number that does not fit its column is written out', async () => {
    const wide = table([['甲'], ['乙']], [row([number(12), number(123456789012)])]);
    const sheet = await sheetOf(paper([wide]));
    expect(sheet.getCell(find(sheet, '12')).type).toBe(exceljs.ValueType.Number);
    expect(sheet.getCell(find(sheet, '123456789012')).type).toBe(exceljs.ValueType.String);
  });
});

describe('the page', () => {
  test('is A4, one page wide, with the head on each page and frozen', async () => {
    const sheet = await sheetOf(bureauList());
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: '3:3',
    });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页');
    expect(sheet.headerFooter.oddFooter).toContain('数据摘要 9f3c21ab');
  });

  test('says 草稿 only on a draft', async () => {
    expect((await sheetOf(personSheet({ draft: true }))).headerFooter.oddHeader).toContain('草稿');
    expect((await sheetOf(personSheet())).headerFooter.oddHeader ?? '').not.toContain('草稿');
  });

  test('goes on beside rather than in type below 小五', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `第${index}列`);
    const grid = names.map(() => 12);
    const wide = table(
      names.map((name) => [name] as const),
      [row(names.map(text))],
    );
    const sheet = await sheetOf(paper([wide], { grid }));
    expect(sheet.pageSetup.fitToWidth).toBeGreaterThan(1);
    expect(sheet.getCell(find(sheet, '第0列')).font.size).toBe(9);
  });

  test('repeats no head above a different table', async () => {
    const sheet = await sheetOf(
      paper([
        table([['甲'], ['乙']], [row([text('一'), text('二')])]),
        { kind: 'heading', level: 2, text: '第二张' },
        table([['丙'], ['丁']], [row([text('三'), text('四')])]),
      ]),
    );
    const head = sheet.getCell(find(sheet, '丙')).row;
    expect(sheet.pageSetup.printTitlesRow).toBe(`${head}:${head}`);
  });
});

describe('cells', () => {
  test('every cell of a merged range has lines', async () => {
    const sheet = await sheetOf(bureauList(1, 3));
    const first = sheet.getCell(find(sheet, '市重点工程建设管理服务中心'));
    for (let below = 0; below < 3; below += 1) {
      const { border, master } = sheet.getCell(Number(first.row) + below, Number(first.col));
      expect(master.address).toBe(first.address);
      expect(Object.keys(border)).toEqual(
        expect.arrayContaining(['left', 'right', 'top', 'bottom']),
      );
    }
  });

  test('no row is higher than a workbook can hold', async () => {
    const sheet = await sheetOf(longTextList());
    sheet.eachRow((own) => expect(own.height).toBeLessThanOrEqual(409));
  });

  test('merged cells make their rows high enough', async () => {
    const duties = '负责采购计划的编制、供应商资质的审核、合同的登记与归档。'.repeat(8);
    const sheet = await sheetOf(
      paper(
        [
          table(
            [['职责'], ['风险']],
            [row([text(duties), text('一')], [2, 1]), row([text(duties), text('二')], [0, 1])],
          ),
        ],
        { grid: [20, 60] },
      ),
    );
    const start = Number(sheet.getCell(find(sheet, duties)).row);
    expect(sheet.getRow(start).height + sheet.getRow(start + 1).height).toBeGreaterThan(200);
  });
});

test('names of sheets are legal and different', () => {
  expect(
    sheetNames(['', 'a/b*c', 'A b c', '科'.repeat(40), '科'.repeat(41), "'引'", 'History']),
  ).toEqual([
    '表1',
    'a b c',
    'A b c（2）',
    '科'.repeat(31),
    `${'科'.repeat(28)}（2）`,
    '引',
    '表7',
  ]);
});

test('the file names the unit as its author, no program, person or place', async () => {
  const entries = unzipSync(await bytesOf(personSheet()));
  const core = strFromU8(entries['docProps/core.xml']!);
  expect(core).toContain('<dc:creator>某县某局</dc:creator>');
  expect(core.match(/\d{4}-\d{2}-\d{2}T[\d:]+/g)).toEqual([
    '1980-01-01T12:00:00',
    '1980-01-01T12:00:00',
  ]);
  expect(strFromU8(entries['xl/styles.xml']!)).not.toContain('Calibri');
  expect(Object.keys(entries)).toEqual(Object.keys(entries).toSorted());
});

test('no paper, no file', async () => {
  const { render } = await loadRenderer('xlsx');
  expect(await render([], { name: 'x', fonts: DEFAULT_FONTS, author: '' })).toEqual([]);
});
