import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderFiles } from './support/folder-files.ts';
import { runCli } from './support/run-cli.ts';
import { tempFolder } from './support/temp-folder.ts';

/**
 * Whole runs of the program on small data repositories. A case is data only: `input/` is a
 * repository, `commands.yaml` names runs, `expected/` holds what each shows on the screen and, where
 * it writes to OUT, the text files written.
 */
const CASES = fileURLToPath(new URL('./cases/', import.meta.url));
const NAMES = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'commands.yaml')));

describe.each(NAMES)('%s', (name) => {
  const folder = join(CASES, name);
  const text = readFileSync(join(folder, 'commands.yaml'), 'utf8');
  const commands = Object.entries(parse(text) as Record<string, string[]>);

  test.each(commands)('%s', async (file, args) => {
    const expected = join(folder, 'expected', `${file}.txt`);
    await expect(await transcript(join(folder, 'input'), args)).toMatchFileSnapshot(expected);
  });

  test('expects nothing of a run that it does not name', () => {
    const files = readdirSync(join(folder, 'expected')).toSorted();
    expect(files).toEqual(commands.map(([file]) => `${file}.txt`).toSorted());
  });

  test('needs no code', () => {
    const files = [...folderFiles(folder).keys()];
    expect(files.filter((file) => !/\.(?:yaml|txt)$/.test(file))).toEqual([]);
  });
});

test('every level of the schemes of one’s own is reached', async () => {
  const input = join(CASES, 'own-scheme', 'input');
  const listed = await runCli(['list', 'risks', '--json'], { cwd: input });
  const points = JSON.parse(listed.out) as { level: string }[];
  const schemes = readdirSync(join(input, 'schemes')).map((id) =>
    readFileSync(join(input, 'schemes', id, 'scheme.yaml'), 'utf8'),
  );
  const levels = schemes.flatMap((text) => (parse(text) as { levels: { id: string }[] }).levels);
  const reached = new Set(points.map(({ level }) => level));
  expect([...reached].toSorted()).toEqual([...levels.map(({ id }) => id), '未评定'].toSorted());
});

/** The command, what it shows, how it ends, and the text files that it writes. */
async function transcript(input: string, args: readonly string[]): Promise<string> {
  const out = tempFolder();
  const given = args.map((arg) => (arg === 'OUT' ? out : arg));
  const { code, out: shown, err } = await runCli(given, { cwd: input });
  const steady = (text: string) =>
    text
      .replaceAll(out, 'OUT')
      .replaceAll(join(input, '..') + sep, '')
      .replaceAll(sep, '/')
      .replace(/(数据摘要) [0-9a-f]{8}/g, '$1 ……'); // held by tests of its own
  const written = [...folderFiles(out)].map(
    ([name, bytes]) =>
      `\n--- OUT/${name}\n${name.endsWith('.xlsx') ? '' : steady(bytes.toString())}`,
  );
  return [
    `$ lianfang ${args.join(' ')}\n`,
    steady(shown),
    steady(err),
    code === 0 ? '' : `[退出码 ${code}]\n`,
    ...written,
  ].join('');
}
