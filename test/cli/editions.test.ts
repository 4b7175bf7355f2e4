import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { commitFiles, git } from '../support/git.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CASES = fileURLToPath(new URL('../cases/formalism/', import.meta.url));

/** A git repository with last year's data tagged and this year's in the working tree, in a subfolder. */
function repository(folder = '资料/数据库'): { readonly root: string; readonly data: string } {
  const root = tempFolder();
  git(root, 'init', '-q', '-b', 'main');
  commitFiles(root, folder, folderFiles(join(CASES, 'last-year')));
  git(root, 'tag', 'edition-2025');
  git(root, 'tag', '-a', '2023', '-m', '二〇二三年');
  git(root, 'branch', 'old');
  commitFiles(root, folder, folderFiles(join(CASES, 'input')));
  return { root, data: join(root, folder) };
}

function setEditions(data: string, line: string): void {
  const path = join(data, 'lianfang.yaml');
  const text = readFileSync(path, 'utf8').replace(/^editions:.*$/m, line);
  writeFileSync(path, text);
}

const check = async (data: string, ...args: readonly string[]) =>
  runCli(['-C', data, 'check', '-f', 'json', ...args]);

test.each(['资料/数据库', ''])('a tag, a branch and a commit do for a folder (%s)', async (at) => {
  const { root, data } = repository(at);
  const folder = await check(join(CASES, 'input'), '--against', '../last-year');
  expect(folder.out).toContain('LF352');
  const before = folderFiles(root);
  const id = git(root, 'rev-parse', 'edition-2025').trim();
  for (const revision of ['edition-2025', '2023', 'old', id, id.slice(0, 10), 'HEAD~1']) {
    const { out, code } = await check(data, '--against', revision);
    expect(out, revision).toBe(folder.out);
    expect(code).toBe(folder.code);
  }
  // Nothing is left behind, in the working tree or in git.
  expect(folderFiles(root)).toEqual(before);
});

test('what editions names may be a tag', async () => {
  const { data } = repository();
  setEditions(data, "editions: {'2025': edition-2025}");
  const { out } = await check(data, '--against', '2025');
  expect(out).toContain('LF352');
});

test('report --against takes a tag', async () => {
  const { data } = repository();
  const paper = 'change-list';
  const out = join(data, 'out');
  const args = ['report', '--profile', join(data, `${paper}.md`), '-f', 'md', '--force'];
  writeFileSync(
    join(data, `${paper}.md`),
    '---\ntitle: 与往年比较\n---\n往年{{unit.earlierRiskCount}}个，今年{{unit.riskCount}}个\n',
  );
  const plain = ['-C', data, ...args, '-o', out];
  const { err } = await runCli([...plain, '--draft', '--against', 'edition-2025']);
  const texts = [...folderFiles(out)].map(([, bytes]) => bytes.toString()).join('\n');
  expect(err).not.toContain('打不开');
  expect(texts).toMatch(/往年\d+个，今年\d+个/);
});

test('links in git are not followed, scans not read', async () => {
  const { root, data } = repository();
  mkdirSync(join(data, 'units/water-bureau/attachments'));
  writeFileSync(join(data, 'units/water-bureau/attachments/a.pdf'), 'x');
  symlinkSync('/etc', join(data, 'units/etc'));
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', '链接');
  expect((await check(data, '--against', 'HEAD')).code).toBe(1);
});

test.each([
  ['2024', '「2024」（v2024）打不开'],
  ['edition-2030', '没有标签或提交「edition-2030」'],
  // A year is no abbreviated commit.
  ['2019', '没有标签或提交「2019」'],
  ['--output=x', '没有标签或提交「--output=x」'],
  ['before', '「before」的这个文件夹中没有 lianfang.yaml'],
])('--against=%s is told of', async (revision, message) => {
  const root = tempFolder();
  git(root, 'init', '-q', '-b', 'main');
  commitFiles(root, 'other', new Map([['读我.txt', Buffer.from('空')]]));
  git(root, 'tag', 'before');
  commitFiles(root, 'data', folderFiles(join(CASES, 'input')));
  const { code, err } = await check(join(root, 'data'), `--against=${revision}`);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('outside git, and without git, it is said so', async () => {
  const data = tempFolder(Object.fromEntries(folderFiles(join(CASES, 'input'))));
  const outside = await check(data, '--against', 'edition-2025');
  expect(outside).toMatchObject({ code: 2 });
  expect(outside.err).toContain('不在 git 中');
  vi.stubEnv('PATH', '');
  const without = await check(data, '--against', 'edition-2025');
  vi.unstubAllEnvs();
  expect(without).toMatchObject({ code: 2 });
  expect(without.err).toContain('没有安装 git');
});

test('a hook that names its own repository leads nowhere else', async () => {
  const { data } = repository();
  vi.stubEnv('GIT_DIR', join(tempFolder(), '.git'));
  const { out } = await check(data, '--against', 'edition-2025');
  vi.unstubAllEnvs();
  expect(out).toContain('LF352');
});
