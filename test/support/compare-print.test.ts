import { expect, test } from 'vitest';
import { comparePrint } from './compare-print.ts';

test('what a print lacks is found', () => {
  const paper = {
    title: '登记表',
    fields: [{ label: '单位', value: '某县某局' }],
    tables: [
      {
        columns: [{ header: '风险点' }],
        rows: [{ cells: { a: '收受好处放宽条件' } }, { cells: { a: ['两人审核', '定期轮岗'] } }],
      },
    ],
    figures: [],
    texts: ['第一条\n第二条'],
    opinions: [],
    signatures: ['填表人：'],
  };
  const json = JSON.stringify({ documents: [paper] });
  const whole =
    '登记表 单位：某县某局 风险点 收受好处 放宽条件 1. 两人审核 2. 定期轮岗 第一条 第二条 填表人：';
  expect(comparePrint(whole, json, false)).toMatchObject({ parted: 0, lost: [], fewer: [] });
  const parted = comparePrint(whole.replace('好处', '好处 第1页 登记表'), json, false);
  expect(parted).toMatchObject({ parted: 1, lost: [], fewer: [] });
  const lacking = comparePrint(whole.replace('轮岗', ''), json, false);
  expect(lacking.lost).toEqual(['定期轮岗']);
  expect(lacking.fewer).toEqual(['轮', '岗']);
});
