import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findName } from '../../src/archive/find-name.ts';
import { folderFiles } from '../support/folder-files.ts';
import { hasPoppler, readText } from '../support/read-pdf.ts';
import { YEAR } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const NAME = '欧阳张某';
const FORMATS = ['xlsx', 'docx', 'html', 'md', 'txt', 'csv', 'json'].concat(
  hasPoppler ? 'pdf' : [],
);
const PAPER = ['personal-commitment', 'post-sheet', 'risk-register', 'rectification-ledger'];

/** A unit in which a name stands in people.yaml and, wrongly, in a measure. */
function withName(): string {
  const files = Object.fromEntries(folderFiles(YEAR));
  const text = (name: string) => files[`units/bureau/${name}.yaml`]!.toString();
  return tempFolder({
    ...files,
    'units/bureau/people.yaml': `# 人员\n- {id: p02, name: ${NAME}} # 出纳\n`,
    'units/bureau/posts.yaml': text('posts').replace(
      '{id: cashier, name: 出纳, rank: 科员, department: finance}',
      '{id: cashier, name: 出纳, rank: 科员, department: finance, holders: [p02]}',
    ),
    'units/bureau/measures.yaml': text('measures').replace(
      '月末由会计监盘库存现金',
      `月末由会计监盘${NAME}保管的库存现金`,
    ),
    'units/bureau/commitments.yaml': `${text('commitments')}- {id: cn-4, post: cashier, person: p02, to: {body: 局党组}, on: 2026-04-09}\n`,
  });
}

const offboard = async (data: string, ...more: readonly string[]) =>
  runCli(['-C', data, 'offboard', 'p02', '--on', '2026-06-30', ...more]);

async function report(data: string, out: string): Promise<void> {
  const formats = FORMATS.flatMap((format) => ['-f', format]);
  const { code } = await runCli(['-C', data, 'report', ...PAPER, ...formats, '-o', out]);
  expect(code).toBe(0);
}

/** Where the name stands in a folder, office files and PDF looked into. */
function standsIn(folder: string): string[] {
  const files = [...folderFiles(folder)].map(([path, bytes]) => ({ path, bytes }));
  const { places } = findName(NAME, files);
  const pdfs = files.filter(
    ({ path, bytes }) => path.endsWith('.pdf') && readText(bytes).includes(NAME),
  );
  return [...new Set([...places.map(({ file }) => file), ...pdfs.map(({ path }) => path)])];
}

test('the name goes from working files and papers; where it stands in free text is listed', async () => {
  const data = withName();
  await report(data, 'before');
  // Names are on the papers before, in every format that carries the table.
  expect(standsIn(join(data, 'before')).length).toBeGreaterThan(FORMATS.length);

  const { code, out, err } = await offboard(data);
  expect(code).toBe(1);
  const listed = out.split('\n');
  expect(listed.slice(0, 2)).toEqual(['units/bureau/people.yaml', 'units/bureau/posts.yaml']);
  expect(listed).toContain('units/bureau/measures.yaml:4:41');
  // The old papers in the repository are told of too.
  expect(listed.some((line) => line.startsWith('before/bureau/'))).toBe(true);
  expect(err).toContain('以下文件的内容不能检索，请打开核对：before/bureau/');
  expect(err).toContain('git 历史和已归档的材料保留原姓名');

  // After the decision on the free text nothing in the data or in new papers has the name.
  expect(standsIn(join(data, 'units'))).toEqual(['bureau/measures.yaml']);
  const measures = join(data, 'units/bureau/measures.yaml');
  writeFileSync(measures, readFileSync(measures, 'utf8').replace(NAME, '出纳'));
  await report(data, 'after');
  expect(standsIn(join(data, 'after'))).toEqual([]);
  expect(standsIn(join(data, 'units'))).toEqual([]);
});

test('every other byte stays, and check stays clean', async () => {
  const data = withName();
  const before = folderFiles(data);
  await offboard(data, '--reason', '退休');
  const after = folderFiles(data);
  const changed = [...after.keys()].filter((path) => !after.get(path)!.equals(before.get(path)!));
  expect(changed).toEqual(['units/bureau/people.yaml', 'units/bureau/posts.yaml']);
  expect(after.get('units/bureau/people.yaml')!.toString()).toBe(
    '# 人员\n- {id: p02, name: （已离任）, closed: {on: 2026-06-30, reason: 退休}} # 出纳\n',
  );
  expect(after.get('units/bureau/posts.yaml')!.toString()).toContain(
    'holders: [{person: p02, until: 2026-06-30}]',
  );
  expect((await runCli(['-C', data, 'check', '--fail-on', 'error'])).code).toBe(0);
});

test('a dry run tells the same and changes nothing', async () => {
  const data = withName();
  const before = folderFiles(data);
  const { out, err } = await offboard(data, '--dry-run');
  expect(out.split('\n')[0]).toBe('units/bureau/people.yaml');
  expect(err).toContain('将改动 2 个文件');
  expect(folderFiles(data)).toEqual(before);
});

test('the post keeps its points and asks for a new commitment', async () => {
  const data = withName();
  await offboard(data);
  const posts = join(data, 'units/bureau/posts.yaml');
  const people = join(data, 'units/bureau/people.yaml');
  writeFileSync(people, `${readFileSync(people, 'utf8')}- {id: p03, name: 王某}\n`);
  writeFileSync(
    posts,
    readFileSync(posts, 'utf8').replace(
      '{person: p02, until: 2026-06-30}',
      '{person: p02, until: 2026-06-30}, {person: p03, since: 2026-07-01}',
    ),
  );
  const due = (await runCli(['-C', data, 'due', '--as-of', '2026-07-02'])).out;
  expect(due).toContain('出纳向局党组承诺');
  const list = (await runCli(['-C', data, 'list', 'risks'])).out;
  expect(list).toContain('白条抵库');
});

test.each([
  [['p09'], '没有人员「p09」'],
  [['p02', '--on', '2026-02-30'], '--on「2026-02-30」不是日期'],
])('%j is told of', async (args, message) => {
  const { code, err } = await runCli(['-C', withName(), 'offboard', '--on', '2026-06-30', ...args]);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
