import { expect, test } from 'vitest';
import { textOf } from '../../src/diagnostics/message.ts';
import { buildPaper } from '../../src/papers/build-paper.ts';
import type { Document } from '../../src/papers/document.ts';
import { checkProfile } from '../../src/papers/check/check-profile.ts';
import { cellText } from '../../src/papers/document.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { bureau, editRecord, ok } from '../signoff/support.ts';
import { profileOf } from './support.ts';

const SHEET = profileOf({
  title: '登记表',
  sheetPer: 'post',
  sections: [
    {
      table: {
        rows: { from: 'risks' },
        columns: [
          { field: 'risk.name' },
          { field: 'risk.partChecks', where: { part: '风险点' } },
          { field: 'risk.partChecks', where: { part: '防控措施' } },
          { field: 'risk.decidedLevel' },
        ],
      },
    },
    {
      opinions: [
        { title: '科室', stage: '科室审核', signs: ['负责人'] },
        { title: '分管', stage: 'leaderInCharge', text: '预印的话', signs: ['分管领导'] },
        { title: '党组', stage: ['没有的环节', '党组会审定'], signs: ['书记'], seal: true },
        { title: '本人', signs: ['本人'] },
        { title: '其他', dated: false },
      ],
    },
  ],
});

function sheetOf(folder: string, post: string, blank = false): Document {
  const { unit, resolved, assessment } = openAssessed(folder).assessed[0]!;
  const [document] = buildPaper({ unit, scheme: resolved.scheme, assessment }, SHEET, {
    paper: { id: 'sheet' },
    only: [post],
    blank,
  });
  return document!;
}

function boxesOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'opinions'
      ? block.boxes.map(({ title, text, on }) => `${title}｜${text}｜${on ?? '无'}`)
      : [],
  );
}

function rowsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) =>
          row.kind === 'data' ? [row.cells.map(cellText).join('｜')] : [],
        )
      : [],
  );
}

const EMPTY = ['科室｜｜', '分管｜预印的话｜', '党组｜｜', '本人｜｜', '其他｜｜无'];

test('the boxes of a form hold what was recorded, and wait for what was not', async () => {
  const folder = bureau();
  await ok(folder, 'review submit cashier --on 2026-03-01');
  await ok(folder, 'review approve cashier --on 2026-03-02 --opinion 措施可行');
  expect(boxesOf(sheetOf(folder, 'cashier'))).toEqual([
    '科室｜措施可行。｜2026年3月2日',
    ...EMPTY.slice(1),
  ]);
  expect(rowsOf(sheetOf(folder, 'cashier'))[0]).toMatch(/｜｜｜$/);
  expect(boxesOf(sheetOf(folder, 'cashier', true))).toEqual(EMPTY);
  expect(boxesOf(sheetOf(folder, 'chief'))).toEqual(EMPTY);
});

test('they are filled to the last when the chain is through, and empty when content changes', async () => {
  const folder = bureau();
  await ok(folder, 'review submit cashier --on 2026-03-01');
  await ok(folder, 'review approve cashier --stage 科室审核 --on 2026-03-02 --opinion 措施可行');
  await ok(folder, 'review approve cashier --stage 分管领导审核 --on 2026-03-03');
  await ok(folder, 'review approve cashier --stage 征求意见 --on 2026-03-04 --opinion 没有意见');
  await ok(folder, 'review approve cashier --stage 局长审核 --on 2026-03-05');
  await ok(folder, 'review approve cashier --stage 党组会审定 --on 2026-03-06 --attendance 5/7');
  const sheet = sheetOf(folder, 'cashier');
  expect(boxesOf(sheet)).toEqual([
    '科室｜措施可行。｜2026年3月2日',
    '分管｜同意。｜2026年3月3日',
    '党组｜应到7人，实到5人。同意。｜2026年3月6日',
    ...EMPTY.slice(3),
  ]);
  expect(rowsOf(sheet)[0]).toMatch(/｜√｜√｜./);
  editRecord(folder, 'risks', 'r4', (risk) => Object.assign(risk, { name: '另一个风险点' }));
  const changed = sheetOf(folder, 'cashier');
  expect(boxesOf(changed)).toEqual(EMPTY);
  expect(rowsOf(changed).find((row) => row.startsWith('另一个风险点'))).toBe('另一个风险点｜｜｜');
});

test('a step that no chain has is a fault of the layout', () => {
  const { resolved } = openAssessed(bureau()).assessed[0]!;
  const faulty = {
    ...SHEET,
    sections: [
      {
        opinions: [
          { title: '甲', stage: ['科室审查'], text: '', signs: [], seal: false, dated: true },
        ],
      },
    ],
  };
  const faults = checkProfile(
    faulty,
    { scheme: resolved.scheme, audience: 'internal' },
    (path) => ({ file: 't', path }),
  );
  expect(faults.map(({ code, message, hint }) => [code, textOf(message), hint])).toEqual([
    ['LF625', '方案的审核链没有环节「科室审查」', '您是否要写「科室审核」'],
  ]);
});
