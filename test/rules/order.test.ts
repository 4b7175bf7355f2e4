import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../support/fast-check.ts';
import type { Edit, Files } from './support.ts';
import { checked, edited } from './support.ts';

/** Faults of many kinds at once. */
const FAULTY: readonly Edit[] = [
  ['risks.yaml', 'power: pay\n  step: approve\n  category: 业务流程', 'category: 制度機制'],
  ['risks.yaml', 'post: cashier', 'post: chief'],
  ['risks.yaml', 'unit: true', 'department: finance'],
  ['risks.yaml', 'name: 付款顺序随意', 'name: 付款管理'],
  ['posts.yaml', 'rank: 科长,', 'rank: 科长, reportsTo: cashier,'],
  ['posts.yaml', 'rank: 科员,', 'rank: 科员, reportsTo: chief,'],
  ['measures.yaml', '领导批示一律留存入卷', '加强审查'],
  ['measures.yaml', '每月由会计复核上月支付凭证', '加强审查'],
  ['measures.yaml', '月末由会计监盘库存现金', '1.加强审查；2.月末监盘'],
  ['measures.yaml', 'risks: [r5]', 'risks: [r5, r9]'],
];

/** The top-level records of a list file. */
function recordsOf(text: string): string[] {
  return text.split(/^(?=- )/m);
}

/** What is found, without the places: those move with the records. */
function messages(files: Files): string[] {
  return checked(files)
    .diagnostics.map(({ code, message, hint }) => `${code} ${message} ${hint ?? ''}`)
    .toSorted();
}

test('the order of records and their files change no finding', () => {
  const files = edited(FAULTY);
  const expected = messages(files);
  expect(expected.length).toBeGreaterThan(8);
  const lists = ['risks', 'posts', 'measures'] as const;
  fc.assert(
    fc.property(
      fc.record(
        Object.fromEntries(
          lists.map((list) => {
            const records = recordsOf(files[`${list}.yaml`]!);
            const shuffled = fc.shuffledSubarray(records, { minLength: records.length });
            return [list, fc.tuple(shuffled, fc.integer({ min: 0, max: records.length }))];
          }),
        ),
      ),
      (orders) => {
        const moved: Record<string, string> = { ...files };
        for (const [list, [records, cut]] of Object.entries(orders)) {
          delete moved[`${list}.yaml`];
          moved[`${list}/1.yaml`] = records.slice(0, cut).join('');
          moved[`${list}/2.yaml`] = records.slice(cut).join('');
        }
        expect(messages(moved)).toEqual(expected);
      },
    ),
    { numRuns: runs(25) },
  );
});
