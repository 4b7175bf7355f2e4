import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFace, type FontFace } from '../../src/renderers/pdf/type/pdfkit-font.ts';
import { makeTypeface } from '../../src/renderers/pdf/type/typeface.ts';
import { textWidth, wrapText } from '../../src/renderers/pdf/type/wrap-text.ts';
import { hasPoppler, readText } from '../support/read-pdf.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { renderPdf } from './render-pdf.ts';
import { paper, row, table, text } from './samples.ts';

const SERIF = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
);

const SANS = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
);

// --- glyph codes ---

test('glyph codes and widths are those that pdfkit writes itself', async () => {
  const { default: PDFDocument } = await import('pdfkit');
  const sample = '岗位廉政风险点：《三重一大》（2026），张䶮𬭊㛃①㎡';
  const options = { font: '', autoFirstPage: false, compress: false };
  const doc = new PDFDocument(options);
  const face = openFace(doc, SERIF);
  const glyphs = Array.from(sample, (character) => face.encode(character));
  expect(glyphs.every(({ isOwn }) => isOwn)).toBe(true);

  const other = new PDFDocument(options);
  const chunks: Uint8Array[] = [];
  other.on('data', (chunk: Uint8Array) => void chunks.push(chunk));
  const ended = new Promise((resolve) => void other.on('end', resolve));
  other.font(SERIF).fontSize(10).addPage();
  const width = other.widthOfString(sample);
  other.text(sample, 10, 10, { lineBreak: false });
  other.end();
  await ended;
  const content = Buffer.concat(chunks).toString('latin1');
  const shown = [...content.matchAll(/\[(.*)\] TJ/g)].map(([, codes = '']) => codes).join('');
  const codes = [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, code]) => code).join('');
  expect(glyphs.map(({ code }) => code).join('')).toBe(codes);
  expect(glyphs.reduce((sum, glyph) => sum + glyph.width, 0) * 10).toBeCloseTo(width, 1);
});

// --- lines ---

/** Han characters are one em wide, all others half. */
const plainFace: FontFace = {
  id: 'F1',
  has: () => true,
  encode: (character) => ({
    code: '0001',
    width: character.charCodeAt(0) < 0x2000 ? 0.5 : 1,
    isOwn: true,
  }),
  register: () => undefined,
};
const plainType = makeTypeface([plainFace], new Set());

const SIGNS = '风险点防控措施，。、；：！？（）《》“”…—·abc12.%/ \n'.split('');
const sentence = fc
  .array(fc.constantFrom(...SIGNS), { maxLength: 80 })
  .map((signs) => signs.join(''));

test('lines say the whole text and stay within the width', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 30, max: 200 }), (value, width) => {
      const lines = wrapText(value, { typeface: plainType, size: 10 }, width);
      const blankless = (own: string): string => own.replace(/[ \n]/g, '');
      expect(lines.map((line) => blankless(line.text)).join('')).toBe(blankless(value));
      for (const line of lines) {
        // The blank half of a closing sign may stand over the edge, blanks may too.
        const shown = line.text.trimEnd();
        const hang = /[。，、；：）》」』】〕〉]$/.test(shown) ? 5 : 0;
        expect(textWidth(shown, plainType, 10)).toBeLessThanOrEqual(width + hang + 0.01);
      }
    }),
  );
});

test.each([
  ['no closing sign starts a line', '风险点防控，措施', 55, ['风险点防控，', '措施']],
  ['even where it has no room to stand over', '风险点防控！措施', 50, ['风险点防', '控！措施']],
  ['no opening sign ends a line', '风险点防（措施）', 50, ['风险点防', '（措施）']],
  ['words and numbers stay whole', '风险点2026年', 40, ['风险点', '2026年']],
  ['a word longer than a line is cut', 'abcdefghijkl', 40, ['abcdefgh', 'ijkl']],
  ['dashes stay in pairs', '风险点——防控', 40, ['风险点', '——防控']],
  ['line feeds are kept', '甲\n\n乙', 40, ['甲', '', '乙']],
  ['indents are kept', '　　风险点', 50, ['　　风险点']],
])('%s', (_, value, width, expected) => {
  expect(
    wrapText(value, { typeface: plainType, size: 10 }, width).map((line) => line.text),
  ).toEqual(expected);
});

// --- fonts ---

const sample = (value: string) => paper([table([['姓名']], [row([text(value)])])]);

test('rare characters of names are printed', async () => {
  const { warnings } = await renderPdf([sample('䶮𬭊㛃㼆堃喆犇骉')]);
  expect(warnings).toEqual([]);
});

test.skipIf(!hasPoppler)(
  'a character that no font has is reported, and still found by a search',
  async () => {
    const { bytes, warnings } = await renderPdf([sample('张😀某'), sample('😀\u{20bb7}')]);
    expect(warnings).toEqual(['字体中没有「😀」「𠮷」，印成了〓']);
    expect(readText(bytes)).toContain('张😀某');
  },
);

test.skipIf(!hasPoppler)(
  'signs that share a glyph are copied as themselves, boxes of forms too',
  async () => {
    const { bytes, warnings } = await renderPdf([sample('⼀一⼀☑是☐否')]);
    expect(warnings).toEqual([]);
    expect(readText(bytes)).toContain('⼀一⼀☑是☐否');
  },
);

test('a font of the user is embedded; one that is none is reported', async () => {
  const serif = await renderPdf([sample('甲')], { head: SERIF, title: SERIF });
  expect(fontsOf(serif.bytes)).toEqual(['NotoSerifSC-Regular']);
  expect(fontsOf((await renderPdf([sample('甲')])).bytes)).toEqual([
    'NotoSansSC-Bold',
    'NotoSerifSC-Regular',
  ]);
  const broken = join(tempFolder(), '坏.ttf');
  writeFileSync(broken, 'no font');
  const { warnings } = await renderPdf([sample('甲')], { body: broken });
  expect(warnings).toEqual([`字体文件「${broken}」不能使用，已改用自带字体`]);
});

test.each([
  ['合集.ttc', 'ttcf', '是几种字体的合集（.ttc）'],
  ['网页.woff2', 'wOF2', '是网页字体（.woff2）'],
])('a font of a kind that cannot be embedded says what to do: %s', async (name, magic, said) => {
  const file = join(tempFolder(), name);
  writeFileSync(file, `${magic} and more`);
  const { bytes, warnings } = await renderPdf([sample('甲')], { body: file });
  expect(warnings?.[0]).toContain(said);
  expect(warnings?.[0]).toContain('请改用');
  expect(fontsOf(bytes)).toEqual(['NotoSansSC-Bold', 'NotoSerifSC-Regular']);
});

test('a missing font file is reported', async () => {
  const file = join(tempFolder(), '没有.ttf');
  const { warnings } = await renderPdf([sample('甲')], { letter: file });
  expect(warnings).toEqual([`字体文件「${file}」读不到，已改用自带字体`]);
});

test('letters are set in the faces of the user: text, second headings, title', async () => {
  const letter = paper(
    [
      { kind: 'heading', level: 2, text: '（一）范围' },
      { kind: 'paragraph', role: 'body', text: '正文。' },
    ],
    { title: '通知', style: 'letter' },
  );
  const files = { letter: SANS, kai: SANS, title: SANS };
  expect(fontsOf((await renderPdf([letter], files)).bytes)).toEqual(['NotoSansSC-Bold']);
  expect(fontsOf((await renderPdf([letter])).bytes)).toEqual(['NotoSerifSC-Regular']);
});

function fontsOf(bytes: Uint8Array): string[] {
  const names = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/FontName \/\w+\+(\S+)/g);
  return [...new Set([...names].map(([, name = '']) => name))].toSorted();
}

test('the properties name the paper and the unit, no clock and no machine', async () => {
  const file = Buffer.from((await renderPdf([sample('甲')])).bytes).toString('latin1');
  expect(file).toContain('D:19800101120000Z');
  expect(file).not.toMatch(/ModDate|D:20/);
});
