import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderFiles } from '../support/folder-files.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { runTyped } from '../support/transcript.ts';

const CASES = fileURLToPath(new URL('../cases/review/', import.meta.url));

/** A copy of one unit of the county without sign-offs, filings and notices of its own. */
function copyOf(unit: string): string {
  const folder = tempFolder();
  const own = /\/units\/[^/]+/;
  cpSync(COUNTY, folder, {
    recursive: true,
    filter: (path) => {
      const rest = path.slice(COUNTY.length);
      if (rest.startsWith('/schemes') || /\/(?:reviews|filings|notices)(?:\.|$)/.test(rest))
        return false;
      return !own.test(rest) || rest.startsWith(`/units/${unit}`);
    },
  });
  return folder;
}

/** Runs commands one after the other and writes down what each said, as a clerk would see it. */
async function transcript(
  folder: string,
  steps: readonly (string | (() => void))[],
): Promise<string> {
  let text = '';
  for (const step of steps) {
    if (typeof step === 'function') {
      step();
      text += '# 按退回意见修改\n\n';
      continue;
    }
    text += await runTyped(folder, step);
  }
  return text;
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

test('shaoxing: office, leader in charge, main leader, stationed body with its five parts, filing', async () => {
  const folder = copyOf('finance-bureau');
  const measures = 'units/finance-bureau/measures/office.yaml';
  const list = 'review list cashier --as-of 2026-03-31';
  const where = 'status --post cashier --as-of 2026-03-31';
  const text = await transcript(folder, [
    list,
    where,
    'review approve cashier --on 2026-03-02',
    'review submit cashier --on 2026-03-02',
    'review submit cashier --on 2026-03-02',
    list,
    where,
    'review approve cashier --stage 主要领导审核 --on 2026-03-03',
    'review approve cashier --on 2026-03-01',
    'review approve cashier --by cashier --on 2026-03-03',
    'review approve cashier --stage 科长审核 --on 2026-03-03',
    'review approve cashier --on 2026-03-03',
    'review approve cashier --stage 处室审核 --on 2026-03-03',
    list,
    where,
    'review approve cashier --on 2026-03-05',
    list,
    where,
    'review return cashier --on 2026-03-09',
    'review return cashier --on 2026-03-09 --opinion 第一条措施没有写明由谁复核',
    list,
    where,
    () =>
      edit(folder, measures, (before) =>
        before.replace(/(- id: o-07-m1\n {2}content: .*)/, '$1，复核人签字'),
      ),
    list,
    where,
    'review approve cashier --on 2026-03-10',
    'review submit cashier --on 2026-03-10',
    'review approve cashier --on 2026-03-10',
    'review approve cashier --on 2026-03-11',
    'review approve cashier --on 2026-03-12',
    list,
    where,
    'review file cashier --to 市纪委监委 --on 2026-03-13',
    'review approve o-07 --body 财政局纪检组 --on 2026-03-16',
    'review return o-07 --part 措施 --opinion 措施空泛 --on 2026-03-16',
    'review approve cashier --on 2026-03-16 --opinion 五项内容逐一审核，同意',
    list,
    where,
    'review approve cashier --on 2026-03-17',
    'review file cashier --to 市纪委监委 --by office-head --receipt 备〔2026〕12号 --on 2026-03-18',
    'verify',
    'check --fail-on warning --summary',
  ]);
  await expect(text).toMatchFileSnapshot(join(CASES, 'shaoxing.txt'));
  const reviews = parse(
    readFileSync(join(folder, 'units/finance-bureau/reviews.yaml'), 'utf8'),
  ) as { stage: string; parts?: Record<string, Record<string, string>> }[];
  const [last] = reviews.filter(({ stage }) => stage === '派驻机构审核');
  expect(Object.keys(last!.parts!['o-07']!)).toEqual([
    '风险点',
    '防控措施',
    '监督检查路径',
    '风险等级',
    '责任人',
  ]);
});

test('womens-federation: a form that is not approved goes back through the first three', async () => {
  const folder = copyOf('womens-federation');
  const list = 'review list accountant';
  const text = await transcript(folder, [
    'review submit accountant --on 2026-03-02',
    'review approve accountant --stage 单位查 --on 2026-03-05',
    'review approve accountant --stage 单位查 --attendance 9/11 --minutes 会纪〔2026〕2号 --on 2026-03-05',
    'review approve accountant --stage 民主评 --opinion 建议写明盘点次数 --on 2026-03-10',
    'review return accountant --opinion 不具体 --stage 民主评 --on 2026-03-10',
    'review approve accountant --stage 组织评 --attendance 4/5 --on 2026-03-12',
    'review publish accountant --on 2026-03-11 --until 2026-03-13',
    'review approve accountant --stage 组织评 --attendance 4/5 --on 2026-03-12',
    'review return accountant --stage 领导小组审定 --opinion 表现形式还要再查 --on 2026-03-16',
    list,
    'review approve accountant --stage 领导小组审定 --attendance 7/7 --on 2026-03-17',
    'review approve accountant --stage 单位查 --attendance 9/11 --on 2026-03-18',
    'review submit accountant --on 2026-03-18',
    'review approve accountant --stage 单位查 --attendance 10/11 --on 2026-03-19',
    'review approve accountant --stage 民主评 --on 2026-03-23',
    'review approve accountant --stage 组织评 --attendance 5/5 --on 2026-03-24',
    'review approve accountant --stage 领导小组审定 --attendance 7/7 --on 2026-03-26',
    list,
    'verify',
  ]);
  await expect(text).toMatchFileSnapshot(join(CASES, 'womens-federation.txt'));
});

test('cigarette-factory: three chains by rank, and a small department that must attend in full', async () => {
  const folder = copyOf('cigarette-factory');
  const text = await transcript(folder, [
    'review list director purchasing-head buyer purchasing unit',
    'review submit buyer --on 2026-08-10',
    'review approve buyer --stage 征求相关人员意见 --opinion 同意 --on 2026-08-12',
    'review approve buyer --stage 部门会议审核 --on 2026-08-14',
    'review approve buyer --stage 部门会议审核 --attendance 1/3 --on 2026-08-14',
    'review approve buyer --stage 部门会议审核 --attendance 3/3 --minutes 物采会〔2026〕5号 --on 2026-08-14',
    'review approve buyer --stage 上一级领导审核 --on 2026-08-17',
    'review approve buyer --stage 办公室评审登记 --on 2026-08-20',
    'review submit purchasing-head --on 2026-08-10',
    'review approve purchasing-head --stage 征求相关人员意见 --on 2026-08-12',
    'review approve purchasing-head --stage 部门会议确定 --attendance 12/15 --on 2026-08-14',
    'review approve purchasing-head --stage 部门会议确定 --attendance 3/3 --on 2026-08-14',
    'review approve purchasing-head --stage 分管厂领导审核 --by director --on 2026-08-18',
    'review approve purchasing-head --stage 分管厂领导审核 --on 2026-08-18',
    'review return purchasing-head --stage 办公室评审登记 --opinion 等级偏低 --on 2026-08-19 --dry-run',
    'review approve purchasing-head --stage 办公室评审登记 --on 2026-08-20',
    'review submit director --on 2026-08-10',
    'review approve director --stage 分管部门提出意见 --on 2026-08-13',
    'review approve director --stage 办公室综合意见 --on 2026-08-20',
    'review approve director --stage 厂党委会审核 --attendance 4/4 --minutes 党委会纪〔2026〕9号 --on 2026-08-25',
    'review list director purchasing-head buyer',
    'verify',
  ]);
  await expect(text).toMatchFileSnapshot(join(CASES, 'cigarette-factory.txt'));
});

test('bureau-two-lists: six steps in batches, and 公示', async () => {
  const folder = copyOf('statistics-bureau');
  const text = await transcript(folder, [
    'review list accountant accounts unit',
    'review submit --department accounts --by publisher --on 2026-04-01',
    'review approve --department accounts --stage 科室（队）排查 --attendance 2/2 --on 2026-04-08',
    'review approve --department accounts --stage 分管领导审核 --on 2026-04-10 --dry-run',
    'review approve --department accounts --stage 分管领导审核 --on 2026-04-10',
    'review approve --department accounts --stage 单位汇总 --on 2026-04-15',
    'review approve --department accounts --stage 领导小组审定 --attendance 6/7 --minutes 局会纪〔2026〕4号 --on 2026-04-20',
    'review publish publisher --on 2026-04-21 --until 2026-04-27',
    'review approve --department accounts --stage 征求意见 --opinion 没有意见 --on 2026-04-22',
    'review list accounts accounts-head publisher',
    'review publish accounts accounts-head publisher --on 2026-04-21 --until 2026-04-27',
    'review publish accounts accounts-head publisher --by deputy-data --on 2026-04-23 --until 2026-04-29',
    'review approve --all --stage 征求意见 --on 2026-04-30',
    'verify',
  ]);
  await expect(text).toMatchFileSnapshot(join(CASES, 'bureau-two-lists.txt'));
});

test('a proposal to raise a level becomes the letter that the scheme has for it', async () => {
  const folder = copyOf('town');
  rmSync(join(folder, 'units/town/letters.yaml'));
  const propose = 'review propose trustee --level 一级 --body 镇纪委 --on 2026-09-15';
  await runTyped(folder, `${propose} --opinion 查实两笔付款缺少签字`);
  await runTyped(folder, 'report 调整风险等级建议书 --format txt --out out');
  const [paper] = [...folderFiles(join(folder, 'out'))].map(([, bytes]) => bytes.toString());
  const text = paper!.replaceAll(/\s/g, '');
  expect(text).toContain('镇党委：');
  expect(text).toContain('镇纪委现就提高“村级资金代理会计”的风险等级提出以下建议。');
  expect(text).toContain('1.查实两笔付款缺少签字。');
  expect(text).toContain('1.将“村级资金代理会计”的风险等级由二级调整为一级。');
  expect(text).toContain('镇纪委2026年9月15日');
  const { code, out } = await runCli(['check'], { cwd: folder });
  expect(out.match(/letters/g)).toBeNull();
  expect(code).toBe(0);
});

test('a scheme without a paper for proposals has no letter written', async () => {
  const folder = copyOf('audit-bureau');
  const propose = 'review propose d-01 --level 高 --body 县纪委 --on 2026-09-15 --opinion 信访集中';
  expect(await runTyped(folder, propose)).toContain('建议由低提为高');
  const letters = 'units/audit-bureau/letters.yaml';
  expect(readFileSync(join(folder, letters))).toEqual(readFileSync(join(COUNTY, letters)));
});
