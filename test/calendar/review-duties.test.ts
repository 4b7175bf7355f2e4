import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const FAULTS = fileURLToPath(new URL('../cases/faults/', import.meta.url));

/** A unit whose scheme has 科室审核 → 局长审核 → 党组会审定, and nothing handed in yet. */
function unitWithChain(due = ''): string {
  const scheme = folderFiles(`${FAULTS}lf412/fault/schemes/own`).get('scheme.yaml')!.toString();
  return tempFolder({
    ...Object.fromEntries(folderFiles(`${FAULTS}base`)),
    'schemes/own/scheme.yaml': scheme.replace('  - steps:\n', `  - ${due}steps:\n`),
  });
}

type Item = {
  readonly title: string;
  readonly who: string;
  readonly due?: string;
  readonly note?: string;
  readonly state: string;
};

async function reviewsDue(data: string, ...args: readonly string[]): Promise<string[]> {
  const all = ['-C', data, 'due', '--as-of', '2026-04-01', '--kind', 'review', '-f', 'json'];
  const { out } = await runCli([...all, ...args]);
  const { items } = JSON.parse(out) as { readonly items: readonly Item[] };
  return items.map(({ title, who, note }) =>
    [title, who, ...(note === undefined ? [] : [note])].join('；'),
  );
}

async function review(data: string, ...args: readonly string[]): Promise<void> {
  const { code, err } = await runCli(['-C', data, 'review', ...args]);
  expect(code, err).toBe(0);
}

test('what waits is told by step and by who must act, with the number of subjects', async () => {
  const data = unitWithChain();
  expect(await reviewsDue(data)).toEqual([
    '填报：某县某局、财务科等 6 个对象；单位、各科室、各岗位',
  ]);
  await review(data, 'submit', 'cashier', 'deputy', '--on', '2026-03-02');
  await review(data, 'submit', 'finance', '--by', 'chief', '--on', '2026-03-02');
  expect(await reviewsDue(data)).toEqual([
    '填报：某县某局、局长等 3 个对象；单位、各岗位',
    '科室审核：财务科、出纳 2 个对象；财务科长',
    '局长审核：副局长；局长',
  ]);
  await review(data, 'approve', 'cashier', '--on', '2026-03-03');
  await review(data, 'return', 'cashier', '--on', '2026-03-04', '--opinion', '措施太空');
  expect(await reviewsDue(data)).toContain(
    '科室审核：财务科、出纳 2 个对象；财务科长；其中 1 个被退回',
  );
  await review(data, 'approve', 'cashier', '--on', '2026-03-05');
  await review(data, 'approve', 'cashier', '--on', '2026-03-06');
  expect(await reviewsDue(data)).toContain('党组会审定：出纳；党组会');
  const last = ['approve', 'cashier', '--on', '2026-03-07', '--attendance', '5/6'];
  await review(data, ...last);
  expect((await reviewsDue(data)).filter((line) => line.includes('出纳'))).toEqual([]);
});

test('a leader sees what waits for this post, and for the departments in charge', async () => {
  const data = unitWithChain();
  await review(data, 'submit', 'cashier', 'deputy', 'director', '--on', '2026-03-02');
  expect(await reviewsDue(data, '--post', 'director')).toEqual(['局长审核：副局长；局长']);
  expect(await reviewsDue(data, '--post', 'chief')).toEqual([
    '填报：某县某局、财务科等 3 个对象；单位、各科室、各岗位',
    '科室审核：出纳；财务科长',
  ]);
  // Through the chief, who sits in a department in charge.
  expect(await reviewsDue(data, '--post', 'deputy')).toContain('科室审核：出纳；财务科长');
  expect(await reviewsDue(data, '--post', 'cashier')).toEqual([]);
});

test('a chain that has a day makes late, in due and in the count of status', async () => {
  const data = unitWithChain("due: '03-31'\n    ");
  const { out, code } = await runCli(['-C', data, 'due', '--as-of', '2026-04-01']);
  expect(out).toContain('逾期（1 项）\n  2026-03-31  某县某局  填报：某县某局、财务科等 6 个对象');
  expect(code).toBe(1);
  const status = await runCli(['-C', data, 'status', '--as-of', '2026-04-01', '-f', 'json']);
  const [unit] = (JSON.parse(status.out) as { units: { overdue: unknown }[] }).units;
  expect(unit?.overdue).toEqual([
    {
      key: 'review/填报/2026-03-31',
      title: '填报：某县某局、财务科等 6 个对象',
      due: '2026-03-31',
    },
  ]);
});

test('check --as-of finds a review that is late', async () => {
  const data = unitWithChain("due: '03-31'\n    ");
  const late = await runCli(['-C', data, 'check', '--as-of', '2026-04-01']);
  expect(late.out).toContain('LF431 填报：某县某局、财务科等 6 个对象应在 2026-03-31 前办结');
  const inTime = await runCli(['-C', data, 'check', '--as-of', '2026-03-31']);
  expect(inTime.out).toBe('没有发现问题\n');
});

test('a scheme without chains lets nothing wait', async () => {
  const data = tempFolder(Object.fromEntries(folderFiles(`${FAULTS}base`)));
  expect(await reviewsDue(data)).toEqual([]);
});
