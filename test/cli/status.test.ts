import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { YEAR } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const FAULTS = fileURLToPath(new URL('../cases/faults/', import.meta.url));

const status = async (data: string, asOf: string, ...args: readonly string[]) =>
  (await runCli(['-C', data, 'status', '--as-of', asOf, ...args])).out;

/** Two units: one with its year of records, one with a chain of reviews through for one post. */
function twoUnits(more: Readonly<Record<string, string>> = {}): string {
  const files = new Map<string, Uint8Array | string>();
  const add = (folder: string, into: string) => {
    for (const [path, bytes] of folderFiles(folder)) files.set(into + path, bytes);
  };
  const change = (path: string, by: (text: string) => string) =>
    files.set(path, by(String(files.get(path))));
  add(YEAR, '');
  add(join(YEAR, 'schemes/own'), 'schemes/year/');
  change('schemes/year/scheme.yaml', (text) => text.replace('id: own', 'id: year'));
  change('units/bureau/unit.yaml', (text) => `${text}scheme: year\n`);
  for (const folder of ['base', 'lf412/near-miss']) {
    add(join(FAULTS, folder, 'units/bureau'), 'units/office/');
    add(join(FAULTS, folder, 'schemes'), 'schemes/');
  }
  change('units/office/unit.yaml', (text) => text.replace('某县某局', '某县某办'));
  return tempFolder({ ...Object.fromEntries(files), ...more });
}

test('the table of a unit on days of its year', async () => {
  const table = `截至2026年5月2日
单位      进展    审核  承诺  公示  备案  监督检查  定期工作  措施落实  整改  重新评级  逾期
某县某局  未开始  -     3/4   0/2   0/1   0/1       2/9       -         0/2   0         1
共 1 个单位：未开始 1 个；有逾期事项的 1 个
`;
  expect(await status(YEAR, '2026-05-02')).toBe(table);
});

test('two units: a line each, and their sum', async () => {
  const out = await status(twoUnits(), '2026-05-02');
  expect(out.split('\n').slice(1)).toEqual([
    '单位      进展    审核  承诺  公示  备案  监督检查  定期工作  措施落实  整改  重新评级  逾期',
    '某县某局  未开始  -     3/4   0/2   0/1   0/1       2/9       -         0/2   0         1',
    '某县某办  已报送  1/6   -     -     -     -         -         -         -     0         0',
    '共 2 个单位：未开始 1 个、已报送 1 个；有逾期事项的 1 个',
    '',
  ]);
});

test('as Markdown it is the same table', async () => {
  const text = await status(YEAR, '2026-05-02', '-f', 'markdown');
  expect(text).toMatch(/^# 工作进展（截至2026年5月2日）\n\n\| 单位 \| 进展 \| 审核 \|/);
  expect(text).toContain('| 某县某局 | 未开始 | - | 3/4 | 0/2 | 0/1 | 0/1 | 2/9 |');
  expect(text).toMatch(/\n共 1 个单位：.*\n$/);
});

test('as JSON it is data, with what is overdue and where each subject stands', async () => {
  const text = await status(twoUnits(), '2026-05-02', '-f', 'json');
  const data = JSON.parse(text) as { units: Record<string, unknown>[] };
  const [bureau, office] = data.units;
  expect(Object.keys(data)).toEqual(['schemaVersion', 'asOf', 'units']);
  expect(bureau).toEqual({
    unit: 'bureau',
    name: '某县某局',
    state: '未开始',
    reviews: { done: 0, of: 0 },
    commitment: { done: 3, of: 4 },
    notice: { done: 0, of: 2 },
    filing: { done: 0, of: 1 },
    inspection: { done: 0, of: 1 },
    cadence: { done: 2, of: 9 },
    measure: { done: 0, of: 0 },
    rectification: { done: 0, of: 2 },
    overdue: [
      {
        key: 'duty/filing-1',
        title: '风险点清单报县纪委监委备案',
        due: '2026-04-30',
      },
    ],
    reratings: [],
    subjects: [],
  });
  expect(office?.['subjects']).toContainEqual({
    subject: 'post/chief',
    name: '财务科长',
    state: '未报送',
    next: '填报',
  });
});

test('one unit is told of step by step', async () => {
  const data = twoUnits();
  const bureau = await status(data, '2026-05-02', '--unit', 'bureau');
  expect(bureau).toContain('某县某局（截至2026年5月2日）：未开始\n');
  expect(bureau).toContain(
    '备案（0/1 项已办）\n  逾期  风险点清单报县纪委监委备案（2026-04-30 前）\n',
  );
  expect(bureau).toMatch(/定期工作（2\/9 项已办）\n( {2}\S+ {2}\S.*\n){9}/);
  const office = await status(data, '2026-05-02', '--unit', 'office');
  expect(office).toContain('审核（1/6 项有效）\n');
  expect(office).toContain('  未报送  财务科长  0/3 步，下一步：填报\n');
  // Reviews are told of once.
  expect(office.match(/^审核（/gm)).toHaveLength(1);
});

test('what is not looked at again is counted and listed once an earlier year is named', async () => {
  expect(await status(YEAR, '2027-02-01')).not.toContain('本年未再审视');
  const ratings = "  ratings: [{stage: 复核, level: 低, on: '2027-01-20'}]\n";
  const risks = folderFiles(YEAR).get('units/bureau/risks.yaml')!.toString();
  const next = tempFolder({
    ...Object.fromEntries(folderFiles(YEAR)),
    'lianfang.yaml':
      "title: 次年\nscheme: own\nedition: 2027\neditions: {'2026': edition-2026}\nclassification: 内部\n",
    'units/bureau/risks.yaml': `${risks.trimEnd()}\n${ratings}`,
  });
  const table = await status(next, '2027-02-01');
  expect(table).toMatch(/重新评级 {2}本年未再审视 {2}逾期\n/);
  expect(table).toMatch(/\n某县某局 .* 5 +\d+\n/);
  // Before the day of the rating nothing had been looked at.
  expect(await status(next, '2027-01-19')).toMatch(/\n某县某局 .* 6 +\d+\n/);
  const details = await status(next, '2027-02-01', '--unit', 'bureau');
  expect(details).toContain('本年未再审视（5 项）\n  r1  擅自决定大额支出\n  r2  违规插手支付\n');
  const json = JSON.parse(await status(next, '2027-02-01', '-f', 'json')) as {
    units: { notSeenAgain: { id: string }[] }[];
  };
  expect(json.units[0]?.notSeenAgain.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5']);
  expect(await status(next, '2027-02-01', '-f', 'markdown')).toContain('| 本年未再审视 |');
});

test('what was reviewed in the year was looked at; last year’s reviews do not count', async () => {
  const config = (edition: number, earlier: number) =>
    `title: 次年\nscheme: own\nedition: ${edition}\neditions: {'${earlier}': x}\nclassification: 内部\n`;
  const list = async (edition: number) => {
    const data = twoUnits({ 'lianfang.yaml': config(edition, edition - 1) });
    const text = await status(data, `${edition}-12-01`, '--unit', 'office', '-f', 'json');
    const { units } = JSON.parse(text) as { units: { notSeenAgain: { id: string }[] }[] };
    return units[0]!.notSeenAgain.map(({ id }) => id);
  };
  // The chain of the cashier went through in March 2026.
  expect(await list(2026)).toEqual(['r1', 'r2', 'r3', 'r5', 'r6']);
  expect(await list(2027)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
});
