import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Review } from '../../src/model/kinds/year/review.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { edit, ok, run, signedBureau, UNIT } from './support.ts';

const signed = mkdtempSync(join(tmpdir(), 'lianfang-test-'));
beforeAll(() => signedBureau(signed));
afterAll(() => rmSync(signed, { recursive: true, force: true }));

function copy(): string {
  const to = join(tempFolder(), 'copy');
  cpSync(signed, to, { recursive: true });
  return to;
}

/** Changes the records as a forger would: by hand, in the file. */
function forge(folder: string, change: (records: Review[]) => unknown): void {
  edit(folder, `${UNIT}/reviews.yaml`, (text) => {
    const records = parse(text) as Review[];
    change(records);
    return stringify(records);
  });
}

const DIGEST = `sha256-v1:${'0'.repeat(64)}`;
const of = (records: Review[], stage: string) => records.filter((one) => one.stage === stage);

const FORGERIES: readonly [string, (records: Review[]) => unknown, RegExp][] = [
  ['a typed digest', (all) => (all[9]!.digest = DIGEST), /rv-0010 首处：.*被改过/],
  ['a typed digest on the last record', (all) => (all.at(-1)!.digest = DIGEST), /被改过/],
  [
    'a digest of an item taken from the present text',
    (all) => (all[9]!.items['r1'] = DIGEST),
    /rv-0010 首处：.*被改过/,
  ],
  [
    'a copied record',
    (all) => all.push({ ...all.at(-1)!, id: 'rv-0099', of: { post: 'chief' } }),
    /rv-0099/,
  ],
  [
    'a copied record in its place',
    (all) => all.splice(5, 0, { ...all[5]!, id: 'rv-0098' }),
    /rv-00/,
  ],
  ['an edited date', (all) => (of(all, '局长审核')[0]!.on = '2026-02-01'), /被改过/],
  ['an edited body', (all) => (of(all, '党组会审定')[0]!.by = { body: '局务会' }), /被改过/],
  ['an edited post', (all) => (of(all, '局长审核')[0]!.by = { post: 'deputy' }), /被改过/],
  ['an edited level', (all) => (of(all, '局长审核')[1]!.levels = { r1: '低' }), /被改过/],
  ['an edited opinion', (all) => (all[3]!.opinion = '同意'), /rv-0004 首处：.*被改过/],
  ['an edited attendance', (all) => (all.at(-1)!.attendance!.present = 6), /被改过/],
  [
    'swapped points',
    (all) => {
      const [one, other] = of(all, '党组会审定');
      [one!.items, other!.items] = [other!.items, one!.items];
    },
    /被改过/,
  ],
  ['a record taken out of the middle', (all) => all.splice(7, 1), /rv-0009 首处：.*上一条找不到/],
  ['the first record taken out', (all) => all.splice(0, 1), /rv-0002 首处：/],
  ['the last record taken out', (all) => all.splice(-1, 1), /末尾的记录被抽走/],
  ['the last three taken out', (all) => all.splice(-3, 3), /末尾的记录被抽走/],
  ['all records taken out', (all) => all.splice(0), /./],
  [
    'a record written by hand',
    (all) => {
      const { digest: _digest, ...rest } = all.at(-1)!;
      all.push({ ...rest, id: 'rv-0090' });
    },
    /rv-0090/,
  ],
  [
    'two records whose links were mended',
    (all) => {
      all[8]!.previous = all[6]!.digest!;
      all.splice(7, 1);
    },
    /rv-0009 首处：.*被改过/,
  ],
];

test.each(FORGERIES)('finds %s', async (_, change, expected) => {
  const folder = copy();
  forge(folder, change);
  const { code, out } = await run(folder, 'verify');
  expect(out).toMatch(expected);
  expect(code).toBe(1);
  if (!existsSync(join(folder, UNIT, 'reviews.yaml'))) return;
  // Nothing may be added to what cannot be trusted.
  const before = readFileSync(join(folder, UNIT, 'reviews.yaml'), 'utf8');
  expect((await run(folder, 'review submit unit --by chief --on 2026-04-01')).code).toBe(1);
  expect(readFileSync(join(folder, UNIT, 'reviews.yaml'), 'utf8')).toBe(before);
});

test('records of another unit are not this one’s, a renamed unit keeps its own', async () => {
  const folder = copy();
  renameSync(join(folder, 'units/bureau'), join(folder, 'units/office'));
  expect((await run(folder, 'verify')).out).toMatch(/rv-0001 首处：.*被改过/);
  edit(folder, 'units/office/unit.yaml', (text) => `formerly: [bureau]\n${text}`);
  await ok(folder, 'verify');
});

test('a record that cannot be read stops what would follow it', async () => {
  const folder = copy();
  edit(folder, `${UNIT}/reviews.yaml`, (text) => text.replace('id: rv-0003', 'id: RV 3'));
  expect((await run(folder, 'verify')).out).toMatch(/写法不对/);
  expect((await run(folder, 'review submit unit --by chief --on 2026-04-01')).err).toMatch(
    /写法不对/,
  );
});

test('finds that the end was made to fit a shorter chain only by recomputing it', async () => {
  const folder = copy();
  forge(folder, (all) => all.splice(-1, 1));
  edit(folder, `${UNIT}/reviews.head`, () => '');
  expect((await run(folder, 'verify')).out).toMatch(/末尾|无从知道|reviews.head/);
  rmSync(join(folder, UNIT, 'reviews.head'));
  expect((await run(folder, 'verify')).out).toMatch(/没有 reviews.head/);
});

test('finds a frozen scheme that was touched or taken away', async () => {
  const folder = copy();
  const [frozen] = readdirSync(join(folder, 'schemes')).filter((name) => name.includes('@'));
  edit(folder, `schemes/${frozen}/scheme.yaml`, (text) => text.replace('level: 高', 'level: 低'));
  expect((await run(folder, 'verify')).out).toMatch(/封存的方案 .* 被改过/);
  rmSync(join(folder, 'schemes', frozen!), { recursive: true });
  expect((await run(folder, 'verify')).out).toMatch(/找不到封存的方案/);
});

test('finds a scan that was exchanged or taken away', async () => {
  const folder = copy();
  writeFileSync(join(folder, 'scan.pdf'), 'signed');
  edit(folder, `${UNIT}/risks.yaml`, (text) => text.replace('白条抵库', '白条顶库'));
  await ok(folder, 'review submit cashier --on 2026-05-06 --scan scan.pdf');
  const scan = join(folder, UNIT, 'attachments/scan.pdf');
  expect(readFileSync(scan, 'utf8')).toBe('signed');
  await ok(folder, 'verify');
  writeFileSync(scan, 'another');
  expect((await run(folder, 'verify')).out).toMatch(/scan.pdf 与记录的摘要不符/);
  rmSync(scan);
  expect((await run(folder, 'verify')).out).toMatch(/scan.pdf 不在/);
});

test('a write that broke off is found, and repeating the command completes it', async () => {
  const folder = copy();
  edit(folder, `${UNIT}/risks.yaml`, (text) => text.replace('白条抵库', '白条顶库'));
  const before = readFileSync(join(folder, UNIT, 'reviews.yaml'), 'utf8');
  await ok(folder, 'review submit cashier --on 2026-05-06');
  const after = readFileSync(join(folder, UNIT, 'reviews.yaml'), 'utf8');
  writeFileSync(join(folder, UNIT, 'reviews.yaml'), before);
  expect((await run(folder, 'verify')).code).toBe(1);
  expect((await run(folder, 'review submit cashier --on 2026-05-07')).code).toBe(1);
  await ok(folder, 'review submit cashier --on 2026-05-06');
  expect(readFileSync(join(folder, UNIT, 'reviews.yaml'), 'utf8')).toBe(after);
  await ok(folder, 'verify');
});

test('comments, order and split files are nobody’s forgery', async () => {
  const folder = copy();
  edit(folder, `${UNIT}/reviews.yaml`, (text) => {
    const records = parse(text) as Review[];
    return `# 审核记录\n${stringify(records.toReversed())}`;
  });
  await ok(folder, 'verify');
});

test('tells who committed each record, and which lines were committed apart', async () => {
  const folder = copy();
  const git = (...args: string[]) =>
    spawnSync(
      'git',
      ['-C', folder, '-c', 'user.name=张某', '-c', 'user.email=z@example.cn', ...args],
      {
        env: { ...process.env, GIT_AUTHOR_DATE: '2026-03-07T09:00:00+0800' },
      },
    );
  expect((await ok(folder, 'verify --git')).split('\n')[0]).toMatch(/rv-0001 尚未提交/);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', '审核');
  expect((await ok(folder, 'verify --git')).split('\n')[0]).toMatch(
    /bureau rv-0001 2026-03-07 张某 <z@example.cn> [0-9a-f]{10}$/,
  );
  edit(folder, `${UNIT}/reviews.yaml`, (text) => text.replace('2026-03-01', '2026-02-28'));
  const { out, code } = await run(folder, 'verify --git');
  expect(out).toMatch(/rv-0001 .*各行出自不同的提交/);
  expect(code).toBe(1);
});
