import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Format, RenderedFile } from '../src/renderers/renderer-registry.ts';
import { FORMATS } from '../src/renderers/renderer-registry.ts';
import { readTables } from './support/read-tables.ts';
import { COUNTY } from './support/repositories.ts';
import { runCli } from './support/run-cli.ts';

/** The worked example of the guide, run as it is printed there. */
const GUIDE = readFileSync(fileURLToPath(new URL('../docs/own-forms.md', import.meta.url)), 'utf8');
const FILES = [
  ...GUIDE.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)\n```/g),
  ...GUIDE.matchAll(/````md\n<!-- (\S+) -->\n([\s\S]*?)\n````/g),
].map(([, name, text]) => ({ name: name!, text: `${text!}\n` }));
const PROFILE = 'schemes/audit-own/tables/post-detail.yaml';

const data = mkdtempSync(join(tmpdir(), 'lianfang-own-forms-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(data, name)), { recursive: true });
  writeFileSync(join(data, name), text);
}

function edit(name: string, from: string, to: string): void {
  const text = readFileSync(join(data, name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(data, name), text.replace(from, to));
}

cpSync(COUNTY, data, { recursive: true });
for (const { name, text } of FILES) write(name, text);
edit('units/audit-bureau/unit.yaml', 'scheme: county-departments', 'scheme: audit-own');
edit(
  'units/audit-bureau/risks/data-center.yaml',
  '- id: d-02\n',
  '- id: d-02\n  extra: {complaints: 2}\n',
);

const UNIT = ['-u', 'audit-bureau'];
const formats = (wanted: readonly string[]) => wanted.flatMap((format) => ['-f', format]);

function written(folder: string): readonly RenderedFile[] {
  const inside = join(data, folder, 'audit-bureau');
  return readdirSync(inside).map((name) => ({ name, bytes: readFileSync(join(inside, name)) }));
}

test('the guide has the scheme, the table and the letter', () => {
  expect(FILES.map(({ name }) => name)).toEqual([
    'schemes/audit-own/scheme.yaml',
    PROFILE,
    'schemes/audit-own/documents/study-letter.md',
  ]);
});

test('the data with them has no fault', async () => {
  const { out, code } = await runCli(['-C', data, 'check', '--fail-on', 'warning']);
  expect({ out, code }).toEqual({ out: '没有发现问题\n', code: 0 });
});

test('the table comes in every format, and each says the same', async () => {
  const { code, err } = await runCli([
    '-C',
    data,
    'report',
    '--profile',
    PROFILE,
    '-o',
    'one',
    ...UNIT,
    ...formats(FORMATS.filter((format) => (format as string) !== 'svg')),
  ]);
  expect({ code, err: err.replace(/^已写入.*\n/, '') }).toEqual({ code: 0, err: '' });
  const files = written('one');
  const read = async (format: Format) =>
    (
      await readTables(
        format,
        files.filter(({ name }) => name.endsWith(`.${format}`)),
      )
    )[0]!;
  const json = await read('json');
  expect(json.title).toBe('某县审计局重点岗位廉政风险明细表');
  const [table] = json.tables;
  expect(table?.headers).toEqual([
    '序号',
    '股室',
    '岗位',
    '廉政风险/风险点',
    '廉政风险/表现形式',
    '廉政风险/等级',
    '廉政风险/近三年信访件数',
    '防控措施/措施内容',
    '防控措施/完成时限',
    '防控措施/责任人',
  ]);
  const row = table?.rows.find((cells) => cells[3] === '信息设备采购指定品牌');
  expect(row?.[6]).toBe('2');
  for (const format of ['xlsx', 'docx', 'md', 'html'] as const) {
    expect([format, await read(format)]).toEqual([format, json]);
  }
  const csv = await read('csv');
  expect(csv.tables).toEqual(json.tables);
  const pdf = files.find(({ name }) => name.endsWith('.pdf'));
  expect(Buffer.from(pdf!.bytes).subarray(0, 5).toString()).toBe('%PDF-');
});

test('both stand in the whole set, the letter for each section', async () => {
  const args = ['-C', data, 'report', '重点岗位廉政风险明细表', '关于开展岗位风险自查的函'];
  const { code } = await runCli([...args, '-o', 'two', ...UNIT, ...formats(['md'])]);
  expect(code).toBe(0);
  const files = written('two');
  expect(files.map(({ name }) => name.replace(/^\d+ /, ''))).toEqual([
    '重点岗位廉政风险明细表.md',
    '关于开展岗位风险自查的函.md',
  ]);
  const letter = new TextDecoder().decode(files[1]!.bytes);
  expect(letter.match(/^# 关于开展岗位风险自查的函$/gm)).toHaveLength(7);
  expect(letter).toContain('办公室：');
  expect(letter).toContain('联系电话：0000-8000021。');
});

describe.each([
  ['an unknown field', '{field: risk.owner,', '{field: risk.ownr,', 'LF621'],
  ['widths that cannot fit', 'paper: A4 landscape', 'paper: A4 portrait', 'LF623'],
  [
    'a merge over ungrouped rows',
    'order: [risk.department, risk.post]',
    'order: [risk.name]',
    'LF624',
  ],
])('%s', (_, from, to, code) => {
  const isWide = code === 'LF623';
  const [, good] = FILES;
  const more = isWide
    ? good!.text.replace(
        '      minRows: 8',
        `${Array.from({ length: 40 }, (__, n) => `        - {header: 列${n}, blank: true}\n`).join('')}      minRows: 8`,
      )
    : good!.text;

  test(`is ${code} with its place`, async () => {
    const bad = more.replace(from, to);
    expect(bad).not.toBe(good!.text);
    write('bad.yaml', bad);
    const result = await runCli([
      '-C',
      data,
      'report',
      '--profile',
      'bad.yaml',
      '-o',
      'x',
      ...UNIT,
    ]);
    expect(result.code).toBe(1);
    expect(result.err).toMatch(new RegExp(`bad\\.yaml:\\d+:\\d+ ${code} `));
  });
});
