import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { folderFiles } from '../support/folder-files.ts';
import { parseXml } from '../support/parse-xml.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

type Item = Record<string, unknown>;
type Edits = Readonly<Record<string, (records: Item[]) => void>>;

const CONFIG = 'edition: 2026\nclassification: 内部\n';
const NASTY =
  '甲{{unit.name}}|乙<b>&"丙=SUM(A1)\n第二行*粗*_斜_`码`[链](x) 😀𠮷䶮㛃 \\n#题 ${x} ]]> -->';
const LONG = '承办单位未按规定核对申请材料即予通过，'.repeat(211).slice(0, 4000);
const EVERY = ['xlsx', 'docx', 'pdf', 'html', 'md', 'txt', 'csv', 'json', 'svg'];
/** Names that Windows keeps for devices, signs that it does not take, ends that it cuts off. */
const UNSAFE = /^(?:con|aux|nul|prn)(?:\.|$)|[<>:"|?*\\]|[. ]$|\p{Cc}/iu;

/** The town of the examples alone, with records changed. */
function town(edits: Edits, files: Readonly<Record<string, string>> = {}): string {
  const folder = tempFolder({ 'lianfang.yaml': CONFIG, ...files });
  const unit = join(folder, 'units/town');
  cpSync(join(COUNTY, 'units/town'), unit, { recursive: true });
  for (const [list, edit] of Object.entries(edits)) {
    const path = join(unit, `${list}.yaml`);
    const content = parse(readFileSync(path, 'utf8')) as Item[];
    edit(content);
    writeFileSync(path, stringify(content, { lineWidth: 0 }));
  }
  return folder;
}

async function print(folder: string, args: readonly string[], formats = EVERY) {
  const out = tempFolder();
  const flags = formats.flatMap((format) => ['-f', format]);
  const result = await runCli(['-C', folder, 'report', ...args, ...flags, '-o', out]);
  return { ...result, files: folderFiles(out) };
}

/** Every file can be opened: zips and their XML, JSON, SVG; no formula, no name that Windows refuses. */
function expectWhole(files: ReadonlyMap<string, Buffer>): void {
  for (const [name, bytes] of files) {
    expect(UNSAFE.test(basename(name)), name).toBe(false);
    if (/\.(?:xlsx|docx)$/.test(name)) {
      for (const [part, content] of Object.entries(unzipSync(bytes))) {
        if (!/\.(?:xml|rels)$/.test(part)) continue;
        const text = strFromU8(content);
        expect(() => parseXml(text), `${name} ${part}`).not.toThrow();
        expect(text.includes('<f>'), `${name} ${part}`).toBe(false);
      }
    } else if (name.endsWith('.svg')) parseXml(bytes.toString('utf8'));
    else if (name.endsWith('.json')) JSON.parse(bytes.toString('utf8'));
    else if (name.endsWith('.pdf')) expect(bytes.subarray(-6).toString()).toContain('%%EOF');
    else if (name.endsWith('.html')) expect(bytes.toString('utf8')).not.toContain('<b>&"丙');
  }
}

const HOSTILE: Edits = {
  letters: ([letter]) => {
    Object.assign(letter!, { subject: NASTY, facts: [LONG, '=1+1', '{{x}}'], matters: ['# 题'] });
  },
  risks: (risks) => {
    Object.assign(risks[3]!, { name: NASTY });
    Object.assign(risks[4]!, { manifestation: [LONG] });
    Object.assign(risks[5]!, { name: '=1+1' });
  },
  people: (people) => {
    ['䶮某', '㛃某', '𠮷某'].forEach((name, index) => Object.assign(people[index]!, { name }));
  },
  powers: (powers) => {
    const steps = Array.from({ length: 40 }, (_, at) => ({
      id: `s${at}`,
      name: at === 3 ? '甲{{x}}|<b>&"' : `第${at + 1}步`,
      post: 'secretary',
      ...(at === 39 && { end: true }),
    }));
    Object.assign(powers[0]!, { steps });
    Object.assign(powers[1]!, { steps: [] });
    const [second] = (powers[2]!['steps'] as Item[]).slice(1);
    second!['next'] = [second!['id']];
    ['CON', 'a:b/c\\d?*', '尾点..', 'aux'].forEach((name, at) =>
      Object.assign(powers[at + 3]!, { name }),
    );
  },
};

describe('texts that mean something to a format', () => {
  const papers = ['调整风险等级建议书', '个人廉政风险查找表', '业务流程图', '廉政承诺书'];

  test('every format is whole, and says them as they stand', async () => {
    const { code, err, files } = await print(town(HOSTILE), [...papers, '--draft']);
    expect(code, err).toBe(0);
    expectWhole(files);
    const kinds = new Set([...files.keys()].map((name) => name.split('.').at(-1)));
    expect(kinds).toEqual(new Set(EVERY));
    const said = (end: string) =>
      [...files].flatMap(([name, bytes]) => (name.endsWith(end) ? [bytes.toString('utf8')] : []));
    expect(said('调整风险等级建议书.txt')[0]).toContain('甲{{unit.name}}|乙<b>&"丙=SUM(A1)');
    expect(said('调整风险等级建议书.txt')[0]!.replaceAll(/\s/g, '')).toContain(LONG);
    expect(said('调整风险等级建议书.md')[0]).toContain('甲{{unit.name}}\\|乙\\<b\\>');
    expect(said('.json').join('')).toContain('𠮷某');
    for (const text of said('.csv')) expect(text).not.toMatch(/(?:^|,)"?=1\+1/m);
    // Fonts that lack a sign are told, never silently left out.
    expect(err).toContain('「𠮷」');
  });
});

test.each([
  ['a unit without a name', { unit: (unit: unknown) => Object.assign(unit as Item, { name: '' }) }],
  [
    'a unit with 200 signs in its name',
    { unit: (unit: unknown) => Object.assign(unit as Item, { name: '某县'.repeat(100) }) },
  ],
] satisfies [string, Edits][])('%s', async (_, edits) => {
  const papers = ['风险岗位职权目录', '调整风险等级建议书', '风险等级公示'];
  const { code, err, files } = await print(town(edits), papers);
  expect(code, err).toBe(0);
  expect(err).not.toContain('注意：：');
  expectWhole(files);
});

test('a missing value in a letter is a blank, and told', async () => {
  const folder = town({ letters: ([letter]) => void delete letter!['basis'] });
  const { code, err, files } = await print(folder, ['调整风险等级建议书'], ['txt', 'docx']);
  expect(code).toBe(0);
  expect(err).toMatch(/调整风险等级建议书.*缺 /);
  const [, text] = [...files].find(([name]) => name.endsWith('.txt')) ?? [];
  expect(text?.toString()).toContain('　　　　');
});

const COLUMNS = Array.from({ length: 300 }, (_, at) => `{header: 列${at}, blank: true}`);
const TABLE = (columns: string, rows = '{from: risks}') =>
  `title: 表\nsections:\n  - table: {rows: ${rows}, columns: [${columns}]}\n`;
const LETTER = (body: string) => `---\ntitle: 函\nstyle: letter\n---\n\n${body}\n`;

test.each([
  ['300 columns', 'x.yaml', TABLE(COLUMNS.join(', ')), 'LF623 300 列'],
  ['an unknown field of a table', 'x.yaml', TABLE('{field: risk.nmae}'), '您是否要写「risk.name」'],
  ['an unknown field of a text', 'x.md', LETTER('{{unit.nam}}'), '您是否要写「unit.name」'],
  ['an unknown list', 'x.md', LETTER('{{#each riks}}{{this}}{{/each}}'), '您是否要写「risks」'],
  ['a block without an end', 'x.md', LETTER('{{#if unit.name}}x'), '没有 {{/if}}'],
  ['half a placeholder', 'x.md', LETTER('{{unit.name'), 'LF625'],
  ['a text without a head', 'x.md', '正文\n', 'LF001'],
  ['a head without an end', 'x.md', '---\ntitle: 函\n', 'LF001'],
  ['an empty file', 'x.yaml', '', '实际是空的'],
  ['a list', 'x.yaml', '- a\n', 'LF104'],
  ['no section', 'x.yaml', 'title: 空\nsections: []\n', 'LF112'],
  ['a binder of itself', 'x.yaml', 'title: x\nsections:\n  - parts: [{table: x}]\n', 'LF610'],
])('a layout with %s is refused with its place', async (_, name, content, said) => {
  const folder = town({}, { [name]: content });
  const { code, err, files } = await print(folder, ['--profile', join(folder, name)], ['md']);
  expect([code, files.size]).toEqual([1, 0]);
  expect(err).toMatch(new RegExp(`${name.replace('.', '\\.')}:\\d+:\\d+ `));
  expect(err).toContain(said);
});

test('a table without a row, and names that no file may have', async () => {
  const none = TABLE(
    '{field: risk.name}',
    '{from: risks, where: {level: 一级, subject: department}}',
  );
  const named =
    'title: CON\nheading: 同名\nsheetPer: department\nsections: [{fields: {of: [department.name]}}]\n';
  const signs = 'title: "a:b/c..<>|?* "\nsections: [{fields: {of: [unit.name]}}]\n';
  const long = `title: ${'很长的名称'.repeat(40)}\nsections: [{fields: {of: [unit.name]}}]\n`;
  const profiles = {
    'none.yaml': none,
    'named.yaml': named,
    'signs.yaml': signs,
    'long.yaml': long,
  };
  const folder = town({}, profiles);
  for (const name of Object.keys(profiles)) {
    const { code, err, files } = await print(folder, ['--profile', join(folder, name)]);
    expect(code, err).toBe(0);
    expect(files.size).toBeGreaterThan(7);
    expectWhole(files);
  }
});
