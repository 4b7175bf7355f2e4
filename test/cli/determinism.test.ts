import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { COUNTY, PUBLISHED } from '../support/repositories.ts';
import { runBin } from '../support/run-bin.ts';
import type { CliResult } from '../support/run-cli.ts';
import { runCli } from '../support/run-cli.ts';
import { shuffledCopy } from '../support/shuffle-records.ts';
import { tempFolder } from '../support/temp-folder.ts';

const REPOSITORIES = [
  [
    'examples/county',
    COUNTY,
    { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ],
  ['examples/published', PUBLISHED, { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' }],
] as const;

/** What every paper says, and how it is laid out. */
const FORMATS = ['md', 'json'];
/** Formats of the last units only: they are made from the same papers as those above. */
const OTHERS = ['xlsx', 'docx', 'html', 'txt', 'csv', 'svg'];

type Run = (args: readonly string[]) => CliResult | Promise<CliResult>;

/** The bytes of every paper, those of the last units in other formats too, and what `check` says. */
async function everything(
  run: Run,
  repository: string,
  others: readonly string[],
): Promise<{ files: Map<string, Buffer>; found: string[] }> {
  const folder = tempFolder();
  const units = readdirSync(join(repository, 'units')).toSorted().slice(-2);
  const some = units.flatMap((unit) => ['--unit', unit]);
  const print = async (args: readonly string[], formats: readonly string[]) => {
    const asked = formats.flatMap((format) => ['--format', format]);
    const { code, err } = await run([
      'report',
      '--draft',
      '--force',
      '--out',
      folder,
      ...args,
      ...asked,
    ]);
    expect(code, err).toBe(0);
  };
  if (others.length > 0) await print(some, others);
  await print([], FORMATS);
  const checked = await run(['check', '--format', 'json']);
  return { files: folderFiles(folder), found: findingsIn(checked.out) };
}

/** Findings without their places. */
function findingsIn(out: string): string[] {
  type Found = { code: string; severity: string; message: string; hint?: string };
  const { diagnostics } = JSON.parse(out) as { diagnostics: Found[] };
  return diagnostics
    .map(({ code, severity, message, hint }) => [code, severity, message, hint].join(' '))
    .toSorted();
}

const known = new Map<string, ReturnType<typeof everything>>();

/** As the repository is, but that every record says by `order` where it stands. */
function numberedInPlace(repository: string): ReturnType<typeof everything> {
  const folder = tempFolder();
  shuffledCopy(repository, folder, { reorder: (all) => [...all], files: 1, numbered: true });
  return everything((args) => runCli(['-C', folder, ...args]), repository, OTHERS);
}

async function expectSame(run: Run, repository: string, others: readonly string[]): Promise<void> {
  const usual = known.get(repository) ?? numberedInPlace(repository);
  known.set(repository, usual);
  const expected = await usual;
  expect(expected.files.size).toBeGreaterThan(10);
  const { files, found } = await everything(run, repository, others);
  expect(found).toEqual(expected.found);
  const printed = new Set([...FORMATS, ...others]);
  const asked = [...expected.files].filter(([name]) => printed.has(name.split('.').at(-1)!));
  expect([...files.keys()]).toEqual(asked.map(([name]) => name));
  for (const [name, bytes] of asked) {
    // The contents of a folder list the files of all formats.
    if (others.length === 0 && name.endsWith('/目录.md')) continue;
    expect([name, files.get(name)?.equals(bytes)]).toEqual([name, true]);
  }
}

/** The same order every run, but no order that anybody would choose. */
function scatter<T>(records: readonly T[]): T[] {
  return records
    .map((record, index) => ({ record, key: (index * 7919 + 13) % 101 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ record }) => record);
}

describe.each(REPOSITORIES)(
  '%s gives the same bytes where records say their order',
  (_, repository, env) => {
    test('one file a list, records reversed', async () => {
      const folder = tempFolder();
      shuffledCopy(repository, folder, {
        reorder: (all) => all.toReversed(),
        files: 1,
        numbered: true,
      });
      await expectSame((args) => runCli(['-C', folder, ...args]), repository, []);
    });

    test('three files a list, records scattered; elsewhere, at another time and in another language', async () => {
      const folder = tempFolder();
      shuffledCopy(repository, folder, { reorder: scatter, files: 3, numbered: true });
      const cwd = tempFolder();
      const from = relative(cwd, folder);
      await expectSame((args) => runBin(['-C', from, ...args], { cwd, env }), repository, OTHERS);
    });
  },
);
