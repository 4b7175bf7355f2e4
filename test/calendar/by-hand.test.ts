import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CASES = fileURLToPath(new URL('../cases/by-hand/', import.meta.url));

type Item = {
  readonly kind: string;
  readonly title: string;
  readonly due?: string;
  readonly duty?: { readonly title: string };
};

// Tables made by hand from three notices: the day, what is to be done, how many have to do it.
test.each(readdirSync(CASES))('a year is due as the notice says: %s', async (name) => {
  const folder = unitWithoutRecords(basename(name, '.tsv'));
  const { out } = await runCli([
    '-C',
    folder,
    'due',
    '--all',
    '--as-of',
    '2026-01-01',
    '-f',
    'json',
  ]);
  const { items } = JSON.parse(out) as { readonly items: readonly Item[] };
  const counts = new Map<string, number>();
  for (const { kind, title, due = '未定', duty } of items) {
    if (kind === 'measure') continue; // the unit's own
    const key = `${due}\t${duty?.title ?? title}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const table = readFileSync(join(CASES, name), 'utf8').trim().split('\n');
  expect([...counts].map(([key, count]) => `${key}\t${count}`).toSorted()).toEqual(
    table.map((line) => line.split('\t').slice(0, 3).join('\t')).toSorted(),
  );
});

/** A unit of the county as it stands before the year, with the days of the notice and none of its own. */
function unitWithoutRecords(unit: string): string {
  const folder = tempFolder();
  cpSync(join(COUNTY, 'lianfang.yaml'), join(folder, 'lianfang.yaml'));
  const into = join(folder, 'units', unit);
  cpSync(join(COUNTY, 'units', unit), into, { recursive: true });
  for (const name of readdirSync(into)) {
    if (!/^(?:unit|people|posts|powers|risks|measures|regulations)\.yaml$/.test(name))
      rmSync(join(into, name), { recursive: true });
  }
  const info = join(into, 'unit.yaml');
  writeFileSync(info, readFileSync(info, 'utf8').replace(/^stages:\n(?: .*\n)+/m, ''));
  return folder;
}
