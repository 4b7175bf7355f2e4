import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRepository } from '../../src/pipeline/open-and-assess.ts';
import { folderFiles } from '../support/folder-files.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const POST = 'department: office, rank: 科员, headcount: 1, duties: [收文办理]';
const repository = () =>
  tempFolder({
    'lianfang.yaml': 'scheme: shaoxing\nclassification: 内部\n',
    'units/a/unit.yaml': 'name: 某县甲局\nparent: b\n',
    'units/a/posts.yaml': `- {id: clerk, name: 经办, reportsTo: b/chief, ${POST}}\n`,
    'units/b/unit.yaml': 'name: 某县乙局\n',
    'units/b/posts.yaml': `- {id: chief, name: 局长, ${POST}}\n`,
    'units/c/unit.yaml': 'name: 某县丙局\n',
    'units/c/posts.yaml': `- {id: chief, name: 局长, ${POST}}\n`,
  });

test('of other units only those are read that a unit refers to', async () => {
  const opened = await openRepository(repository(), { read: ['a'], rate: ['a'] });
  const isRead = (file: string) => opened.sources.kept(`units/${file}.yaml`) !== undefined;
  expect(['a/posts', 'b/posts', 'c/unit', 'c/posts'].map(isRead)).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(opened.project.units.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(opened.project.units[2]!.incomplete.has('posts')).toBe(true);
  expect(opened.assessed.map(({ unit }) => unit.id)).toEqual(['a']);
});

test('a unit is printed alone as it is among all', async () => {
  const printed = async (...units: string[]) => {
    const folder = tempFolder();
    const flags = units.flatMap((unit) => ['--unit', unit]);
    const { err } = await runCli(['-C', COUNTY, 'report', '-f', 'md', '-o', folder, ...flags]);
    return { files: folderFiles(join(folder, 'town')), err };
  };
  const alone = await printed('town');
  expect(alone.files.size).toBeGreaterThan(10);
  expect(alone.files).toEqual((await printed('town', 'finance-bureau')).files);
});

test('a wrong layout is told before the data are read', async () => {
  const folder = repository();
  const own = tempFolder({
    'own.yaml': 'title: 自查表\nsheetPer: unit\nsections:\n  - fields: {of: [unit.nome]}\n',
  });
  const args = ['-C', folder, 'report', '--unit', 'a', '--profile'];
  const { code, err } = await runCli([...args, join(own, 'own.yaml')]);
  expect(code).toBe(1);
  // The data have errors too: nothing is said of them yet.
  expect(err).toMatch(/^版式文件有错误，未出表：\n {2}\S+own\.yaml:4:\d+ LF621 [^\n]+\n$/);
  const absent = await runCli([...args, join(own, 'none.yaml')]);
  expect([absent.code, absent.err]).toEqual([2, expect.stringContaining('读不到版式文件')]);
});
