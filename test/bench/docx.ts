/**
 * `node --import tsx test/bench/docx.ts 5000`: a register of so many rows as a Word file, against the
 * `docx` library with the same content. Each in a process of its own; the ratio carries over.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Document, TableRow } from '../../src/papers/document.ts';
import { DEFAULT_FONTS, loadRenderer } from '../../src/renderers/renderer-registry.ts';

const [rowCount = '5000', way] = process.argv.slice(2);
const HEADERS = ['序号', '岗位', '职权', '风险类别', '风险点', '表现形式', '等级', '防控措施'];
const GRID = [6, 13, 14, 9, 17, 40, 6, 40];
const FORMS = '审批过程中违反规定程序简化手续，接受管理服务对象宴请或者礼品礼金。';
const MEASURES = '重大事项集体讨论并形成会议纪要，审批事项双人复核，每季度抽查一次。';

type Figures = { readonly seconds: number; readonly megabytes: number; readonly bytes: number };

if (way === undefined) {
  const [own, library] = ['own', 'docx'].map(measure) as [Figures, Figures];
  console.log(`${rowCount} rows of ${HEADERS.length} columns, A4 landscape`);
  for (const [name, { seconds, megabytes, bytes }] of [
    ['lianfang', own],
    ['docx', library],
  ] as const) {
    const size = (bytes / 1e3).toFixed(0);
    console.log(`${name.padEnd(10)} ${seconds.toFixed(2)} s  ${megabytes} MB  file ${size} kB`);
  }
  console.log(`ratio ${(library.seconds / own.seconds).toFixed(1)}`);
} else {
  const start = performance.now();
  const bytes = way === 'own' ? await renderOwn() : await renderWithLibrary();
  const seconds = (performance.now() - start) / 1000;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ seconds, megabytes, bytes } satisfies Figures));
}

function measure(name: string): Figures {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), rowCount, name],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Figures;
}

function texts(index: number): string[] {
  return [
    String(index + 1),
    '行政审批股股长',
    '建设项目用地审批权',
    '业务流程',
    `项目招标投标中暗箱操作${index % 977}`,
    `${FORMS}${index}`,
    ['高', '中', '低'][index % 3]!,
    `${MEASURES}${index % 313}`,
  ];
}

function allRows(): string[][] {
  return Array.from({ length: Number(rowCount) }, (_, index) => texts(index));
}

async function renderOwn(): Promise<number> {
  const rows = allRows().map((own): TableRow => {
    const cells = own.map((text) => ({ kind: 'text', text }) as const);
    return { kind: 'data', cells, rowSpans: cells.map(() => 1) };
  });
  const document: Document = {
    id: 'register',
    title: '廉政风险台账',
    sheet: '台账',
    style: 'form',
    pageNumbers: 'own',
    missing: [],
    paper: { size: 'A4', orientation: 'landscape', fontSize: 9 },
    grid: GRID,
    foot: { text: '2026年', draft: false },
    blocks: [
      { kind: 'title', text: '廉政风险台账' },
      {
        kind: 'table',
        columns: HEADERS.map((header) => ({ key: header, header, span: 1, align: 'left' })),
        head: [HEADERS.map((text, column) => ({ text, column, colSpan: 1, rowSpan: 1 }))],
        rows,
      },
    ],
  };
  const { render } = await loadRenderer('docx');
  const [file] = await render([document], { name: 'register', fonts: DEFAULT_FONTS, author: '' });
  return file!.bytes.length;
}

async function renderWithLibrary(): Promise<number> {
  const docx = await import('docx');
  const total = GRID.reduce((sum, width) => sum + width, 0);
  const widths = GRID.map((width) => Math.round((width * 14_000) / total));
  const row = (own: readonly string[], tableHeader: boolean) =>
    new docx.TableRow({
      tableHeader,
      cantSplit: true,
      children: own.map(
        (text, index) =>
          new docx.TableCell({
            width: { size: widths[index]!, type: docx.WidthType.DXA },
            children: [
              new docx.Paragraph({
                children: [
                  new docx.TextRun({
                    text,
                    size: 18,
                    font: { eastAsia: '宋体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' },
                  }),
                ],
              }),
            ],
          }),
      ),
    });
  const document = new docx.Document({
    sections: [
      {
        properties: { page: { size: { orientation: docx.PageOrientation.LANDSCAPE } } },
        children: [
          new docx.Paragraph({ text: '廉政风险台账', heading: docx.HeadingLevel.TITLE }),
          new docx.Table({
            layout: docx.TableLayoutType.FIXED,
            columnWidths: widths,
            rows: [row(HEADERS, true), ...allRows().map((own) => row(own, false))],
          }),
        ],
      },
    ],
  });
  return (await docx.Packer.toBuffer(document)).length;
}
