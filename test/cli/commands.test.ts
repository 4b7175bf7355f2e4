import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { COUNTY, EXPLAINED, PUBLISHED } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const COMMANDS = ['init', 'check', 'explain', 'list', 'report', 'schema'];
const FAULTY = {
  'lianfang.yaml': 'scheme: shaoxing\nclassification: 内部\n',
  'units/a/unit.yaml': '',
};

describe('help', () => {
  test.each(COMMANDS)('of %s is Chinese and has two examples', async (command) => {
    const { code, out, err } = await runCli([command, '--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^用法：/);
    expect(out).not.toMatch(/\b(?:Usage|Options|Arguments|Commands|display|default|choices)\b/);
    const examples = out.split('示例：\n')[1] ?? '';
    expect(examples.match(new RegExp(`^  lianfang ${command}\\b`, 'gm'))?.length).toBe(2);
    expect((await runCli(['help', command])).out).toBe(out);
  });

  test('of the program names every command and exit code', async () => {
    const { code, out, err } = await runCli(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const command of COMMANDS) expect(out).toContain(`\n  ${command} `);
    for (const exit of ['0', '1', '2', '3', '130']) {
      expect(out).toMatch(new RegExp(`^  ${exit} +\\S`, 'm'));
    }
    expect((await runCli([])).out).toBe(out);
  });

  test('the version is that of the package', async () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('exit codes', () => {
  test.each([
    [0, 'check', ['check'], COUNTY],
    [0, 'explain', ['explain', 'LF001'], COUNTY],
    [0, 'list', ['list', 'risks'], COUNTY],
    [0, 'report', ['report', '--dry-run'], COUNTY],
    [0, 'schema', ['schema', '--out', 'x', '--dry-run'], COUNTY],
    [0, 'init', ['init', 'x', '--scheme', 'shaoxing', '--unit', '甲', '--dry-run'], '/'],
    [1, 'check with errors', ['check'], PUBLISHED],
    [1, 'report of a faulty unit', ['report', '--dry-run'], PUBLISHED],
    [2, 'check without a repository', ['check'], '/'],
    [2, 'explain without an argument', ['explain'], COUNTY],
    [2, 'explain of nothing', ['explain', 'nothing-at-all'], COUNTY],
    [2, 'list of nothing', ['list', 'nothing'], COUNTY],
    [2, 'list of an unknown unit', ['list', 'risks', '--unit', 'nobody'], COUNTY],
    [2, 'report of an unknown paper', ['report', '没有的表'], COUNTY],
    [2, 'report of an unknown unit', ['report', '--unit', 'nobody'], COUNTY],
    [2, 'schema without a folder', ['schema'], COUNTY],
    [2, 'init without anything', ['init', 'x', '--dry-run'], '/'],
    [2, 'too many arguments', ['explain', 'a', 'b'], COUNTY],
  ])('%i: %s', async (expected, _, args, cwd) => {
    const { code, err } = await runCli(args, { cwd });
    expect(code, err).toBe(expected);
    expect(err).not.toContain('    at ');
  });
});

describe('wrong usage is said in Chinese with what was meant', () => {
  test.each([
    [['chek'], '没有「chek」这个命令', '「check」'],
    [['check', '--fromat', 'json'], '没有「--fromat」这个选项', '「--format」'],
    [['check', '--format', 'xml'], '不能是「xml」', '可选：pretty、json、github、markdown'],
    [['check', '--fail-on', 'warn'], '不能是「warn」', '可选：error、warning、info、none'],
    [['check', '--max-warnings', 'few'], '「few」应是不小于 0 的整数', ''],
    [['check', '--max-warnings'], '后面缺少内容', ''],
    [['check', '..'], '不在数据库', ''],
    [['check', 'units/finanse-bureau'], '没有「units/finanse-bureau」这个文件或文件夹', ''],
    [['list', 'scheme'], '不能列出「scheme」', '「schemes」'],
    [['list', 'papers', '--scheme', 'shaoxin'], 'shaoxin', '「shaoxing」'],
    [['report', '--format', 'pdff'], '「pdff」不在可选的之列', '可选：xlsx、'],
    [['report', '--audience', 'everybody'], '不能是「everybody」', 'internal、unit、public'],
    [['report', '廉洁风险防控青单'], '没有「廉洁风险防控青单」这种表', '「廉洁风险防控清单」'],
    [['report', '--unit', 'finance-burau'], '没有单位「finance-burau」', '「finance-bureau」'],
    [
      ['explain', 'a', '--unit', 'finance-burau'],
      '没有单位「finance-burau」',
      '「finance-bureau」',
    ],
    [['schema'], '缺少选项', '--out'],
  ])('%j', async (args, message, advice) => {
    const { code, out, err } = await runCli(args, { cwd: COUNTY });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain(advice);
    expect(err).not.toMatch(/\b(?:unknown|missing|argument|option|invalid)\b/i);
  });
});

describe('check', () => {
  const check = (cwd: string, ...args: string[]) => runCli(['check', ...args], { cwd });
  type Json = {
    schemaVersion: number;
    diagnostics: { file: string; code: string; severity: string; start: { line: number } }[];
    summary: Record<string, number>;
  };
  const json = async (cwd: string, ...args: string[]) =>
    JSON.parse((await check(cwd, '--format', 'json', ...args)).out) as Json;

  test('prints JSON that programs can rely on', async () => {
    const { schemaVersion, diagnostics, summary } = await json(PUBLISHED);
    expect(schemaVersion).toBe(1);
    for (const severity of ['error', 'warning', 'info', 'todo']) {
      const own = diagnostics.filter((each) => each.severity === severity);
      expect([severity, summary[severity]]).toEqual([severity, own.length]);
    }
  });

  // The published lists have errors, warnings and info; the cases of ratings have todos too.
  test.each([
    ['none', 0],
    ['error', 1],
    ['warning', 1],
    ['info', 1],
  ])('--fail-on %s', async (severity, expected) => {
    expect((await check(PUBLISHED, '--fail-on', severity)).code).toBe(expected);
  });

  test('a warning fails only if asked, a blank never', async () => {
    const folder = tempFolder();
    await runCli(['init', '--scheme', 'shaoxing', '--unit', '甲'], { cwd: folder });
    expect((await check(folder, '--fail-on', 'info')).code).toBe(0);
    writeFileSync(join(folder, 'units/unit-01/risk.yaml'), '');
    const { diagnostics } = await json(folder);
    expect(diagnostics.filter(({ severity }) => severity === 'warning')).toHaveLength(1);
    expect((await check(folder)).code).toBe(0);
    expect((await check(folder, '--fail-on', 'warning')).code).toBe(1);
    expect((await check(folder, '--max-warnings', '1')).code).toBe(0);
    expect((await check(folder, '--max-warnings', '0')).code).toBe(1);
  });

  test.each([
    ['units/housing-bureau', ''],
    ['units/housing-bureau/risks.yaml', ''],
    ['risks.yaml', 'units/housing-bureau'],
    ['.', 'units/housing-bureau'],
  ])('only what is under %s, named in %s', async (path, inside) => {
    const { diagnostics } = await json(join(PUBLISHED, inside), path);
    const all = (await json(PUBLISHED)).diagnostics;
    const folder = `units/housing-bureau/${path.endsWith('.yaml') ? 'risks.yaml' : ''}`;
    expect(diagnostics).toEqual(all.filter(({ file }) => file.startsWith(folder)));
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  test('--summary counts by unit and by rule', async () => {
    const { out } = await check(PUBLISHED, '--summary');
    for (const text of ['某市住房和城乡建设局', '某市市场监督管理局', '错误', '提醒', 'LF']) {
      expect(out).toContain(text);
    }
    expect((await check(COUNTY, '--summary')).out).toContain('某县财政局');
  });

  test.each(['pretty', 'json', 'github', 'markdown'])('%s goes to a file alike', async (format) => {
    const folder = tempFolder();
    const shown = await check(PUBLISHED, '--format', format);
    const file = join(folder, 'deep/报告.txt');
    const written = await check(PUBLISHED, '--format', format, '-o', file);
    expect(written).toEqual({ code: shown.code, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toBe(shown.out);
  });

  test('the same options before and after the command', async () => {
    const after = await runCli(['check', '-C', PUBLISHED, '--no-color', '--quiet']);
    expect(after).toEqual(await check(PUBLISHED));
  });
});

describe('list', () => {
  test.each(['schemes', 'papers', 'rules', 'fields', 'risks', 'posts', 'powers'])(
    '%s as text, JSON and Markdown',
    async (what) => {
      const shown = await runCli(['list', what], { cwd: COUNTY });
      const json = await runCli(['list', what, '--json'], { cwd: COUNTY });
      const markdown = await runCli(['list', what, '--markdown'], { cwd: COUNTY });
      for (const { code, err, out } of [shown, json, markdown]) {
        expect([code, err]).toEqual([0, '']);
        expect(out.endsWith('\n')).toBe(true);
      }
      const records = JSON.parse(json.out) as Record<string, string>[];
      expect(records.length).toBeGreaterThan(3);
      // What is told of each rule follows below the table.
      const [table = ''] = markdown.out.trimEnd().split('\n\n');
      expect(table.split('\n')).toHaveLength(records.length + 2);
      for (const record of records) {
        const key = record['id'] ?? record['code'] ?? record['key'] ?? '';
        expect(key).not.toBe('');
        expect(shown.out).toContain(key);
        expect(markdown.out).toContain(key);
      }
    },
  );

  test('schemes, papers, rules and fields need no repository', async () => {
    for (const what of ['schemes', 'papers', 'rules', 'fields']) {
      expect((await runCli(['list', what], { cwd: tempFolder() })).code).toBe(0);
    }
  });

  test('points of one unit only', async () => {
    const { out } = await runCli(['list', 'risks', '--unit', 'decision', '--json'], {
      cwd: EXPLAINED,
    });
    const units = (JSON.parse(out) as { unit: string }[]).map(({ unit }) => unit);
    expect([...new Set(units)]).toEqual(['decision']);
  });

  test('a repository with errors is listed all the same', async () => {
    const { code } = await runCli(['list', 'risks'], { cwd: tempFolder(FAULTY) });
    expect(code).toBe(0);
  });
});

describe('schema', () => {
  test('writes, refuses to overwrite, and overwrites if told', async () => {
    const folder = tempFolder();
    const schema = (...args: string[]) =>
      runCli(['schema', '--out', 's', ...args], { cwd: folder });
    expect((await schema('--dry-run')).code).toBe(0);
    expect(folderFiles(folder).size).toBe(0);
    const { code, out, err } = await schema();
    expect([code, err]).toEqual([0, `已写入 ${folderFiles(folder).size} 个文件\n`]);
    expect(out.trimEnd().split('\n')).toHaveLength(folderFiles(folder).size);
    writeFileSync(join(folder, 's/unit.schema.json'), 'mine');
    expect((await schema()).code).toBe(2);
    expect(readFileSync(join(folder, 's/unit.schema.json'), 'utf8')).toBe('mine');
    expect((await schema('--force', '--quiet')).out).toBe('');
    expect(readFileSync(join(folder, 's/unit.schema.json'), 'utf8')).not.toBe('mine');
  });
});
