import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CONFIG = 'scheme: shaoxing\nedition: 2026\nclassification: 内部\n';
const UNIT = 'name: 某县某局\n';

type Shown = {
  code: string;
  file: string;
  message: string;
  start: { line: number; column: number };
};

/** Checks a unit with these files; every run is timed so that nothing hangs. */
async function codesIn(folder: string, file: string): Promise<Shown[]> {
  const { code, out, err } = await runCli(['-C', folder, 'check', '--format', 'json']);
  expect(err).toBe('');
  expect(code).toBe(1);
  const { diagnostics } = JSON.parse(out) as { diagnostics: Shown[] };
  return diagnostics.filter((each) => each.file === file);
}

function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  return tempFolder({ 'lianfang.yaml': CONFIG, 'units/a/unit.yaml': UNIT, ...files });
}

const POSTS = 'units/a/posts.yaml';

test.each([
  ['20,000 nested brackets', '['.repeat(20_000), 'LF009'],
  ['a line of 50 MB', Buffer.alloc(50 * 1024 * 1024, 'a'), 'LF008'],
  ['GBK', Buffer.from([0xb8, 0xda, 0xce, 0xbb, 0x3a, 0x20, 0xc9, 0xf3]), 'LF007'],
  ['__proto__ as a key', '- id: head\n  name: 局长\n  __proto__: {polluted: true}\n', 'LF010'],
  ['__proto__ as an id', '- id: __proto__\n  name: 局长\n', 'LF107'],
  ['constructor as a factor', '- id: head\n  name: 局长\n  factors: {constructor: 大}\n', 'LF010'],
] as const)('%s is one clear finding', async (_, content, code) => {
  const found = await codesIn(repository({ [POSTS]: content }), POSTS);
  const kinds = new Set(found.map((each) => each.code));
  expect(kinds).toContain(code);
  expect(
    found.filter((each) => each.code.startsWith('LF0') || each.code.startsWith('LF1')),
  ).toHaveLength(1);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('an alias bomb is never expanded, and every alias is pointed out', async () => {
  const found = await codesIn(repository({ [POSTS]: aliasBomb() }), POSTS);
  const aliases = found.filter(({ code }) => code === 'LF003');
  expect(aliases).toHaveLength(10 + 9 * 9);
  expect(aliases.at(-1)?.start.line).toBe(10);
});

test('an empty file says nothing', async () => {
  const found = await codesIn(repository({ [POSTS]: '' }), POSTS);
  expect(found).toEqual([]);
});

test('a folder in a file’s place', async () => {
  const folder = repository({});
  mkdirSync(join(folder, 'units/a/posts.yaml'));
  const [found, ...more] = await codesIn(folder, POSTS);
  expect([found?.code, more]).toEqual(['LF013', []]);
});

test('a file in a folder’s place', async () => {
  const folder = tempFolder({ 'lianfang.yaml': CONFIG, units: '' });
  const { code, err } = await runCli(['-C', folder, 'check']);
  expect([code, err]).toEqual([1, '']);
});

test('a link that leaves the repository is not followed', async () => {
  const outside = tempFolder({ 'posts.yaml': '- id: head\n  name: 机密\n' });
  const folder = repository({});
  symlinkSync(join(outside, 'posts.yaml'), join(folder, POSTS));
  const [found, ...more] = await codesIn(folder, POSTS);
  expect([found?.code, more]).toEqual(['LF013', []]);
});

test('links in a circle and links to nothing', async () => {
  const folder = repository({});
  symlinkSync(join(folder, POSTS), join(folder, POSTS));
  symlinkSync(join(folder, 'gone.yaml'), join(folder, 'units/a/powers.yaml'));
  expect((await codesIn(folder, POSTS)).map(({ code }) => code)).toEqual(['LF013']);
  expect((await codesIn(folder, 'units/a/powers.yaml')).map(({ code }) => code)).toEqual(['LF013']);
});

test('a file name with a line feed', async () => {
  const folder = repository({ 'units/a/risks/a\nb.yaml': '[]' });
  const { code, out, err } = await runCli(['-C', folder, 'check']);
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('LF013');
  expect(out).not.toContain('a\nb.yaml');
});

test('a file that is nobody’s', async () => {
  const folder = repository({ 'units/a/risk.yaml': '[]', 'units/a/说明.md': '' });
  const [found, ...more] = await codesIn(folder, 'units/a/risk.yaml');
  expect([found?.code, more]).toEqual(['LF014', []]);
  expect(await codesIn(folder, 'units/a/说明.md')).toEqual([]);
});

const CAN_DROP_RIGHTS = process.getuid?.() === 0;
test.skipIf(!CAN_DROP_RIGHTS && process.platform === 'win32')('no permission', () => {
  const folder = repository({ [POSTS]: '' });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, POSTS), 0o000);
  const bin = fileURLToPath(new URL('../../bin/lianfang.js', import.meta.url));
  const rights = CAN_DROP_RIGHTS ? { uid: 65_534, gid: 65_534 } : {};
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, '-C', folder, 'check', '--format', 'json'],
    { ...rights, encoding: 'utf8', cwd: folder },
  );
  expect(stderr).toBe('');
  expect(status).toBe(1);
  expect(stdout).toContain('"LF013"');
});

test.each([
  ['no lianfang.yaml', {}],
  ['a broken lianfang.yaml', { 'lianfang.yaml': 'title: [' }],
  ['a lianfang.yaml in GBK', { 'lianfang.yaml': Buffer.from([0xb8, 0xda, 0xce, 0xbb]) }],
])('%s is wrong usage', async (_, files) => {
  const { code, out, err } = await runCli(['-C', tempFolder(files), 'check']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('lianfang.yaml');
  expect(err).not.toContain('    at ');
});

test.each(['秘密', '机密★10年', '绝密'])('%s data is refused', async (classification) => {
  const folder = tempFolder({
    'lianfang.yaml': `scheme: shaoxing\nclassification: ${classification}\n`,
  });
  const [found] = await codesIn(folder, 'lianfang.yaml');
  expect(found?.code).toBe('LF110');
});

test('nothing is written by a check', async () => {
  const folder = repository({ [POSTS]: '- id: head\n' });
  const before = folderFiles(folder);
  await runCli(['-C', folder, 'check']);
  expect(folderFiles(folder)).toEqual(before);
});

test('an output that would overwrite a file is refused whole', async () => {
  const folder = repository({ 'schemas/unit.schema.json': '{}' });
  const { code, err } = await runCli(['-C', folder, 'schema', '--out', 'schemas']);
  expect(code).toBe(2);
  expect(err).toContain('unit.schema.json');
  expect(readdirSync(join(folder, 'schemas'))).toEqual(['unit.schema.json']);
});

test('an output folder that is a file is refused', async () => {
  const folder = repository({});
  writeFileSync(join(folder, 'out'), '');
  const { code, err } = await runCli(['-C', folder, 'schema', '--out', 'out']);
  expect([code, err.includes('    at ')]).toEqual([2, false]);
});

function aliasBomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 10; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  return `${lines.join('\n')}\n`;
}
