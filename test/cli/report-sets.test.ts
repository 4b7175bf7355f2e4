import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('a power whose flow is not written down has no empty chart, and is named', async () => {
  const out = tempFolder();
  const args = ['report', 'flow-chart', '--unit', 'audit-bureau', '-f', 'md', '-o', out];
  const { code, err } = await runCli(['-C', COUNTY, ...args]);
  expect(code, err).toBe(0);
  expect(err).toMatch(/不出图：某县审计局：《权力流程图》尚未写明运行流程：.*审计整改跟踪和销号/);
  const printed = [...folderFiles(out).values()].map(String).join('');
  expect(printed).toContain('审计处理处罚');
  expect(printed).not.toContain('审计整改跟踪和销号');
  expect(printed).not.toContain('尚未写明');
});

test('what is given to the public is numbered without gaps', async () => {
  const out = tempFolder();
  const args = [
    'report',
    '--audience',
    'public',
    '--unit',
    'statistics-bureau',
    '-f',
    'md',
    '-o',
    out,
  ];
  await runCli(['-C', COUNTY, ...args]);
  const numbers = readdirSync(join(out, 'statistics-bureau'))
    .flatMap((name) => /^\d+/.exec(name)?.[0] ?? [])
    .toSorted();
  expect(numbers.length).toBeGreaterThan(1);
  expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(2, '0')));
});
