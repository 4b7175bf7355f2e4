/**
 * `node --import tsx test/bench/pdf.ts 50000`: a register of so many rows as PDF, against pdfkit's own
 * way of setting the same content (`heightOfString`, then `doc.text` in a width). Each in a process of
 * its own; absolute times belong to one machine, the ratio carries over.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Document, TableRow } from '../../src/papers/document.ts';
import { DEFAULT_FONTS, loadRenderer } from '../../src/renderers/renderer-registry.ts';

const [rowCount = '50000', way] = process.argv.slice(2);
const HEADERS = '序号 岗位 职权名称 风险类别 风险点 风险表现形式 可能 危害 等级 防控措施'.split(
  ' ',
);
const GRID = [6, 13, 14, 9, 17, 38, 5, 5, 5, 38];
const FORMS =
  '审批过程中违反规定程序简化手续，接受管理服务对象宴请或者礼品礼金，人情因素影响公正执行职务，超越职权或者滥用自由裁量权。';
const MEASURES =
  '严格执行领导班子集体讨论决定制度并形成会议纪要，建立审批事项双人复核和限时办结机制，每季度开展一次廉政谈话并留存谈话记录。';

type Figures = { readonly seconds: number; readonly megabytes: number; readonly bytes: number };

if (way === undefined) {
  const [own, plain] = ['own', 'pdfkit'].map(measure) as [Figures, Figures];
  console.log(`${rowCount} rows of ${HEADERS.length} columns, A4 landscape`);
  for (const [name, { seconds, megabytes, bytes }] of [
    ['lianfang', own],
    ['pdfkit: heightOfString, doc.text', plain],
  ] as const) {
    console.log(
      `${name.padEnd(34)} ${seconds.toFixed(2)} s  ${megabytes} MB  file ${(bytes / 1e6).toFixed(1)} MB`,
    );
  }
  console.log(`ratio ${(plain.seconds / own.seconds).toFixed(1)}`);
} else {
  const start = performance.now();
  const bytes = way === 'own' ? await renderOwn() : await renderPlain();
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
    String(1 + (index % 5)),
    String(1 + (index % 4)),
    ['高', '中', '低'][index % 3]!,
    `${MEASURES}${index % 313}`,
  ];
}

async function renderOwn(): Promise<number> {
  const rows = Array.from({ length: Number(rowCount) }, (_, index): TableRow => {
    const cells = texts(index).map((text) => ({ kind: 'text', text }) as const);
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
  const { render } = await loadRenderer('pdf');
  const [file] = await render([document], { name: 'register', fonts: DEFAULT_FONTS, author: '' });
  return file!.bytes.length;
}

async function renderPlain(): Promise<number> {
  const { default: PDFDocument } = await import('pdfkit');
  const font = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  );
  const margin = 45;
  const doc = new PDFDocument({ size: 'A4', layout: 'landscape', margin, font });
  let length = 0;
  doc.on('data', (chunk: Uint8Array) => (length += chunk.length));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.fontSize(9);
  const total = GRID.reduce((sum, width) => sum + width);
  const widths = GRID.map((width) => (width / total) * (doc.page.width - 2 * margin));
  let y = margin;
  for (let index = -1; index < Number(rowCount); index++) {
    const row = index < 0 ? HEADERS : texts(index);
    const heights = row.map((text, column) =>
      doc.heightOfString(text, { width: widths[column]! - 5 }),
    );
    const height = Math.max(...heights) + 6;
    if (y + height > doc.page.height - margin) {
      doc.addPage();
      y = margin;
    }
    let x = margin;
    row.forEach((text, column) => {
      const width = widths[column]!;
      doc.text(text, x + 2.5, y + 3, { width: width - 5 });
      doc.rect(x, y, width, height);
      x += width;
    });
    doc.lineWidth(0.5).stroke();
    y += height;
  }
  doc.end();
  await ended;
  return length;
}
