import { expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { YEAR } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The unit of the year with opinions received on its notice, which runs from 29 April to 9 May. */
function withObjections(...objections: readonly string[]): string {
  const notice = `- id: gs-1
  title: 风险点公示
  place: 公示栏
  telephone: '0571-12345'
  receiver: 局办公室
  from: 2026-04-29
  objections:
${objections.map((one) => `    - ${one}\n`).join('')}`;
  return tempFolder({
    ...Object.fromEntries(folderFiles(YEAR)),
    'units/bureau/notices.yaml': notice,
  });
}

async function objectionsOn(data: string, day: string): Promise<string[]> {
  const args = ['due', '--as-of', day, '--kind', 'notice', '--all', '-f', 'json'];
  const { out } = await runCli(['-C', data, ...args]);
  const { items } = JSON.parse(out) as {
    items: { title: string; state: string; due?: string; who: string }[];
  };
  return items
    .filter(({ title }) => title.startsWith('答复'))
    .map(({ title, state, due, who }) => `${state} ${due ?? ''} ${title} ${who}`);
}

test('an opinion is to be answered before the notice is over', async () => {
  const data = withObjections('{on: 2026-04-30, content: 出纳的等级偏低}');
  const line = '2026-05-08 答复公示意见：出纳的等级偏低 局办公室';
  expect(await objectionsOn(data, '2026-04-29')).toEqual([`未开始 ${line}`]);
  expect(await objectionsOn(data, '2026-05-06')).toEqual([`将到期 ${line}`]);
  expect(await objectionsOn(data, '2026-05-08')).toEqual([`将到期 ${line}`]);
  expect(await objectionsOn(data, '2026-05-09')).toEqual([`逾期 ${line}`]);
});

test('an answer with its day is done on it, one without is no duty, a late one has no day', async () => {
  const data = withObjections(
    '{on: 2026-04-30, content: 甲, handling: 采纳, handledOn: 2026-05-07}',
    '{on: 2026-04-30, content: 乙, handling: 不采纳}',
    '{on: 2026-05-20, content: 丙}',
  );
  expect(await objectionsOn(data, '2026-05-06')).toEqual([
    '将到期 2026-05-08 答复公示意见：甲 局办公室',
    '未开始  答复公示意见：丙 局办公室',
  ]);
  expect(await objectionsOn(data, '2026-05-21')).toEqual([
    '已办 2026-05-08 答复公示意见：甲 局办公室',
    '待办  答复公示意见：丙 局办公室',
  ]);
});

test('check --as-of tells of it from the day after the end; an answer before the opinion is refused', async () => {
  const data = withObjections('{on: 2026-04-30, content: 出纳的等级偏低}');
  const found = async (day: string) =>
    (await runCli(['-C', data, 'check', '--as-of', day])).out.match(/LF427.*/)?.[0];
  expect(await found('2026-05-08')).toBeUndefined();
  expect(await found('2026-05-09')).toContain('在 2026-05-08 期满，这条意见还没有处理');
  const early = withObjections(
    '{on: 2026-04-30, content: 甲, handling: 采纳, handledOn: 2026-04-29}',
  );
  expect((await runCli(['-C', early, 'check'])).out).toContain('处理日期早于收到日期');
});
