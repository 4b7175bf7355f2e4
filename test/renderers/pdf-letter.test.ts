import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Document } from '../../src/papers/document.ts';
import { titleLines } from '../../src/renderers/page-layout/title-lines.ts';
import { runs } from '../support/fast-check.ts';
import { bare, hasPoppler, readPages, readText, readWords } from '../support/read-pdf.ts';
import { renderPdf } from './render-pdf.ts';
import { longTextList, paper, row, table, text } from './samples.ts';

const MM = 72 / 25.4;
/** 思源宋体 as poppler measures it: boxes of words reach higher and lower than the characters. */
const ASCENT = 1.151;
const INK_ABOVE = 0.88;
const INK_BELOW = 0.12;

type Line = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the characters themselves, in millimetres from the upper edge. */
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
};

/** Lines of each page in millimetres, from above. */
function linesOf(bytes: Uint8Array): Line[][] {
  return readWords(bytes).map(({ words }) =>
    words
      .map(({ left, right, top, bottom, text: own }): Line => {
        const size = (bottom - top) / 1.437;
        const base = top + ASCENT * size;
        return {
          text: own,
          left: left / MM,
          right: right / MM,
          top: (base - INK_ABOVE * size) / MM,
          bottom: (base + INK_BELOW * size) / MM,
          size,
        };
      })
      .toSorted((a, b) => a.top - b.top),
  );
}

const isNumber = ({ text: own }: Line): boolean => /^—\d+—$/.test(own);
const body = (value: string): Block => ({ kind: 'paragraph', role: 'body', text: value });
const HAN = '为进一步规范权力运行加强岗位廉政风险防控根据有关规定结合本单位实际制定措施';
const han = (count: number): string => HAN.repeat(Math.ceil(count / HAN.length)).slice(0, count);

function letter(blocks: readonly Block[], title = '关于开展排查的通知'): Document {
  return paper(blocks, { title, style: 'letter', foot: { text: '2026年', draft: false } });
}

// --- GB/T 9704-2012, measured ---

test.skipIf(!hasPoppler)(
  'a page has 22 lines of 28 characters that fill 156 × 225 mm',
  async () => {
    const { bytes } = await renderPdf([letter([body(han(28 * 70))])]);
    const pages = linesOf(bytes);
    expect(pages.length).toBeGreaterThan(3);
    const full = pages[1]!.filter((line) => !isNumber(line));
    expect(full).toHaveLength(22);
    for (const line of full) {
      expect(Array.from(line.text)).toHaveLength(28);
      expect(line.size).toBeCloseTo(16, 1);
      expect(Math.abs(line.left - 28)).toBeLessThan(0.2);
      expect(Math.abs(210 - line.right - 26)).toBeLessThan(0.2);
    }
    expect(Math.abs(full[0]!.top - 37)).toBeLessThan(1);
    expect(Math.abs(297 - full.at(-1)!.bottom - 35)).toBeLessThan(1);
    const pitches = full.slice(1).map((line, index) => line.top - full[index]!.top);
    for (const pitch of pitches) expect(pitch).toBeCloseTo(pitches[0]!, 1);
  },
);

test.skipIf(!hasPoppler)(
  'the title stands on the third line, 二号, a line below it blank',
  async () => {
    const { bytes } = await renderPdf([letter([body(han(60))])]);
    const [title, first, second] = linesOf(bytes)[0]!;
    const pitch = second!.top - first!.top;
    expect(title!.size).toBeCloseTo(22, 1);
    expect(title!.top).toBeCloseTo(37.6 + 2 * pitch, 0);
    expect((title!.left + title!.right) / 2).toBeCloseTo(28 + 78, 0);
    expect(first!.top - title!.top).toBeCloseTo(2 * pitch, 0);
    // 左空二字，回行顶格.
    expect(first!.left).toBeCloseTo(28 + (2 * 156) / 28, 1);
    expect(Array.from(first!.text)).toHaveLength(26);
    expect(second!.left).toBeCloseTo(28, 1);
  },
);

test.skipIf(!hasPoppler)('the number of the letter stands above its title', async () => {
  const number: Block = { kind: 'paragraph', role: 'number', text: '某廉防〔2026〕5号' };
  const { bytes } = await renderPdf([letter([number, body(han(60))])]);
  const [first, title] = linesOf(bytes)[0]!;
  expect(first!.text).toBe('某廉防〔2026〕5号');
  expect(first!.top).toBeCloseTo(37.6, 0);
  expect(title!.text).toBe('关于开展排查的通知');
});

test.skipIf(!hasPoppler)('page numbers: —1— outside, one character in, 7 mm below', async () => {
  const { bytes } = await renderPdf([letter([body(han(28 * 50))])]);
  const numbers = linesOf(bytes).map((lines) => lines.filter(isNumber));
  expect(numbers.map((own) => own.map((line) => line.text))).toEqual([['—1—'], ['—2—'], ['—3—']]);
  const [odd, even] = numbers.flat();
  const em = 14 / MM;
  expect(odd!.size).toBeCloseTo(14, 1);
  expect(210 - 26 - odd!.right).toBeCloseTo(em, 0);
  expect(even!.left - 28).toBeCloseTo(em, 0);
  // The dash stands 0.38 em above the base line.
  const dash = odd!.bottom - (INK_BELOW + 0.38) * em;
  expect(dash - (297 - 35)).toBeCloseTo(7, 1);
});

test.skipIf(!hasPoppler)(
  'no line starts with a closing sign, all lines end at the edge',
  async () => {
    const value = `${han(13)}，（${han(11)}）。《${han(5)}》2026年；`.repeat(40);
    const { bytes } = await renderPdf([letter([body(value)])]);
    const lines = linesOf(bytes)
      .flat()
      .filter((line) => !isNumber(line) && line.size < 20);
    for (const line of lines) expect(line.text).not.toMatch(/^[，。；：、）》]|[（《]$/);
    for (const line of lines.slice(0, -1)) {
      const edge = 210 - 26 + (/[，。；：、]$/.test(line.text) ? 156 / 28 : 0);
      expect(line.right).toBeLessThan(edge + 0.4);
      expect(line.right).toBeGreaterThan(210 - 26 - 0.1);
    }
    expect(bare(lines.map((line) => line.text).join(''))).toBe(value);
  },
);

// --- the end of a letter ---

test.skipIf(!hasPoppler).each([
  ['short', '某局', '2026年11月15日'],
  ['long', '某县财政局廉政风险防控领导小组办公室', '2026年1月5日'],
])('a %s name stands over the middle of a sealed date', async (_, name, date) => {
  const { bytes } = await renderPdf([
    letter([body(han(40)), { kind: 'closing', by: [name], on: date, seal: true }]),
  ]);
  const [by, on] = linesOf(bytes)[0]!
    .filter((line) => !isNumber(line))
    .slice(-2);
  expect([by!.text, on!.text]).toEqual([name, date]);
  expect((by!.left + by!.right) / 2).toBeCloseTo((on!.left + on!.right) / 2, 0);
  expect(by!.right).toBeLessThanOrEqual(210 - 26 + 0.1);
  if (name.length < 5) expect(210 - 26 - on!.right).toBeCloseTo((4 * 156) / 28, 0);
});

test.skipIf(!hasPoppler)('without a seal the name is two characters from the right', async () => {
  const name = '某县财政局廉政办公室';
  const { bytes } = await renderPdf([
    letter([body(han(40)), { kind: 'closing', by: [name], on: '2026年1月5日', seal: false }]),
  ]);
  const [by, on] = linesOf(bytes)[0]!
    .filter((line) => !isNumber(line))
    .slice(-2);
  const em = 156 / 28;
  expect(210 - 26 - by!.right).toBeCloseTo(2 * em, 0);
  expect(on!.left - by!.left).toBeCloseTo(2 * em, 0);
});

test.skipIf(!hasPoppler)('name and date never stand alone on a page', async () => {
  for (let count = 440; count < 640; count += 20) {
    const { bytes } = await renderPdf([
      letter([body(han(count)), { kind: 'closing', by: ['某局'], on: '2026年1月5日', seal: true }]),
    ]);
    const last = linesOf(bytes)
      .at(-1)!
      .filter((line) => !isNumber(line));
    expect(last.length, String(count)).toBeGreaterThanOrEqual(4);
    expect(last.at(-1)!.text).toBe('2026年1月5日');
  }
});

test.skipIf(!hasPoppler).each([
  ['with name and date', true],
  ['alone', false],
])('attachments %s stand with two lines of the text', async (_, closed) => {
  const attachment = ['附件：1.登记表', '2.一览表', '3.承诺书', '4.责任分工'].join('\n');
  const end: Block[] = [
    { kind: 'paragraph', role: 'attachment', text: attachment },
    ...(closed ? [{ kind: 'closing', by: ['某局'], on: '2026年1月5日', seal: true } as const] : []),
  ];
  const lastLine = closed ? '2026年1月5日' : '4.责任分工';
  for (let count = 300; count < 560; count += 20) {
    const { bytes } = await renderPdf([letter([body(han(count)), body(han(8)), ...end])]);
    const last = linesOf(bytes)
      .at(-1)!
      .filter((line) => !isNumber(line))
      .map(({ text: own }) => own);
    expect(last.at(-1)).toBe(lastLine);
    const first = last.indexOf('附件：1.登记表');
    expect(first, String(count)).toBeGreaterThanOrEqual(2);
  }
});

test.skipIf(!hasPoppler)('names of attachments go on below their first character', async () => {
  const attachment = `附件：1.${han(40)}\n　　　2.${han(10)}`;
  const { bytes } = await renderPdf([
    letter([body(han(10)), { kind: 'paragraph', role: 'attachment', text: attachment }]),
  ]);
  const [first, rest, second] = linesOf(bytes)[0]!.slice(2);
  const em = 156 / 28;
  expect(first!.left).toBeCloseTo(28 + 2 * em, 0);
  expect(second!.text).toMatch(/^2\./);
  expect(second!.left).toBeCloseTo(28 + 5 * em, 0);
  expect(rest!.left).toBeGreaterThan(second!.left + 1);
  expect(rest!.left).toBeLessThan(second!.left + 2 * em);
});

test.skipIf(!hasPoppler)(
  '附件 stands on the first line of its page, its title on the third',
  async () => {
    const { bytes } = await renderPdf([
      letter([
        body(han(60)),
        { kind: 'pageBreak' },
        { kind: 'paragraph', role: 'attachmentMark', text: '附件1' },
        { kind: 'paragraph', role: 'center', text: '廉政风险点一览表' },
        body(han(60)),
      ]),
    ]);
    const [mark, title, first, second] = linesOf(bytes)[1]!;
    const pitch = second!.top - first!.top;
    expect(mark!.text).toBe('附件1');
    expect(mark!.left).toBeCloseTo(28, 0);
    expect(mark!.top).toBeCloseTo(37.6, 0);
    expect(title!.text).toBe('廉政风险点一览表');
    expect(title!.size).toBeCloseTo(22, 1);
    expect(title!.top - mark!.top).toBeCloseTo(2 * pitch, -0.5);
    expect((title!.left + title!.right) / 2).toBeCloseTo(28 + 78, 0);
    expect(first!.top - title!.top).toBeCloseTo(2 * pitch, -0.5);
  },
);

// --- titles ---

test.each([
  ['某县财政局关于印发《廉政风险防控工作实施方案》的通知', ['《廉政风险防控工作实施方案》']],
  ['关于开展2026年度岗位廉政风险点排查和评估工作的通知', ['风险点', '2026年', '关于开展', '通知']],
  ['某县人民政府办公室廉政风险防控工作领导小组成立及职责分工的通知', ['领导小组', '廉政']],
])('a long title breaks between its phrases: %s', (title, whole) => {
  const lines = titleLines(title, 20, (part) => Array.from(part).length);
  expect(lines.join('')).toBe(title);
  expect(lines).toHaveLength(2);
  for (const phrase of whole) expect(lines.some((line) => line.includes(phrase))).toBe(true);
  const lengths = lines.map(({ length }) => length);
  expect(Math.min(...lengths) / Math.max(...lengths)).toBeGreaterThan(0.4);
});

// --- whatever a letter holds ---

test.skipIf(!hasPoppler)(
  'tables, boxes and odd texts are said in full, the same bytes twice',
  async () => {
    const long = han(4000);
    const document = letter([
      { kind: 'paragraph', role: 'addressee', text: '各科室：' },
      body('张䶮、李𬭊同志：{{x}} | < = 👍'),
      table([['甲'], ['乙']], []),
      table([['长'], ['短']], [row([text(long), text('短')])]),
      { kind: 'list', items: ['第一项', '第二项'], from: 1 },
      {
        kind: 'opinions',
        boxes: [{ title: '意见', text: '同意。', signs: ['签字'], seal: true, on: '' }],
      },
      { kind: 'heading', level: 2, text: '（一）范围' },
      { kind: 'paragraph', role: 'note', text: '注：说明' },
      { kind: 'signatures', items: ['签收人：', '日期：'] },
      { kind: 'closing', by: [], on: '', seal: false },
    ]);
    const { bytes, warnings } = await renderPdf([document]);
    expect(warnings).toEqual(['字体中没有「👍」，印成了〓']);
    const said = bare(readText(bytes)).replace(/—\d+—/g, '');
    for (const part of [
      '张䶮、李𬭊同志：{{x}}|<=👍',
      '1.第一项2.第二项',
      '（一）范围',
      '注：说明',
    ]) {
      expect(said).toContain(part);
    }
    const boxes = readPages(bytes).flatMap((page) => page.boxes);
    expect(bare(boxes.map((box) => box.text).join(''))).toContain(long.slice(0, 200));
    expect(
      said.match(/[为进一步规范权力运行加强岗位廉政风险防控根据有关规定结合本单位实际制定措施]/gu)!
        .length,
    ).toBeGreaterThan(4000);
    expect((await renderPdf([document])).bytes).toEqual(bytes);
  },
);

test.skipIf(!hasPoppler)('a table too wide for a letter goes on beside', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `第${index}列`);
  const columns = names.map((name) => [name] as const);
  const document = {
    ...letter([body('说明。'), table(columns, [row(names.map(text))])]),
    grid: names.map(() => 8),
  };
  const said = bare(readText((await renderPdf([document])).bytes));
  for (const name of names) expect(said).toContain(name);
});

test.skipIf(!hasPoppler)('a form between letters keeps its own page', async () => {
  const { bytes } = await renderPdf([
    letter([body('甲。')]),
    longTextList(),
    letter([body('乙。')]),
  ]);
  const feet = readPages(bytes).map(({ foot }) => foot);
  expect(feet[0]).toBe('—1—');
  expect(feet[1]).toContain('第1页共');
  expect(feet.at(-1)).toBe('—1—');
});

const ODD = fc.constantFrom(
  '',
  '　　',
  '甲',
  '风险，点。',
  '《'.repeat(40),
  '，，。。',
  '——……',
  'a'.repeat(300),
  '两\n行\n\n末',
  '张䶮𬭊😀',
  '{{x}}|<=',
  '长'.repeat(4000),
);
const oddBlock: fc.Arbitrary<Block> = fc.oneof(
  ODD.chain((value) =>
    fc.constantFrom<Block>(
      { kind: 'title', text: value },
      { kind: 'heading', level: 2, text: value },
      { kind: 'list', items: [value], from: 1 },
      { kind: 'closing', by: [value], on: value, seal: value.length > 2 },
      { kind: 'signatures', items: [value] },
      { kind: 'contents', entries: [{ text: value, level: 1, document: 0 }] },
      table([['甲'], ['乙']], [row([text(value), text('')])]),
    ),
  ),
  fc
    .tuple(
      ODD,
      fc.constantFrom(
        'body',
        'note',
        'center',
        'addressee',
        'number',
        'attachment',
        'attachmentMark' as const,
      ),
    )
    .map(([value, role]): Block => ({ kind: 'paragraph', role, text: value })),
);

test.skipIf(!hasPoppler)(
  'whatever a letter or a form holds is said, the same bytes twice',
  async () => {
    const HAN_SIGNS = /[甲风险点长两行末张]/gu;
    await fc.assert(
      fc.asyncProperty(
        fc.array(oddBlock, { maxLength: 5 }),
        fc.constantFrom('letter', 'form' as const),
        async (blocks, style) => {
          const document = { ...letter([...blocks, body('完')]), style };
          const { bytes } = await renderPdf([document]);
          expect((await renderPdf([document])).bytes).toEqual(bytes);
          const wanted = JSON.stringify(blocks.map(saidBy)).match(HAN_SIGNS)?.length ?? 0;
          const said = readText(bytes).match(HAN_SIGNS)?.length ?? 0;
          expect(said).toBeGreaterThanOrEqual(wanted);
        },
      ),
      { numRuns: runs(25) },
    );
  },
);

/** All that a block says. */
function saidBy(block: Block): unknown {
  return block.kind === 'table' ? block.rows : block;
}
