import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git } from '../support/git.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const ACTS = ['submit', 'approve', 'return', 'list', 'file', 'publish', 'propose'];
const COMMANDS = 'init check explain list report status due offboard schema verify archive'
  .split(' ')
  .concat(ACTS.map((act) => `review ${act}`));

/** The command lines that a help text gives as examples. */
function examplesIn(help: string): string[][] {
  const [, given = ''] = help.split('示例：\n');
  return given
    .split('\n')
    .flatMap((line) => (line.startsWith('  lianfang ') ? [line.trim().split(' ').slice(1)] : []));
}

test.each(COMMANDS)('%s: both examples of its help run on the county', async (command) => {
  const help = await runCli([...command.split(' '), '--help']);
  const examples = examplesIn(help.out);
  expect(examples).toHaveLength(2);
  for (const args of examples) {
    const folder = join(tempFolder(), 'county');
    cpSync(COUNTY, folder, { recursive: true });
    // To pack a county's every paper tells nothing that one unit's does not.
    const shortened = args[0] === 'archive' ? [...args, '--unit', 'finance-bureau'] : args;
    const { code, err } = await runCli(['-C', folder, ...shortened], { cwd: folder });
    expect(code === 0 || (code === 1 && command === 'due'), `${args.join(' ')}\n${err}`).toBe(true);
  }
});

test('close-year: its examples are for the end of the year', async () => {
  const folder = join(tempFolder(), 'county');
  cpSync(COUNTY, folder, { recursive: true });
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', '数据');
  const { out } = await runCli(['close-year', '--help']);
  const [tagged = [], kept = []] = examplesIn(out);
  expect((await runCli(['-C', folder, ...kept], { cwd: folder })).code).toBe(0);
  // What is overdue is asked about first.
  expect((await runCli(['-C', folder, ...tagged], { cwd: folder })).err).toContain('逾期');
  expect((await runCli(['-C', folder, ...tagged, '--force'], { cwd: folder })).code).toBe(0);
});

test.each(['status -f json', 'due -f json', 'check -f json', 'verify --json', 'list risks --json'])(
  '%s is JSON alone on stdout',
  async (line) => {
    const { out } = await runCli(['-C', COUNTY, ...line.split(' ')]);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  },
);
