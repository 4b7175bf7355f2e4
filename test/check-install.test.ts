import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from './support/temp-folder.ts';

const SCRIPT = join(import.meta.dirname, '../.ci/check-install.js');
const LOCKED = {
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0' },
  'node_modules/c': { version: '1.0.0', optional: true },
  'node_modules/d': { version: '1.0.0', optional: true, os: ['none'] },
  'node_modules/e': { version: '1.0.0', optional: true, os: [process.platform] },
};

/** Checks an installation of these packages. */
function check(installed: Readonly<Record<string, string>>, node = '>=20.12') {
  const packages = Object.entries(installed).map(([name, version]) => [
    `node_modules/${name}/package.json`,
    JSON.stringify({ version }),
  ]);
  const folder = tempFolder({
    'package.json': JSON.stringify({ type: 'module', engines: { node } }),
    'package-lock.json': JSON.stringify({ packages: { '': {}, ...LOCKED } }),
    ...Object.fromEntries(packages),
  });
  mkdirSync(join(folder, '.ci'));
  copyFileSync(SCRIPT, join(folder, '.ci/check-install.js'));
  const { status, stderr } = spawnSync(process.execPath, [join(folder, '.ci/check-install.js')], {
    encoding: 'utf8',
  });
  return { status, stderr };
}

test('what package-lock.json names and this machine needs must be there', () => {
  expect(check({ a: '1.0.0', b: '2.0.0', e: '1.0.0' })).toEqual({ status: 0, stderr: '' });
});

test('what is missing or other is named, with what to do', () => {
  const { status, stderr } = check({ b: '2.0.1', c: '1.0.0' });
  expect(status).toBe(1);
  expect(stderr).toBe(
    [
      '安装不完整：',
      '  缺少 node_modules/a',
      '  node_modules/b 是 2.0.1，应为 2.0.0',
      '  缺少 node_modules/e',
      '请运行 npm ci 重新安装，再试一次。',
      '',
    ].join('\n'),
  );
});

test('a Node that is too old is told of', () => {
  const { status, stderr } = check({}, '>=999.1');
  expect([status, stderr.split('：')[1]]).toEqual([1, expect.stringContaining('需要 >=999.1')]);
});
