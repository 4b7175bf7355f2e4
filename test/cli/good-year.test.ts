import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COUNTY } from '../support/repositories.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { runTyped, typedLines } from '../support/transcript.ts';

const CASES = fileURLToPath(new URL('../cases/good-year/', import.meta.url));
const STANDING = /^(?:unit|people|posts|powers|risks|measures|regulations)(?:\.yaml)?$/;
/** In unit.yaml: stages done, and what was on paper only. */
const OF_ITS_YEAR = /,? *doneOn: *'?[0-9-]+'?|^ignore: .*LF428.*\n/gm;
/** What was returned is changed by hand: `# 修改 measures.yaml：「…」改为「…」`. */
const CHANGE = /^# 修改 (?<file>\S+)：「(?<before>.*)」改为「(?<after>.*)」$/;

// A year as each notice orders it, by commands alone: filled in, signed off with one return, posted,
// filed, inspected, put right, closed; nothing is overdue at its end.
test.each(readdirSync(CASES))('%s', async (name) => {
  const path = join(CASES, name);
  const unit = basename(name, '.txt');
  const folder = tempFolder();
  let text = '';
  for (const line of typedLines(readFileSync(path, 'utf8'))) {
    if (line.startsWith('#')) {
      change(join(folder, 'units', unit), line);
      text += `${line}\n\n`;
    } else {
      text += shortened(await runTyped(folder, line.slice('$ lianfang '.length)));
    }
    if (line.startsWith('$ lianfang -q init')) fill(folder, unit);
  }
  await expect(text.replaceAll(folder, '.')).toMatchFileSnapshot(path);
});

/** The names, powers, points and measures that a clerk would type in; nothing that happened in the year. */
function fill(folder: string, unit: string): void {
  const into = join(folder, 'units', unit);
  const from = join(COUNTY, 'units', unit);
  rmSync(into, { recursive: true, force: true });
  for (const name of readdirSync(from)) {
    if (STANDING.test(name)) cpSync(join(from, name), join(into, name), { recursive: true });
  }
  const info = join(into, 'unit.yaml');
  writeFileSync(info, readFileSync(info, 'utf8').replace(OF_ITS_YEAR, ''));
}

function change(folder: string, line: string): void {
  const { file = '', before = '', after = '' } = CHANGE.exec(line)?.groups ?? {};
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(before)).toHaveLength(2);
  writeFileSync(
    path,
    text.replace(before, () => after),
  );
}

/** Of the many records of one command the first is shown, and how many there were. */
function shortened(text: string): string {
  return text.replace(
    /^([a-z]{2}-\d{4} .*\n)((?:[a-z]{2}-\d{4} .*\n)+)/gm,
    (_all, first: string, more: string) => `${first}……共 ${more.split('\n').length} 条\n`,
  );
}
