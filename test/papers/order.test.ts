import { cpSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { runs } from '../support/fast-check.ts';
import { folderFiles } from '../support/folder-files.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const UNIT = 'name: 某局\ndepartments: [{id: zhuren, name: 办公室}, {id: caiwu, name: 财务科}]\n';
const POSTS = [
  '- {id: juzhang, name: 局长, rank: 主要领导}',
  '- {id: fuju, name: 副局长, rank: 班子成员}',
  '- {id: chuna, name: 出纳, rank: 一般人员, department: caiwu}',
].join('\n');
const HEAD = 'title: 某局\nscheme: shaoxing\nunits: units/*\nedition: 2026\n';

/** The names in the column 名称 of a table in Markdown. */
async function namesIn(
  files: Readonly<Record<string, string>>,
  rows: string,
  columns = '[{field: post.name, header: 名称}]',
): Promise<readonly string[]> {
  const profile = `title: 表\npaper: A4 portrait\nsections:\n  - table: {rows: ${rows}, columns: ${columns}}\n`;
  const units = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`units/u/${name}`, text]),
  );
  const folder = tempFolder({ 'lianfang.yaml': HEAD, 'p.yaml': profile, ...units });
  const args = ['report', '--profile', 'p.yaml', '--draft', '-f', 'md', '-o', 'out'];
  const { err } = await runCli(['-C', folder, ...args], { cwd: folder });
  const printed = [...folderFiles(join(folder, 'out')).values()].map(String).join('');
  const cells = printed.split('\n').filter((line) => line.startsWith('| '));
  expect(cells.length, err).toBeGreaterThan(2);
  return cells.slice(2).map((line) => line.split('|')[1]!.trim());
}

describe('records stand as the office wrote them', () => {
  test('in the order of the file, whatever their ids', async () => {
    const names = await namesIn({ 'unit.yaml': UNIT, 'posts.yaml': POSTS }, '{from: posts}');
    expect(names).toEqual(['局长', '副局长', '出纳']);
  });

  test('file after file of a folder, by the numbers in their names', async () => {
    const [first, second, third] = POSTS.split('\n');
    const names = await namesIn(
      {
        'unit.yaml': UNIT,
        'posts/10-caiwu.yaml': third!,
        'posts/2-fuju.yaml': second!,
        'posts/1-lingdao.yaml': first!,
      },
      '{from: posts}',
    );
    expect(names).toEqual(['局长', '副局长', '出纳']);
  });

  test('but those first that say so by order', async () => {
    const posts = POSTS.replace('name: 出纳', 'order: 1, name: 出纳');
    const names = await namesIn({ 'unit.yaml': UNIT, 'posts.yaml': posts }, '{from: posts}');
    expect(names).toEqual(['出纳', '局长', '副局长']);
  });

  test('dated ones by day, those without a day last, those of one day as they stand', async () => {
    const letters = [
      '- {id: a, kind: 提醒函, subject: 无日期}',
      '- {id: z, kind: 提醒函, subject: 三月甲, on: 2026-03-02}',
      '- {id: b, kind: 提醒函, subject: 三月乙, on: 2026-03-02}',
      '- {id: c, kind: 提醒函, subject: 一月, on: 2026-01-05}',
    ].join('\n');
    const names = await namesIn(
      { 'unit.yaml': UNIT, 'posts.yaml': POSTS, 'letters.yaml': letters },
      '{from: letters}',
      '[{field: letter.subject, header: 名称}]',
    );
    expect(names).toEqual(['一月', '三月甲', '三月乙', '无日期']);
  });
});

describe('a column that orders the rows orders them by what its words mean', () => {
  const powers =
    '- {id: p, name: 立项, department: caiwu, steps: [{id: s1, name: 选择单位}, {id: s2, name: 确定费用}, {id: s3, name: 审查报批, end: true}]}';
  const risks = [
    '- {id: r1, name: 甲, post: chuna, power: p, step: s3, remark: 乙类}',
    '- {id: r2, name: 乙, post: chuna, power: p, step: s1, remark: 甲类}',
    '- {id: r3, name: 丙, post: chuna, power: p, step: s2, remark: 乙类}',
    '- {id: r4, name: 丁, post: chuna, power: p, step: s1, remark: 甲类}',
  ].join('\n');
  const files = {
    'unit.yaml': UNIT,
    'posts.yaml': POSTS,
    'powers.yaml': powers,
    'risks.yaml': risks,
  };

  test('merged steps in the order of the flow', async () => {
    const columns = '[{field: risk.step, header: 环节, merge: true}, {field: risk.name}]';
    const names = await namesIn(files, '{from: risks}', columns);
    expect(names).toEqual(['选择单位', '选择单位', '确定费用', '审查报批']);
  });

  test.each([
    ['merged', '{from: risks}', 'true'],
    ['asked for', '{from: risks, order: [risk.remark]}', 'false'],
  ])('words without an order of their own as they first stand, %s', async (_, rows, merge) => {
    const columns = `[{field: risk.remark, header: 类, merge: ${merge}}, {field: risk.name}]`;
    expect(await namesIn(files, rows, columns)).toEqual(['乙类', '乙类', '甲类', '甲类']);
  });

  test('numbers and days by their value, where asked for', async () => {
    const numbered = risks.replaceAll('乙类', '第10项').replaceAll('甲类', '第9项');
    const columns = '[{field: risk.remark, header: 项}]';
    const names = await namesIn(
      { ...files, 'risks.yaml': numbered },
      '{from: risks, order: [risk.remark]}',
      columns,
    );
    expect(names).toEqual(['第9项', '第9项', '第10项', '第10项']);
  });
});

/** Kinds whose ids are handles and nothing else: papers call their records by name. */
const HANDLES = ['people', 'posts', 'powers', 'risks', 'measures', 'regulations'];
type Named = { readonly id: string };

/** The files of a unit without its sign-offs, which hold ids, and the ids that they give. */
function writtenBy(unit: string) {
  const files = [...folderFiles(join(COUNTY, 'units', unit))]
    .filter(([name]) => !name.startsWith('reviews') && !name.startsWith('attachments'))
    .map(([name, bytes]) => ({ name, value: parse(String(bytes)) as unknown }));
  const ids = files.flatMap(({ name, value }) => {
    if (name === 'unit.yaml') return (value as { departments: readonly Named[] }).departments;
    return HANDLES.includes(name.split(/[/.]/)[0]!) ? (value as readonly Named[]) : [];
  });
  return { files, ids: [...new Set(ids.map(({ id }) => id))] };
}

/** A value with every text that is one of these ids exchanged. */
function exchanged(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => exchanged(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, exchanged(item, ids)]),
  );
}

/** What the whole set of papers of a unit says, under the ids as they were. */
async function papersWith(unit: string, ids: ReadonlyMap<string, string>) {
  const folder = tempFolder(
    Object.fromEntries(
      writtenBy(unit).files.map(({ name, value }) => [
        `units/${unit}/${name}`,
        stringify(exchanged(value, ids), { lineWidth: 0 }),
      ]),
    ),
  );
  cpSync(join(COUNTY, 'lianfang.yaml'), join(folder, 'lianfang.yaml'));
  cpSync(join(COUNTY, 'schemes'), join(folder, 'schemes'), { recursive: true });
  const { err } = await runCli([
    '-C',
    folder,
    'report',
    '--draft',
    '-f',
    'md',
    '-o',
    join(folder, 'out'),
  ]);
  const before = new Map([...ids].map(([was, is]) => [is, was]));
  const papers = [...folderFiles(join(folder, 'out'))].map(([name, bytes]) => ({
    name,
    text: String(bytes)
      .replaceAll(/数据摘要 \w+/g, '')
      .replaceAll(/zz\d+-\d+/g, (id) => before.get(id) ?? id),
  }));
  expect(papers.length, err).toBeGreaterThan(5);
  return papers;
}

test.each(['price-bureau', 'finance-bureau'])(
  'no id decides an order on a paper of %s',
  async (unit) => {
    const { ids } = writtenBy(unit);
    const asWritten = await papersWith(unit, new Map());
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...ids.keys()], { minLength: ids.length }),
        async (places) => {
          const others = new Map(ids.map((id, index) => [id, `zz${places[index]}-1`]));
          expect(await papersWith(unit, others)).toEqual(asWritten);
        },
      ),
      { numRuns: runs(1) },
    );
  },
);
