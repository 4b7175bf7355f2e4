import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPackagedSchemes } from '../../src/repository/open-project.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { folderFiles } from '../support/folder-files.ts';
import { BIN } from '../support/run-bin.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const SCHEMES = openPackagedSchemes().schemeIds;
const UNIT = '某县某局';

const init = (folder: string, ...args: string[]) => runCli(['-C', folder, 'init', ...args]);

describe.each(SCHEMES)('a new unit under %s', (scheme) => {
  test('lacks nothing but what is to be filled in, and prints every paper', async () => {
    const folder = tempFolder();
    const made = await init(folder, '--scheme', scheme, '--unit', UNIT);
    expect(made.code, made.err).toBe(0);

    const checked = await runCli(['-C', folder, 'check', '--format', 'json']);
    const { diagnostics, summary } = JSON.parse(checked.out) as {
      diagnostics: { severity: string; code: string; message: string }[];
      summary: { todo: number };
    };
    expect(diagnostics.filter(({ severity }) => severity !== 'todo')).toEqual([]);
    expect(checked.code).toBe(0);
    expect(summary.todo).toBeGreaterThan(20);

    const printed = await runCli(['-C', folder, 'report', '--format', 'xlsx', '--format', 'md']);
    expect(printed.code, printed.err).toBe(0);
    expect(printed.err).toMatch(
      /^(?:注意：.*\n|不出图：.*尚未写明运行流程：[^、\n]+(?:、[^、\n]+)*\n|已写入 \d+ 个文件\n)+$/,
    );
    const listed = await runCli(['list', 'papers', '--scheme', scheme, '--json']);
    const papers = JSON.parse(listed.out) as unknown[];
    const files = folderFiles(join(folder, 'out/unit-01'));
    const contents = files.get('目录.md')!.toString();
    const none = contents.match(/\| 本年尚无此项 \|/g)?.length ?? 0;
    const names = [...files.keys()];
    let written = 0;
    for (const index of papers.keys()) {
      const prefix = `${String(index + 1).padStart(2, '0')} `;
      const own = names.filter((name) => name.startsWith(prefix));
      // A new unit has no letters, inspections or warnings yet.
      if (own.length === 0) continue;
      written += 1;
      expect(own.map((name) => name.slice(name.lastIndexOf('.')))).toEqual(['.md', '.xlsx']);
    }
    expect(written + none).toBe(papers.length);
    expect(names).toHaveLength(2 * written + 1);
  });

  test('is read the fast way, with LF and with CRLF', async () => {
    const folder = tempFolder();
    await init(folder, '--scheme', scheme, '--unit', UNIT);
    const yaml = [...folderFiles(folder)].filter(([name]) => name.endsWith('.yaml'));
    expect(yaml).toHaveLength(6);
    for (const [name, bytes] of yaml) {
      const crlf = Buffer.from(bytes.toString().replaceAll('\n', '\r\n'));
      const read = readYaml(name, bytes);
      expect([name, read.via, read.findings]).toEqual([name, 'fast', []]);
      expect([name, readYaml(name, crlf).via]).toEqual([name, 'fast']);
      expect(readYaml(name, crlf).value).toEqual(read.value);
    }
  });

  test('speaks the words of the scheme', async () => {
    const folder = tempFolder();
    await init(folder, '--scheme', scheme, '--unit', UNIT);
    const raw = openPackagedSchemes().scheme(scheme)?.value as {
      categories?: { id: string }[];
      ranks: { id: string }[];
      tiers: { prompts?: string[] }[];
      identification?: { tests?: { id: string }[] };
    };
    const risks = readFileSync(join(folder, 'units/unit-01/risks.yaml'), 'utf8');
    for (const { id } of raw.categories ?? []) expect(risks).toContain(`# ${id}`);
    const posts = readFileSync(join(folder, 'units/unit-01/posts.yaml'), 'utf8');
    for (const { id } of raw.ranks) expect(posts).toContain(`rank: ${id}\n`);
    for (const { prompts = [] } of raw.tiers) {
      for (const prompt of prompts) expect(posts).toContain(`#   - ${prompt}\n`);
    }
    for (const { id } of raw.identification?.tests ?? []) {
      expect(risks).toContain(`# 风险点须有${id}`);
    }
    // Ranks are no chain of command: only the unit knows who reports to whom.
    for (const [line] of posts.matchAll(/reportsTo:.*/g)) expect(line).toBe('reportsTo: 待填');
  });
});

test('a unit’s name is kept whatever signs it has', async () => {
  const folder = tempFolder();
  const name = '某局: “甲” # 乙 - {丙}';
  expect((await init(folder, '--scheme', 'shaoxing', '--unit', name)).code).toBe(0);
  const checked = await runCli(['-C', folder, 'check', '--summary']);
  expect(checked.code).toBe(0);
  expect(checked.out).toContain(name);
});

test('a new repository is ready for git', async () => {
  const folder = tempFolder();
  await init(folder, '--scheme', 'shaoxing', '--unit', UNIT);
  const names = [...folderFiles(folder).keys()];
  for (const name of ['.gitignore', '.gitattributes', 'lianfang.yaml', 'units/unit-01/unit.yaml']) {
    expect(names).toContain(name);
  }
  const schemas = names.filter((name) => name.startsWith('.lianfang/schemas/'));
  const named = [...folderFiles(folder).values()].flatMap((bytes) => {
    const schema = /\$schema=(\S+)/.exec(bytes.toString())?.[1];
    return schema === undefined ? [] : [basename(schema)];
  });
  expect(named).toHaveLength(6);
  for (const name of named) expect(schemas).toContain(`.lianfang/schemas/${name}`);
});

test.each([
  ['github', '.github/workflows/lianfang.yml'],
  ['gitlab', '.gitlab-ci.yml'],
  ['gitee', '.workflow/lianfang.yml'],
])('--ci %s writes %s', async (ci, file) => {
  const folder = tempFolder();
  await init(folder, '--scheme', 'shaoxing', '--unit', UNIT, '--ci', ci);
  expect(folderFiles(folder).get(file)?.toString()).toContain('lianfang check');
});

test('a second init adds a unit, under another scheme too, and leaves every byte as it was', async () => {
  const folder = tempFolder();
  await init(folder, '--scheme', 'shaoxing', '--unit', UNIT);
  const before = folderFiles(folder);
  const again = await init(folder, '--scheme', 'womens-federation', '--unit', '某县妇联');
  expect(again.code, again.err).toBe(0);
  const after = folderFiles(folder);
  for (const [name, bytes] of before) expect([name, after.get(name)]).toEqual([name, bytes]);
  const added = [...after.keys()].filter((name) => !before.has(name));
  expect(added).toHaveLength(5);
  for (const name of added) expect(name).toMatch(/^units\/unit-02\/\w+\.yaml$/);

  // From a folder inside the repository, with the repository's own scheme.
  const third = await init(join(folder, 'units'), '--unit', '某县某院', '--id', 'hospital');
  expect(third.code, third.err).toBe(0);
  expect((await runCli(['-C', folder, 'check', '--fail-on', 'info'])).code).toBe(0);
  const summary = await runCli(['-C', folder, 'check', '--summary']);
  for (const name of [UNIT, '某县妇联', '某县某院']) expect(summary.out).toContain(name);
});

test('an existing unit is refused and nothing changes', async () => {
  const folder = tempFolder();
  await init(folder, '--scheme', 'shaoxing', '--unit', UNIT, '--id', 'bureau');
  const before = folderFiles(folder);
  const again = await init(folder, '--scheme', 'shaoxing', '--unit', '他局', '--id', 'bureau');
  expect(again).toEqual({ code: 2, out: '', err: expect.stringContaining('「bureau」已经用过') });
  expect(folderFiles(folder)).toEqual(before);
});

test('files that stand where a unit would be written are refused and nothing changes', async () => {
  const folder = tempFolder({ 'units/unit-01/risks.yaml': '[]\n' });
  const made = await init(folder, '--scheme', 'shaoxing', '--unit', UNIT);
  expect(made).toEqual({ code: 2, out: '', err: expect.stringContaining('unit-01/risks.yaml') });
  expect([...folderFiles(folder).keys()]).toEqual(['units/unit-01/risks.yaml']);
});

test('a folder that is kept in git already keeps its own settings', async () => {
  const folder = tempFolder({ '.gitignore': 'mine\n' });
  const made = await init(folder, '--scheme', 'shaoxing', '--unit', UNIT);
  expect([made.code, made.err]).toEqual([0, expect.stringContaining('已有 .gitignore，保留不动')]);
  expect(folderFiles(folder).get('.gitignore')?.toString()).toBe('mine\n');
});

test('--dry-run lists what it would write and writes nothing', async () => {
  const folder = tempFolder();
  const dry = await init(folder, 'data', '--scheme', 'shaoxing', '--unit', UNIT, '--dry-run');
  expect([dry.code, folderFiles(folder).size]).toEqual([0, 0]);
  await init(folder, 'data', '--scheme', 'shaoxing', '--unit', UNIT);
  const written = [...folderFiles(folder).keys()].map((name) => join(folder, name));
  expect(dry.out.trimEnd().split('\n').toSorted()).toEqual(written.toSorted());
});

test.each([
  [[], ['--unit', '--scheme']],
  [['--scheme', 'shaoxing'], ['--unit']],
  [['--unit', UNIT], ['--scheme']],
  [['--unit', UNIT, '--no-input'], ['--scheme']],
])('without a terminal, %j lacks %j', async (given, missing) => {
  const folder = tempFolder();
  const { code, out, err } = await init(folder, ...given);
  expect([code, out]).toEqual([2, '']);
  for (const option of ['--unit', '--scheme']) {
    expect([option, err.includes(option)]).toEqual([option, missing.includes(option)]);
  }
  expect(folderFiles(folder).size).toBe(0);
});

test.each([
  [['--scheme', 'shaoxin', '--unit', UNIT], '您是否要写「shaoxing」'],
  [['--scheme', 'shaoxing', '--unit', UNIT, '--id', '财政局'], '只用小写字母、数字和连字符'],
  [['--scheme', 'shaoxing', '--unit', UNIT, '--id', '../x'], '只用小写字母、数字和连字符'],
  [['--scheme', 'shaoxing', '--unit', UNIT, '--edition', '今年'], '整数'],
])('%j is refused', async (given, advice) => {
  const folder = tempFolder();
  const { code, err } = await init(folder, ...given);
  expect([code, folderFiles(folder).size]).toEqual([2, 0]);
  expect(err).toContain(advice);
});

/** `script` of util-linux gives a process a terminal; other systems have another `script`. */
const SCRIPT = 'script';
const HAS_SCRIPT = spawnSync(SCRIPT, ['-qec', 'true', '/dev/null']).status === 0;

describe.skipIf(!HAS_SCRIPT)('at a terminal', () => {
  test('what the options do not say is asked for', async () => {
    const folder = tempFolder();
    const { code, shown } = await atTerminal(folder, [
      ['按哪个方案', '\u001B[B\r'],
      ['单位名称', '某县财政局\r'],
      ['单位编号', '\r'],
    ]);
    expect(code, shown).toBe(0);
    const unit = readFileSync(join(folder, 'units/unit-01/unit.yaml'), 'utf8');
    expect(unit).toContain('name: 某县财政局\n');
    expect(unit).toContain(`scheme: ${SCHEMES[1]}\n`);
  });

  test('whoever gives up leaves nothing behind', async () => {
    const folder = tempFolder();
    const { code, shown } = await atTerminal(folder, [['按哪个方案', '\u0003']]);
    expect(code, shown).toBe(130);
    expect(folderFiles(folder).size).toBe(0);
  });
});

/** Runs `lianfang init` in a pseudo terminal and answers each question once it is shown. */
function atTerminal(folder: string, answers: readonly (readonly [string, string])[]) {
  const command = `stty cols 100 rows 40; '${process.execPath}' '${BIN}' init`;
  const child = spawn(SCRIPT, ['-qec', command, '/dev/null'], {
    cwd: folder,
    env: { ...process.env, CI: '', TERM: 'xterm' },
  });
  let shown = '';
  const left = [...answers];
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    shown += data;
    const [next] = left;
    if (next === undefined || !shown.includes(next[0])) return;
    left.shift();
    child.stdin.write(next[1]);
  });
  return new Promise<{ code: number | null; shown: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, shown }));
  });
}
