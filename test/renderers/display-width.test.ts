import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
