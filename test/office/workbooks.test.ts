import { describe, expect, inject, test } from 'vitest';
import { printedPages } from './printed-text.ts';

const printed = inject('printed');

/** What a person sees on paper, asked of a real office program. */
describe.skipIf(printed === undefined)('workbooks printed by LibreOffice', () => {
  const pages = (name: string) => printedPages(`${printed}/xlsx-${name}.pdf`);

  test('every page of a list has the head, its number and whole groups', () => {
    const list = pages('list');
    expect(list.length).toBeGreaterThan(10);
    expect(list.length).toBeLessThan(40);
    list.forEach((page, index) => {
      expect(page).toContain('防控措施');
      expect(page).toContain(`第${index + 1}页共${list.length}页`);
      // The merged owner is said again on each page.
      expect(page).toContain('张某');
    });
  });

  test('a form fits one page and says that it is a draft', () => {
    expect(pages('person')).toHaveLength(1);
    expect(pages('person')[0]).toContain('草稿');
    expect(pages('person')[0]).toContain('填表日期');
  });

  test('opinions stand together, below the head of what they are about', () => {
    const last = pages('persons').at(-1) ?? '';
    for (const text of ['风险点及表现形式', '科室意见', '领导小组审定意见', '（盖章）', '填表人']) {
      expect(last).toContain(text);
    }
  });

  test('nothing of a 4,000-character cell is clipped', () => {
    const text = pages('long').join('');
    // 160 sentences in one column, some more in its neighbour: each ends with the same word.
    expect(text.match(/；/g)?.length ?? 0).toBeGreaterThanOrEqual(160 + 28);
    expect(text).toContain('定额加油');
    expect(text).toContain('=1+1');
  });
});
