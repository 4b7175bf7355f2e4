import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { clusterWidth } from '../../src/util/cluster-width.ts';
import { displayWidth, lineRanges, wrap } from '../../src/util/display-width.ts';

describe('width', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['风险点', 6],
    ['（一）ABC', 9],
    ['𠮷田', 4],
    ['👨‍👩‍👧', 2],
    ['e\u0301', 1],
    ['ｱ', 1],
    ['“三重一大”', 10],
  ])('%s is %i', (text, width) => expect(displayWidth(text)).toBe(width));

  test('Chinese type sets quotation marks as wide as characters', () => {
    expect(displayWidth('“三重一大”', { ambiguous: 'wide' })).toBe(12);
  });
});

const SIGNS = [
  'e',
  '1',
  '#',
  'か',
  '한',
  '각',
  'ᄀ',
  'ᅡ',
  'ᆨ',
  'ｶ',
  'ﾞ',
  '‼',
  '☎',
  '\uFE0F',
  '\u20E3',
  '👨',
  '👩',
  '🏽',
  '🇨',
  '🇳',
  '\u200D',
  '\u0301',
  '\u0903',
  '\u00AD',
  '风',
];

describe('a cluster is as wide as string-width has it', () => {
  const differs = (cluster: string) =>
    (['narrow', 'wide'] as const).filter(
      (ambiguous) =>
        clusterWidth(cluster, ambiguous) !==
        stringWidth(cluster, { ambiguousIsNarrow: ambiguous === 'narrow' }),
    );

  test.each([
    ['letters, signs, the first Han characters', 0, 0x5000],
    ['Korean, forms of width', 0xd700, 0xffff],
    ['pictures', 0x1f000, 0x1faff],
  ])('%s', (_, from, to) => {
    const codes = Array.from({ length: to - from }, (__, index) => from + index);
    const different = codes.filter((code) => differs(String.fromCodePoint(code)).length > 0);
    expect(different.map((code) => code.toString(16))).toEqual([]);
  });

  test('several code points', () => {
    const sign = fc.constantFrom(...SIGNS);
    const cluster = fc
      .oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string({ unit: sign, maxLength: 8 }))
      .map((text) => [...new Intl.Segmenter('zh').segment(text)].map(({ segment }) => segment));
    fc.assert(
      fc.property(cluster, (clusters) => {
        expect(clusters.filter((one) => differs(one).length > 0)).toEqual([]);
      }),
    );
  });
});

describe('lines', () => {
  test.each<[text: string, width: number, lines: string[]]>([
    ['岗位职责风险', 6, ['岗位职', '责风险']],
    ['审批不严，收礼', 8, ['审批不', '严，收礼']],
    ['见《采购办法》', 4, ['见', '《采', '购办', '法》']],
    ['使用 OA system 审批', 10, ['使用 OA', 'system 审', '批']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['一\n\n二', 10, ['一', '', '二']],
    ['', 10, ['']],
    ['2026年3月', 4, ['2026', '年3', '月']],
  ])('%j in %i', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

  test('lines cover the text, fit the width and keep characters whole', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 60 });
    const han = fc.string({
      unit: fc.constantFrom('风', '险', '，', '。', '（', '《', 'a', '1', ' ', '\n', '“', '”'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(any, han), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const ranges = lineRanges(text, width);
        const parts = ranges.map(
          ({ start, end, hard }) => text.slice(start, end) + (hard ? '\n' : ''),
        );
        expect(parts.join('')).toBe(text);
        for (const line of wrap(text, width)) {
          expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, 4));
        }
      }),
    );
  });
});
