import { describe, expect, inject, test } from 'vitest';
import { CHART, ENDS, LETTER, SIGNED } from './printed-papers.ts';
import { printedPages, printedText } from './printed-text.ts';

/** Pages of Word files as an office program prints them. */
type Word = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
};
const MM = 25.4 / 72;
const PAGE = { width: 210, height: 297 };

const printed = inject('printed');

describe.skipIf(printed === undefined)('Word files printed by LibreOffice', () => {
  const pages = (name: string) => printedPages(`${printed}/docx-${name}.pdf`);

  /** Words of each page with their places in millimetres. */
  function words(name: string): Word[][] {
    return printedText(`${printed}/docx-${name}.pdf`, '-bbox')
      .split('<page ')
      .slice(1)
      .map((page) =>
        [...page.matchAll(/xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</g)].map(
          ([, left, top, right, bottom, own = '']) => ({
            left: Number(left) * MM,
            top: Number(top) * MM,
            right: Number(right) * MM,
            bottom: Number(bottom) * MM,
            text: own,
          }),
        ),
      );
  }

  /** Texts of the lines of a page by their lower edge. */
  function lines(page: readonly Word[]): string[] {
    const found = new Map<number, string>();
    for (const { bottom, text: own } of page) {
      const key = Math.round(bottom);
      found.set(key, `${found.get(key) ?? ''}${own}`);
    }
    return [...found].toSorted(([a], [b]) => a - b).map(([, own]) => own);
  }

  test('a page of a letter has 22 lines of 28 characters between the margins of the standard', () => {
    const [first = [], second = []] = words('letter');
    const own = lines(second.filter(({ bottom }) => bottom < PAGE.height - 30));
    expect(own).toHaveLength(22);
    for (const line of own) expect([26, 28]).toContain(line.length);
    expect(own.filter((line) => line.length === 28).length).toBeGreaterThan(12);
    const edge = (page: readonly Word[]) => {
      const body = page.filter(({ text: said }) => said.includes('廉廉'));
      return {
        left: Math.min(...body.map(({ left }) => left)),
        right: PAGE.width - Math.max(...body.map(({ right }) => right)),
      };
    };
    // Bound at the left, at the right on the back.
    const odd = edge(first);
    const even = edge(second);
    for (const [measured, wanted] of [
      [odd.left, 28],
      [odd.right, 26],
      [even.left, 26],
      [even.right, 28],
    ] as const) {
      expect(Math.abs(measured - wanted)).toBeLessThan(1);
    }
    const top = Math.min(...second.map((word) => (word.top + word.bottom) / 2));
    const bottom = Math.max(
      ...second.filter((word) => word.bottom < 270).map((word) => (word.top + word.bottom) / 2),
    );
    // The middle of the first and of the last line: half a line from the margins.
    const half = 225 / 22 / 2;
    expect(Math.abs(top - 37 - half)).toBeLessThan(1);
    expect(Math.abs(PAGE.height - bottom - 35 - half)).toBeLessThan(1);
  });

  test('its page number stands 7 mm below the text, on the outer side', () => {
    const [first = [], second = []] = words('letter');
    const odd = first.find(({ text: own }) => own === '—1—');
    const even = second.find(({ text: own }) => own === '—2—');
    const char = 14 * MM;
    expect(Math.abs(PAGE.width - (odd?.right ?? 0) - 26 - char)).toBeLessThan(1);
    expect(Math.abs((even?.left ?? 0) - 26 - char)).toBeLessThan(1);
    const middle = ((odd?.top ?? 0) + (odd?.bottom ?? 0)) / 2;
    expect(Math.abs(middle - (PAGE.height - 35 + 7))).toBeLessThan(1.5);
  });

  test('its long title is parted where a phrase ends', () => {
    const [first = []] = words('letter');
    const [number, one, two] = lines(first);
    expect(number).toBe('某财函〔2026〕5号');
    expect(`${one}${two}`).toBe(LETTER.title);
    expect(two?.length).toBeGreaterThan(8);
  });

  test('every page of a list has the head and its number', () => {
    const list = pages('list');
    expect(list.length).toBeGreaterThan(10);
    expect(list.length).toBeLessThan(40);
    list.forEach((page, index) => {
      expect(page).toContain('防控措施');
      expect(page).toContain(`第${index + 1}页共${list.length}页`);
    });
  });

  test('what ends a letter stands with two lines of its text', () => {
    const last = words('ends').filter((page) => page.some(({ text: own }) => own === '某局'));
    expect(last).toHaveLength(ENDS.length);
    let apart = 0;
    for (const page of last) {
      const own = lines(page);
      const first = own.findIndex((line) => line.startsWith('附件：1.登记表'));
      expect(first).toBeGreaterThanOrEqual(2);
      if (!own.includes('通知')) apart += 1;
    }
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBeLessThan(ENDS.length);
  });

  test('附件 stands on the first line of its page, its title on the third', () => {
    const [, page = []] = words('attached');
    const middle = (own: string) => {
      const word = page.find(({ text: said }) => said === own)!;
      return { x: (word.left + word.right) / 2, y: (word.top + word.bottom) / 2, ...word };
    };
    const pitch = 225 / 22;
    const mark = middle('附件');
    const title = middle('廉政风险点一览表');
    expect(mark.y).toBeCloseTo(37 + pitch / 2, -0.5);
    expect(Math.abs(mark.left - 26)).toBeLessThan(1);
    expect(title.y - mark.y).toBeCloseTo(2 * pitch, -0.5);
    expect(Math.abs(title.x - (26 + 78))).toBeLessThan(1);
  });

  test('the date of a letter without a seal stays on one line', () => {
    const [page = []] = words('unsealed');
    expect(lines(page)).toContain('2026年12月16日');
  });

  test('neither title nor notes of a record stand alone on a page', () => {
    const record = pages('record');
    for (const page of record) expect(page).toMatch(/已经查明|负责人（签字）/);
    expect(record.at(-1)).toMatch(/负责人（签字）.*注：本记录一式两份/);
  });

  test('signatures stand with the last row of the table above, on one line', () => {
    const signed = pages('signed');
    expect(signed.length).toBeGreaterThan(SIGNED.length);
    expect(signed.filter((page) => page.includes('填表人：审核人：日期：'))).toHaveLength(
      SIGNED.length,
    );
    for (const page of signed) {
      if (page.includes('填表人：')) expect(page).toMatch(/廉风险注：本表一式两份填表人：/);
    }
  });

  test('a form fits one page and says that it is a draft', () => {
    expect(pages('person')).toHaveLength(1);
    expect(pages('person')[0]).toContain('草稿');
    expect(pages('person')[0]).toContain('填表日期');
  });

  test('nothing of a 4,000-character cell is clipped', () => {
    const said = pages('long').join('');
    expect(said.match(/；/g)?.length ?? 0).toBeGreaterThanOrEqual(160 + 28);
    expect(said).toContain('=1+1');
  });

  test('the contents have the pages on which papers begin', () => {
    const binder = pages('binder');
    const contents = binder[1] ?? '';
    const shown = (name: string) => Number(new RegExp(`${name}\\.*(\\d+)`).exec(contents)?.[1]);
    const begins = (title: string) =>
      binder.findIndex((page, index) => index > 1 && page.includes(title)) + 1;
    // The cover and the contents have no number and do not count.
    expect(shown('清单')).toBe(1);
    expect(shown('自查表')).toBe(begins('个人廉政风险自查表') - 2);
    expect(shown('通知')).toBe(begins('某财函') - 2);
    binder.slice(2).forEach((page, index) => {
      expect(page).toContain(`—${index + 1}—`);
      expect(page).not.toMatch(/第\d+页/);
    });
    // Outside, as on letters; the edition at the inner side.
    const [odd = [], even = []] = words('binder').slice(2);
    const at = (page: readonly Word[], own: string) => page.find((word) => word.text === own)!;
    expect(at(odd, '—1—').left).toBeGreaterThan(PAGE.height / 2);
    expect(at(even, '—2—').right).toBeLessThan(PAGE.height / 2);
  });

  test('the text of a chart stands in its boxes', () => {
    const [page = []] = words('chart');
    const said = page.map(({ text: own }) => own).join('');
    for (const { text: own } of CHART.nodes) expect(said).toContain(own);
    for (const own of ['承办岗位：预算科科长', '收受好处放宽条件', '两人共同审核']) {
      expect(said).toContain(own);
    }
    // No line was broken again: each text is one word of the page.
    expect(page.some(({ text: own }) => own === '收受好处放宽条件')).toBe(true);
  });
});
