import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTY } from './repositories.ts';
import { runCli } from './run-cli.ts';

/** What commands write in a unit of the example county: the files that hold nothing else, and the commands. */
type Written = { readonly files: readonly string[]; readonly commands: readonly string[] };

/** Who signs the notice of each department of the subdistrict: the leader in charge of it. */
const SIGNERS = {
  safety: 'deputy-build',
  city: 'deputy-build',
  demolition: 'deputy-build',
  'community-party': 'deputy-people',
  'party-office': 'secretary',
};

/**
 * Writes the sign-offs and the records of the year of some units of the example county anew, by the
 * commands: three to the end of a good year, one with departments at every state. To be run when the
 * content of these units changes: `npm run sign-examples`
 */
const UNITS: Readonly<Record<string, Written>> = {
  'womens-federation': {
    files: ['reviews', 'meetings', 'evaluations'],
    commands: [
      'add meeting --duty mobilisation --kind 动员会 --on 2026-02-25 --by 领导小组 --chair chair --participants 全体在岗人员=11 --expected 11 --topics 传达区里的实施意见，讲解查找风险点的方法 --conclusion 各科室三月起自查',
      'review submit --all --by archivist --on 2026-03-03',
      'review approve --all --stage 单位查 --attendance 10/11 --minutes 妇会纪〔2026〕3号 --on 2026-03-10',
      'review approve --all --stage 民主评 --opinion 群众代表和分管领导没有不同意见 --on 2026-03-17',
      'review return accountant --opinion 表现形式与岗位职责再对一遍 --on 2026-03-19',
      'review submit accountant --on 2026-03-20',
      'review approve accountant --stage 单位查 --attendance 9/11 --minutes 妇会纪〔2026〕4号 --on 2026-03-23',
      'review approve accountant --stage 民主评 --on 2026-03-24',
      'review approve --all --stage 组织评 --attendance 4/5 --on 2026-03-25',
      'review approve --all --stage 领导小组审定 --attendance 7/7 --minutes 妇领纪〔2026〕1号 --on 2026-03-27',
      'complete measure a-02-m1 --status 已完成 --done-on 2026-05-28 --evidence 修订后的报销制度',
      'add evaluation --duty appraisal --on 2026-12-25 --participants 全体在岗人员=11 --conclusion 防范工作列入年度考核，各科室均为合格',
      'add evaluation --duty correction --on 2026-12-28 --participants 领导小组=7 --conclusion 风险点没有增减，两条措施的时限明年提前',
    ],
  },
  'finance-bureau': {
    files: ['reviews'],
    commands: [
      'review submit --department office --by secretary --on 2026-02-02',
      'review approve --department office --stage 处室审核 --on 2026-02-05',
      'review approve --department office --stage 分管领导审核 --on 2026-02-10',
      'review return cashier --opinion 第一条措施没有写明交接怎样留痕 --on 2026-02-12',
      'review approve cashier --stage 处室审核 --opinion 交接单已写明三方签字，维持原文 --on 2026-02-13',
      'review approve cashier --stage 分管领导审核 --on 2026-02-24',
      'review approve --department office --stage 主要领导审核 --on 2026-02-26',
      'review approve --department office --stage 派驻机构审核 --opinion 五项内容逐一审核，同意 --on 2026-03-06',
      'review submit --department treasury --by account-clerk --on 2026-02-03',
      'review approve --department treasury --stage 处室审核 --on 2026-02-06',
      'review approve --department treasury --stage 分管领导审核 --on 2026-02-11',
      'review approve --department treasury --stage 主要领导审核 --on 2026-02-26',
      'review submit --department procurement --by complaint-clerk --on 2026-02-04',
      'review approve procurement complaint-clerk --stage 处室审核 --on 2026-02-09',
      'review return procurement --opinion 风险点与投诉处理岗的重复 --on 2026-02-12',
    ],
  },
  'government-offices': {
    files: ['reviews', 'meetings', 'filings'],
    commands: [
      'add meeting --kind 讨论会 --on 2026-08-12 --by 党总支、支部 --chair deputy --participants 全体在岗人员=9 --expected 9 --topics 对照原表逐项核查 --conclusion 四个科室的原表都有遗漏，各自补充',
      'review submit --all --by deputy --on 2026-08-17',
      'review return canteen-buyer --opinion 验收环节写得不具体 --on 2026-08-18',
      'review submit canteen-buyer --on 2026-08-19',
      'review approve --all --stage 支部核查 --attendance 5/5 --on 2026-08-24',
      'review file vehicles --duty risk-summary --on 2026-09-01',
      'review file reception --duty risk-summary --on 2026-09-01',
      'review file premises --duty risk-summary --on 2026-09-02',
      'review file canteen --duty risk-summary --on 2026-09-04',
      'complete measure v-01-m1 --status 已完成 --done-on 2026-11-10 --evidence 竞价公告',
      'complete filing fl-0004 --receipt 党委收〔2026〕12号 --received-on 2026-09-04',
    ],
  },
  subdistrict: {
    files: ['reviews', 'notices', 'filings'],
    commands: [
      'review submit --all --by party-head --on 2026-08-08',
      'review approve secretary deputy-build deputy-people --stage 讨论会研究 --attendance 3/3 --on 2026-08-09',
      ...['safety', 'demolition'].map(
        (department) =>
          `review approve --department ${department} --stage 讨论会研究 --attendance 2/2 --on 2026-08-10`,
      ),
      ...['city', 'community-party', 'party-office'].map(
        (department) =>
          `review approve --department ${department} --stage 讨论会研究 --attendance 1/1 --on 2026-08-10`,
      ),
      'review approve --all --stage 领导班子讨论 --attendance 3/3 --on 2026-08-11',
      'review approve --all --stage 听取意见 --opinion 意见已经吸收 --on 2026-08-13',
      'review approve --all --stage 分管领导审核 --on 2026-08-19',
      ...Object.entries(SIGNERS).map(
        ([department, post]) =>
          `review publish ${department} --on 2026-08-21 --until 2026-08-27 --by ${post}`,
      ),
      'complete notice nt-0001 --objections on=2026-08-24,content=建议公布每家企业一年查几次,handling=采纳，检查频次标准随年度计划公布',
      'complete stage 宣传动员部署 --done-on 2026-08-05',
      'complete stage 查找廉政风险点 --done-on 2026-08-10',
      'complete stage 评估风险等级 --done-on 2026-08-14',
      'complete stage 落实整改与建章立制 --done-on 2026-08-20',
      'complete stage 公示 --done-on 2026-08-27',
      'complete stage 总结 --done-on 2026-08-31',
      ...Object.keys(SIGNERS).map(
        (department) => `review file ${department} --duty department-summary --on 2026-08-31`,
      ),
    ],
  },
};

for (const [unit, { files, commands }] of Object.entries(UNITS)) {
  for (const file of files) {
    for (const name of [`${file}.yaml`, `${file}.head`, file]) {
      rmSync(join(COUNTY, 'units', unit, name), { recursive: true, force: true });
    }
  }
  for (const command of commands) {
    const words = ['-C', COUNTY, '--quiet', ...command.split(' '), '--unit', unit];
    const { code, err } = await runCli(words);
    // What a file kept by hand says already is not written again.
    if (code !== 0 && !err.includes('不改写')) throw new Error(`${command}\n${err}`);
  }
}
