import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { commitFiles, git } from '../support/git.ts';
import { YEAR } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CONFIG = `# 本数据库
title: 一个单位的一年   # 名称
edition: 2026 # 今年
scheme: own
classification: 内部
`;
const UNIT = `# 单位
name: 某县某局
stages:
  # 按通知改过
  - {id: 排查, start: 2026-01-12, end: 2026-03-20, doneOn: 2026-03-18}
departments: # 内设机构
  - id: finance
    name: 财务科
`;

type Files = Readonly<Record<string, string>>;

/** A copy of the year of one unit, as a folder `data` beside which editions can be put. */
function finishedYear(more: Files = {}): { readonly root: string; readonly data: string } {
  const root = tempFolder();
  const files = new Map<string, Uint8Array>(folderFiles(YEAR));
  const own = { 'lianfang.yaml': CONFIG, 'units/bureau/unit.yaml': UNIT, ...more };
  for (const [path, text] of Object.entries(own)) files.set(path, Buffer.from(text));
  git(root, 'init', '-q', '-b', 'main');
  commitFiles(root, 'data', files);
  return { root, data: join(root, 'data') };
}

const close = async (data: string, ...args: readonly string[]) =>
  runCli(['-C', data, 'close-year', ...args]);

const CLOSED_UNIT = `# 单位
name: 某县某局
departments: # 内设机构
  - id: finance
    name: 财务科
`;

/** The next year has a post more, and the same texts. */
function addPost(data: string): void {
  const posts = join(data, 'units/bureau/posts.yaml');
  const added = '- {id: clerk, name: 会计, rank: 科员, department: finance}\n';
  writeFileSync(posts, `${readFileSync(posts, 'utf8')}${added}`);
}

async function lastYearsText(data: string): Promise<string> {
  return (await runCli(['-C', data, 'check', '--against', '2026'])).out;
}

test('with a tag: two files change in the lines concerned, and last year is found by it', async () => {
  const { root, data } = finishedYear();
  const before = folderFiles(data);
  const { code, out, err } = await close(data, '--force');
  expect(code).toBe(0);
  expect(out).toBe('lianfang.yaml\nunits/bureau/unit.yaml\n');
  expect(err).toContain('已结束 2026 年，已转入 2027 年');
  const after = folderFiles(data);
  const changed = [...after.keys()].filter((path) => !after.get(path)!.equals(before.get(path)!));
  expect(changed).toEqual(['lianfang.yaml', 'units/bureau/unit.yaml']);
  expect(after.get('lianfang.yaml')!.toString()).toBe(
    `${CONFIG.replace('2026', '2027')}editions: {"2026": edition-2026}\n`,
  );
  expect(after.get('units/bureau/unit.yaml')!.toString()).toBe(CLOSED_UNIT);

  // The tag that it asks for, made before the commit.
  const [, tag = ''] = /git tag (\S+)，/.exec(err) ?? [];
  expect((await runCli(['-C', data, 'check', '--against', '2026'])).err).toContain(tag);
  git(root, 'tag', tag);
  git(root, 'commit', '-qam', '转入 2027 年');
  addPost(data);
  expect(await lastYearsText(data)).toMatch(/LF352 .*100%.*岗位增 1 个/);
});

test('with a folder: the copy is the finished year, byte for byte', async () => {
  const { root, data } = finishedYear();
  const before = folderFiles(data);
  const { code, err } = await close(data, '--force', '--folder', join(root, '2026'));
  expect(code).toBe(0);
  expect(err).toContain('2026 年的数据已存到');
  expect(folderFiles(join(root, '2026'))).toEqual(before);
  expect(readFileSync(join(data, 'lianfang.yaml'), 'utf8')).toContain(
    'editions: {"2026": ../2026}',
  );
  addPost(data);
  expect(await lastYearsText(data)).toContain('LF352');
});

test('the year after that is added to the first', async () => {
  const { root, data } = finishedYear();
  await close(data, '--force', '--folder', join(root, '2026'));
  await close(data, '--force', '--folder', join(root, '2027'));
  const text = readFileSync(join(data, 'lianfang.yaml'), 'utf8');
  expect(text).toContain('edition: 2028 # 今年');
  expect(text).toContain('editions: {"2026": ../2026, "2027": ../2027}');
});

test('a dry run tells the same and changes nothing', async () => {
  const { root, data } = finishedYear();
  const before = folderFiles(root);
  const tagged = await close(data, '--force', '--dry-run');
  const copied = await close(data, '--force', '--dry-run', '--folder', join(root, '2026'));
  for (const { code, out, err } of [tagged, copied]) {
    expect(code).toBe(0);
    expect(out).toBe('lianfang.yaml\nunits/bureau/unit.yaml\n');
    expect(err).toContain('将结束 2026 年');
  }
  expect(folderFiles(root)).toEqual(before);
});

test('what carries over is in the next year, and the commitments are asked for again', async () => {
  const { root, data } = finishedYear();
  await close(data, '--force', '--folder', join(root, '2026'));
  const { out } = await runCli(['-C', data, 'due', '--as-of', '2027-02-01']);
  expect(out).toContain('2026-10-20  某县某局  处置预警 yj-1');
  expect(out).toContain('局长向上级党委承诺');
  expect(out).toContain('公示风险点');
  // What was done in the year that ended is nothing of this one.
  const all = await runCli(['-C', data, 'due', '--as-of', '2027-02-01', '--all']);
  expect(all.out).not.toContain('已办');
});

test('a year with overdue items is not over without --force', async () => {
  const { data } = finishedYear();
  const before = folderFiles(data);
  const { code, err } = await close(data);
  expect(code).toBe(2);
  expect(err).toMatch(/到年底仍有 \d+ 项逾期，如「某县某局：/);
  expect(err).toContain('due --as-of 2026-12-31');
  expect(folderFiles(data)).toEqual(before);
});

test('a year with errors is not over, with --force neither', async () => {
  const measures = '- {id: m1, risks: [r9], content: 每月盘点}\n';
  const { root, data } = finishedYear({ 'units/bureau/measures.yaml': measures });
  const before = folderFiles(root);
  const { code, err } = await close(data, '--force', '--folder', join(root, '2026'));
  expect(code).toBe(2);
  expect(err).toMatch(/数据有 \d+ 个错误，不能结束年度/);
  expect(folderFiles(root)).toEqual(before);
});

test('a tag is only promised where it would keep the year', async () => {
  const { data } = finishedYear();
  writeFileSync(join(data, 'units/bureau/备注.txt'), '还没有提交');
  expect((await close(data, '--force')).err).toContain('还有没提交的改动');
  const outside = tempFolder(Object.fromEntries(folderFiles(data)));
  const { code, err } = await close(outside, '--force');
  expect(code).toBe(2);
  expect(err).toContain('数据库不在 git 中');
  expect(err).toContain('--folder');
});

test.each([
  [['--folder', '.'], '往年版本不能存在数据库自己的文件夹里'],
  [['--folder', 'editions/2026'], '往年版本不能存在数据库自己的文件夹里'],
  [['--folder', '..'], '已经存在'],
])('%j is refused', async (args, message) => {
  const { root, data } = finishedYear();
  const before = folderFiles(root);
  const { code, err } = await close(data, '--force', ...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(folderFiles(root)).toEqual(before);
  expect(existsSync(join(data, 'editions'))).toBe(false);
});

test('without a year there is none to close', async () => {
  const config = CONFIG.replace('edition: 2026 # 今年\n', '');
  const { data } = finishedYear({ 'lianfang.yaml': config });
  expect((await close(data)).err).toContain('没有写工作年度');
});
