import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ADDED_KINDS, COMPLETED_KINDS } from '../../src/commands/add/record-flags.ts';
import { folderFiles } from '../support/folder-files.ts';
import { COUNTY } from '../support/repositories.ts';
import type { CliResult } from '../support/run-cli.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const UNIT = 'finance-bureau';

/** A copy of the county with the command line run in it, word by word. */
function county() {
  const folder = join(tempFolder(), 'county');
  cpSync(COUNTY, folder, { recursive: true });
  return {
    folder,
    lf: (...words: string[]): Promise<CliResult> => runCli(['-C', folder, ...words, '-u', UNIT]),
    read: (file: string) => readFileSync(join(folder, 'units', UNIT, file), 'utf8'),
  };
}

/** The command lines that a help text gives as examples. */
function examplesIn(help: string): string[][] {
  const [, given = ''] = help.split('示例：\n');
  return given
    .split('\n')
    .flatMap((line) => (line.startsWith('  lianfang ') ? [line.trim().split(' ').slice(1)] : []));
}

test.each(ADDED_KINDS)('add %s: its help names its fields, and its examples run', async (kind) => {
  const { folder } = county();
  const { code, out } = await runCli(['-C', folder, 'add', kind, '--help']);
  expect(code).toBe(0);
  expect(out).toContain('示例：');
  for (const words of examplesIn(out)) {
    const { code: ran, err } = await runCli(['-C', folder, ...words]);
    expect(`${words.join(' ')} ${ran} ${err}`).toBe(`${words.join(' ')} 0 `);
  }
});

test.each(COMPLETED_KINDS)('complete %s has a help', async (kind) => {
  const { code, out } = await runCli(['complete', kind, '--help']);
  expect([code, out.includes('<id>')]).toEqual([0, true]);
});

test('a record is written with an id of its own, names and days as somebody writes them', async () => {
  const { lf, read } = county();
  const meeting =
    'add meeting --kind 动员会 --on 2026年1月5日 --participants 全体干部职工=40 --chair 局长';
  expect(await lf(...meeting.split(' '))).toEqual({
    code: 0,
    out: `mt-0001 会议和学习 写入 units/${UNIT}/meetings.yaml\n`,
    err: '',
  });
  await lf(...meeting.replace('1月5日', '1月6日').split(' '));
  expect(read('meetings.yaml')).toMatchInlineSnapshot(`
    "# 会议和学习：用 lianfang add meeting 增加，办结后用 lianfang complete meeting 补记

    - id: mt-0001
      kind: 动员会
      on: 2026-01-05
      chair: director
      participants:
        - who: 全体干部职工
          count: 40

    - id: mt-0002
      kind: 动员会
      on: 2026-01-06
      chair: director
      participants:
        - who: 全体干部职工
          count: 40
    "
  `);
});

test('what was there stays as it is, comments and all', async () => {
  const { lf, read } = county();
  const before = read('inspections.yaml');
  await lf(
    'add',
    'inspection',
    '--title',
    '采购检查',
    '--on',
    '2026-04-08',
    '--departments',
    '办公室',
  );
  expect(read('inspections.yaml').startsWith(before.trimEnd())).toBe(true);
});

describe('a finding stands in its inspection, and what came of it is added later', () => {
  test('from the finding to the closed rectification', async () => {
    const { lf, read } = county();
    await lf(...'add inspection --title 检查 --on 2026-04-08 --departments office'.split(' '));
    const finding = 'add finding --inspection in-0001 --problem';
    expect((await lf(...finding.split(' '), '台账登记不全')).out).toContain('fd-0001');
    expect((await lf(...finding.split(' '), '印章登记不全')).out).toContain('fd-0002');
    const rectify =
      'add rectification --finding fd-0002 --problem 印章登记不全 --actions 补登 --department 办公室 --owner secretary --due 2026.5.31';
    expect((await lf(...rectify.split(' '))).code).toBe(0);
    const early = 'complete rectification rc-0001 --conclusion 销号';
    const refused = await lf(...early.split(' '));
    expect([refused.code, refused.err.includes('LF424')]).toEqual([2, true]);
    const close =
      'complete rectification rc-0001 --done-on 2026-05-20 --result 补登十二条 --verified-by director --verified-on 2026-05-22 --conclusion 销号';
    expect((await lf(...close.split(' '))).code).toBe(0);
    expect(read('rectifications.yaml')).toContain('  verifiedOn: 2026-05-22\n  conclusion: 销号\n');
    const again = await lf(...'complete rectification rc-0001 --done-on 2026-05-21'.split(' '));
    expect([again.code, again.err]).toEqual([
      2,
      '完成日期已经写明「2026-05-20」，不改写\n确需更正的，直接编辑文件\n',
    ]);
  });
});

test('a letter to a department is that department’s to answer', async () => {
  const { lf } = county();
  const letter =
    'add letter --kind 提醒函 --to department/office --subject 印章管理 --on 2026-03-10 --reply-due 2026-03-20';
  expect((await lf(...letter.split(' '))).code).toBe(0);
  const { out } = await lf('due', '--as-of', '2026-03-25', '--kind', 'letter');
  expect(out).toContain('答复提醒函：印章管理（办公室）');
  expect((await lf(...'complete letter lt-0001 --replied-on 2026-03-18'.split(' '))).code).toBe(0);
  expect((await lf('due', '--as-of', '2026-03-25', '--kind', 'letter')).out).not.toContain(
    '印章管理',
  );
});

test('one commitment a person in one go, and never twice', async () => {
  const { folder, lf, read } = county();
  rmSync(join(folder, 'units', UNIT, 'commitments.yaml'));
  const all = 'add commitment --all --on 2026-03-10 --content 管好本岗位的风险点 --json';
  const { code, out } = await lf(...all.split(' '));
  expect(code).toBe(0);
  const { records } = JSON.parse(out) as {
    records: { record: { post: string; duty: string[] } }[];
  };
  expect(records.length).toBeGreaterThan(5);
  expect(new Set(records.map(({ record }) => record.duty.join())).size).toBe(1);
  expect(read('commitments.yaml').match(/^- /gm)).toHaveLength(records.length);
  const again = await runCli(['-C', folder, ...all.split(' '), '-u', UNIT]);
  expect([again.code, again.out]).toEqual([0, '没有要增加的记录：都已办结\n']);
});

const REFUSED = [
  ['a meeting that nobody came to', 'meeting --kind 动员会 --on 2026-01-05', 'LF434'],
  [
    'more than could come',
    'meeting --kind 动员会 --on 2026-01-05 --participants 干部=9 --expected 8',
    'LF434',
  ],
  [
    'a word that the scheme does not have',
    'meeting --kind 茶话会 --on 2026-01-05 --participants 干部=9',
    'LF103',
  ],
  [
    'a post that there is not',
    'meeting --kind 动员会 --on 2026-01-05 --chair cashir',
    '您是否要写「cashier」',
  ],
  ['a day that there is not', 'meeting --kind 动员会 --on 2026-02-30', '不是日期'],
  [
    'a duty that there is not',
    'inspection --title 检查 --duty leader-inspection',
    '您是否要写「leader-inspections」',
  ],
  ['what must be written', 'warning --received-on 2026-05-06', '须写明 --summary（问题摘要）'],
  ['the inspection of a finding', 'finding --problem 登记不全', '须用 --inspection 写明'],
  ['days out of order', 'inspection --title 检查 --on 2026-05-06 --until 2026-05-01', 'LF421'],
  [
    'a word that is no map',
    'meeting --kind 动员会 --on 2026-01-05 --participants 干部九人',
    '看不懂',
  ],
] as const;
test.each(REFUSED)('refused, and nothing written: %s', async (_, words, why) => {
  const { folder, lf } = county();
  const before = folderFiles(folder);
  const { code, out, err } = await lf('add', ...words.split(' '));
  expect([code, out, err.includes(why) || err]).toEqual([2, '', true]);
  expect(folderFiles(folder)).toEqual(before);
});

test('a dry run says the same and writes nothing', async () => {
  const { folder, lf } = county();
  const before = folderFiles(folder);
  const { code, out } = await lf(
    ...'add meeting --kind 动员会 --on 2026-01-05 --participants 干部=9 --dry-run'.split(' '),
  );
  expect([code, out]).toEqual([0, `mt-0001 会议和学习 将写入 units/${UNIT}/meetings.yaml\n`]);
  expect(folderFiles(folder)).toEqual(before);
});

describe('complete stage', () => {
  const STAGES = /^stages:.*\n(?: .*\n)*/m;
  const OF_UNIT = '  - {id: 排查并形成清单, start: 2026-01-12, end: 2026-03-31';
  const stage = (name: string, day: string) => ['complete', 'stage', name, '--done-on', day];
  const withStages = (stages: string) => {
    const found = county();
    const path = join(found.folder, 'units', UNIT, 'unit.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(STAGES, stages));
    return found;
  };

  test.each([
    [
      'beside the days that the unit gave it',
      `stages:\n${OF_UNIT}}\n`,
      `stages:\n${OF_UNIT}, doneOn: 2026-04-02}\n`,
    ],
    [
      'where the unit said nothing of it',
      '',
      'stages: [{id: 排查并形成清单, doneOn: 2026-04-02}]\n',
    ],
  ])('%s', async (_where, before, after) => {
    const { lf, read } = withStages(before);
    expect(await lf(...stage('排查并形成清单', '2026.4.2'))).toEqual({
      code: 0,
      out: `「排查并形成清单」2026-04-02 完成，写入 units/${UNIT}/unit.yaml\n`,
      err: '',
    });
    expect(STAGES.exec(read('unit.yaml'))?.[0]).toBe(after);
  });

  test.each([
    ['排查并形成清单', '2026-04-02', '「排查并形成清单」已经写明 2026-03-30 完成，不改写'],
    ['排查形成清单', '2026-04-02', '方案没有工作阶段「排查形成清单」'],
    ['排查并形成清单', '四月', '用 --done-on 写明完成日期'],
  ])('%s on %s is refused', async (name, day, why) => {
    const { lf, read } = county();
    const before = read('unit.yaml');
    const { code, err } = await lf(...stage(name, day));
    expect([code, err.split('\n')[0]]).toEqual([2, why]);
    expect(read('unit.yaml')).toBe(before);
  });
});
