import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Block, Document } from '../../src/papers/document.ts';
import { DEFAULT_FONTS, loadRenderer } from '../../src/renderers/renderer-registry.ts';
import { bureauList, paper, row, table, text } from './samples.ts';

async function bytesOf(documents: readonly Document[]): Promise<Uint8Array> {
  const { render } = await loadRenderer('xlsx');
  const options = { name: '表', fonts: DEFAULT_FONTS, author: '某县某局' };
  return (await render(documents, options))[0]!.bytes;
}

async function bookOf(documents: readonly Document[]): Promise<Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await bytesOf(documents)).buffer as ArrayBuffer);
  return workbook;
}

/** Texts of the sheet, row after row, each merged cell once. */
function textsOf(sheet: Worksheet): string[] {
  const texts: string[] = [];
  sheet.eachRow((own) =>
    own.eachCell((cell) => {
      if (cell.address === cell.master.address && cell.text !== '') texts.push(cell.text);
    }),
  );
  return texts;
}

const PARAGRAPH = '为进一步规范权力运行，加强岗位廉政风险防控，根据有关规定制定本方案。'.repeat(4);
const letter = (blocks: readonly Block[]): Document =>
  paper(blocks, { title: '关于开展2026年度岗位廉政风险点排查和评估工作的通知', style: 'letter' });

test('a letter is complete, in one wide column, on the margins of the standard', async () => {
  const blocks: Block[] = [
    { kind: 'paragraph', role: 'number', text: '某廉防〔2026〕5号' },
    { kind: 'paragraph', role: 'addressee', text: '各科室：' },
    { kind: 'heading', level: 1, text: '一、要求' },
    { kind: 'paragraph', role: 'body', text: PARAGRAPH },
    { kind: 'list', items: ['甲', '乙'], from: 1 },
    { kind: 'paragraph', role: 'attachment', text: '附件：1.表一\n2.表二' },
    { kind: 'closing', by: ['某县财政局'], on: '2026年1月5日', seal: true },
  ];
  const [sheet] = (await bookOf([letter(blocks)])).worksheets;
  expect(textsOf(sheet!)).toEqual([
    '某廉防〔2026〕5号',
    '关于开展2026年度岗位廉政\n风险点排查和评估工作的通知',
    '各科室：',
    '　　一、要求',
    `　　${PARAGRAPH}`,
    '　　1.甲',
    '　　2.乙',
    '　　附件：1.表一',
    '　　　　　2.表二',
    '某县财政局　　　　　',
    '2026年1月5日　　　　',
  ]);
  expect(sheet!.columnCount).toBe(1);
  const { left, right, top, bottom } = sheet!.pageSetup.margins!;
  expect([left, right, top, bottom].map((inch) => Math.round(inch * 25.4))).toEqual([
    28, 26, 37, 35,
  ]);
  expect([sheet!.pageSetup.paperSize, sheet!.pageSetup.orientation]).toEqual([9, 'portrait']);
  expect(sheet!.headerFooter.oddFooter).toContain('—&P—');
  expect(sheet!.headerFooter.evenFooter).toMatch(/^&L/);
  // 三号 in lines of 27 characters: five lines and the space around.
  const body = sheet!.getRow(7);
  expect(body.getCell(1).font).toMatchObject({ name: '仿宋_GB2312', size: 16 });
  expect(body.height).toBeGreaterThan(5 * 16 * 1.3);
  expect(sheet!.getCell('A11').alignment.horizontal ?? '').not.toBe('center');
});

test('a chart is its table, its head repeated like that of any other', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => row([text(`环节${index}`), text('风险')]));
  const chart = { kind: 'heat', title: '图', columns: [], rows: [] } as const;
  const figure: Block = { kind: 'figure', chart, table: table([['环节'], ['内容']], rows) };
  const [sheet] = (await bookOf([paper([figure])])).worksheets;
  expect(textsOf(sheet!).filter((own) => own.startsWith('环节'))).toHaveLength(61);
  expect(sheet!.pageSetup.printTitlesRow).toBe('2:2');
});

test('contents lead to the sheets, a cover has no page number', async () => {
  const cover = paper([{ kind: 'paragraph', role: 'center', text: '2026年1月' }], {
    title: '廉政风险防控手册',
    pageNumbers: 'none',
  });
  const documents: Document[] = [
    {
      ...cover,
      blocks: [{ kind: 'title', text: cover.title, cover: true }, ...cover.blocks.slice(1)],
    },
    paper(
      [
        {
          kind: 'contents',
          entries: [
            { text: '一、清单', level: 1, document: 2 },
            { text: `说明${'很长'.repeat(60)}`, level: 2, document: 3 },
          ],
        },
      ],
      { title: '目录' },
    ),
    bureauList(1, 2),
    paper([], { title: '说明' }),
  ];
  const workbook = await bookOf(documents);
  const names = workbook.worksheets.map(({ name }) => name);
  expect(names).toEqual(['封面', '目录', documents[2]!.title, '说明']);
  const bytes = await bytesOf(documents);
  const contents = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']!);
  const targets = [...contents.matchAll(/<hyperlink ref="A\d+" location="'([^']*)'!A1"\/>/g)];
  expect([...new Set(targets.map(([, name]) => name))]).toEqual(names.slice(2));
  expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)).not.toContain('oddFooter');
  expect(textsOf(workbook.worksheets[0]!)).toEqual(['廉政风险防控手册', '2026年1月']);
  expect(await bytesOf(documents)).toEqual(bytes);
});
