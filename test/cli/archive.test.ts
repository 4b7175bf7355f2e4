import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../support/fast-check.ts';
import { folderFiles } from '../support/folder-files.ts';
import { YEAR } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const ARGS = ['-C', YEAR, 'archive', '-f', 'md', '-f', 'pdf', '--as-of', '2026-12-31'];

async function filed(): Promise<string> {
  const folder = join(tempFolder(), 'bag');
  const { code, err } = await runCli([...ARGS, '-o', folder]);
  expect(code).toBe(0);
  expect(err).toContain('清单只证明内容完整，不是签章');
  return folder;
}

const verify = async (path: string) => runCli(['verify-archive', path]);

test('a bundle holds papers, data, scheme, check report and says what it is', async () => {
  const folder = await filed();
  const files = [...folderFiles(folder).keys()];
  for (const path of [
    'bagit.txt',
    'bag-info.txt',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
    'data/about.json',
    'data/check.json',
    'data/papers.json',
    'data/papers/bureau/01 风险清单.pdf',
    'data/papers/bureau/目录.md',
    'data/schemes/own.json',
    'data/source/lianfang.yaml',
    'data/source/units/bureau/risks.yaml',
  ]) {
    expect(files).toContain(path);
  }
  const about = readFileSync(join(folder, 'data/about.json'), 'utf8');
  expect(JSON.parse(about)).toMatchObject({ edition: 2026, filedOn: '2026-12-31' });
  const words = files
    .filter((path) => /\.(?:txt|json)$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('');
  expect(words).not.toMatch(/已签章|已盖章|已签名|电子签名有效/);
  expect((await verify(folder)).out).toMatch(/^完整：\d+ 个文件与清单一致（SHA-256、SM3）\n$/);
});

test('the same data give the same bundle, as a folder and as a zip', async () => {
  const [one, two] = [await filed(), await filed()];
  expect(folderFiles(one)).toEqual(folderFiles(two));
  const zips = await Promise.all(
    [1, 2].map(async () => {
      const path = join(tempFolder(), 'bag.zip');
      await runCli([...ARGS, '-o', path]);
      return path;
    }),
  );
  expect(readFileSync(zips[0]!)).toEqual(readFileSync(zips[1]!));
  expect((await verify(zips[0]!)).code).toBe(0);
});

test('200 random changes, deletions and additions are all found', async () => {
  const folder = await filed();
  const files = [...folderFiles(folder)];
  const work = join(tempFolder(), 'work');
  const change = fc.tuple(
    fc.nat(files.length - 1),
    fc.constantFrom('byte', 'append', 'cut', 'delete', 'add'),
    fc.nat(),
  );
  await fc.assert(
    fc.asyncProperty(change, async ([index, how, number]) => {
      const [name, bytes] = files[index]!;
      rmSync(work, { recursive: true, force: true });
      cpSync(folder, work, { recursive: true });
      const path = join(work, name);
      const place = number % Math.max(1, bytes.length);
      if (how === 'byte') {
        writeFileSync(
          path,
          bytes.map((byte, at) => (at === place ? byte ^ (1 + (number % 255)) : byte)),
        );
      } else if (how === 'append') appendFileSync(path, Buffer.from([number % 256]));
      else if (how === 'cut') writeFileSync(path, bytes.subarray(0, -1));
      else if (how === 'delete') rmSync(path);
      else writeFileSync(join(work, ['', 'data/'][number % 2]!, `.x${number}`), '');
      const { code, out } = await verify(work);
      expect([how, name, code, out.startsWith('完整')]).toEqual([how, name, 1, false]);
    }),
    { numRuns: runs(200) },
  );
});

test('what is no bundle, or leads out of it, is refused in words', async () => {
  const folder = await filed();
  symlinkSync('/etc/hostname', join(folder, 'data/link'));
  expect((await verify(folder)).out).toContain('路径不安全  data/link  是链接，不是文件，未读取');
  const file = join(tempFolder({ 'a.zip': 'nothing' }), 'a.zip');
  expect((await verify(file)).out).toBe('格式不对  （整包）  打不开：不是归档包，或已损坏\n');
  expect((await verify('nowhere')).err).toContain('没有「nowhere」这个文件或文件夹');
  expect((await verify(tempFolder({ 'a.txt': '' }))).code).toBe(1);
});

test('a unit with errors is not filed, and nothing is written', async () => {
  const files = Object.fromEntries(folderFiles(YEAR));
  const data = tempFolder({ ...files, 'units/bureau/letters.yaml': '- {id: 1}\n' });
  const out = join(tempFolder(), 'bag');
  const { code, err } = await runCli(['-C', data, 'archive', '-o', out]);
  expect(code).toBe(1);
  expect(err).toMatch(/^未归档：某县某局：有 \d+ 个错误/);
  expect((await verify(out)).code).toBe(2);
});

test('papers are kept as long as the unit says, and nobody else says it', async () => {
  const files = Object.fromEntries(folderFiles(YEAR));
  const unit = files['units/bureau/unit.yaml']!.toString();
  const data = tempFolder({
    ...files,
    'units/bureau/unit.yaml': `${unit}retention: {风险清单: 30年}\n`,
  });
  const out = join(tempFolder(), 'bag');
  await runCli(['-C', data, 'archive', '-o', out, '-f', 'md']);
  const index = JSON.parse(readFileSync(join(out, 'data/papers.json'), 'utf8')) as {
    title: string;
    retention: string;
  }[];
  expect(index.map(({ title, retention }) => [title, retention])).toEqual([
    ['风险清单', '30年'],
    ['整改台账', '未定'],
    ['目录', '未定'],
  ]);
});

test.each(['.', 'units/新', 'schemes/x.zip'])(
  'a bundle among the data (%s) is refused',
  async (out) => {
    const folder = tempFolder({ 'lianfang.yaml': 'scheme: shaoxing\nedition: 2026\n' });
    const { code, err } = await runCli(['-C', folder, 'archive', '-o', out]);
    expect([code, readdirSync(folder)]).toEqual([2, ['lianfang.yaml']]);
    expect(err).toContain('归档包不能放在数据中间');
  },
);

test('a bundle that lies in the repository is not filed again', async () => {
  const data = tempFolder(Object.fromEntries(folderFiles(YEAR)));
  const file = async (out: string) =>
    runCli(['-C', data, 'archive', '-o', out, '-f', 'md', '--as-of', '2026-12-31']);
  expect((await file('归档/2026')).code).toBe(0);
  expect((await file('归档/2026-2')).code).toBe(0);
  expect(folderFiles(join(data, '归档/2026-2'))).toEqual(folderFiles(join(data, '归档/2026')));
});
