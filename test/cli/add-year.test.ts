import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CASE = fileURLToPath(new URL('../cases/add-year/', import.meta.url));
const UNIT = 'government-offices';
/** What stands before the year begins. */
const STANDING = ['unit', 'people', 'posts', 'powers', 'risks', 'measures'];

test('the year of a unit of nine is written by commands, and at its end nothing is overdue', async () => {
  const folder = tempFolder({
    'lianfang.yaml': 'title: 某市\nedition: 2026\nclassification: 内部\n',
  });
  for (const name of STANDING) {
    const file = join('units', UNIT, `${name}.yaml`);
    cpSync(join(COUNTY, file), join(folder, file));
  }
  // The example is reviewed on paper; here everything is by commands.
  const unit = join(folder, 'units', UNIT, 'unit.yaml');
  writeFileSync(unit, readFileSync(unit, 'utf8').replace(/^ignore: .*\n/m, ''));
  const lines = readFileSync(join(CASE, 'commands.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  let told = '';
  for (const line of lines) {
    const { code, out, err } = await runCli(['-C', folder, '-q', ...line.split(' ')]);
    told += `$ ${line}\n${out}${err}${code === 0 ? '' : `→ ${code}\n`}`;
  }
  await expect(told).toMatchFileSnapshot(join(CASE, 'expected.txt'));
});
