import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTY } from './repositories.ts';
import { runCli } from './run-cli.ts';

/**
 * Writes the sign-offs of the example county anew, by the commands: one unit signed through, one with
 * departments at every state. To be run when the content of these units changes:
 * `npm run sign-examples`
 */
const ACTS: Readonly<Record<string, readonly string[]>> = {
  'womens-federation': [
    'submit --all --by archivist --on 2026-03-03',
    'approve --all --stage 单位查 --attendance 10/11 --minutes 妇会纪〔2026〕3号 --on 2026-03-10',
    'approve --all --stage 民主评 --opinion 群众代表和分管领导没有不同意见 --on 2026-03-17',
    'return accountant --opinion 表现形式与岗位职责再对一遍 --on 2026-03-19',
    'submit accountant --on 2026-03-20',
    'approve accountant --stage 单位查 --attendance 9/11 --minutes 妇会纪〔2026〕4号 --on 2026-03-23',
    'approve accountant --stage 民主评 --on 2026-03-24',
    'approve --all --stage 组织评 --attendance 4/5 --on 2026-03-25',
    'approve --all --stage 领导小组审定 --attendance 7/7 --minutes 妇领纪〔2026〕1号 --on 2026-03-27',
  ],
  'finance-bureau': [
    'submit --department office --by secretary --on 2026-02-02',
    'approve --department office --stage 处室审核 --on 2026-02-05',
    'approve --department office --stage 分管领导审核 --on 2026-02-10',
    'return cashier --opinion 第一条措施没有写明交接怎样留痕 --on 2026-02-12',
    'approve cashier --stage 处室审核 --opinion 交接单已写明三方签字，维持原文 --on 2026-02-13',
    'approve cashier --stage 分管领导审核 --on 2026-02-24',
    'approve --department office --stage 主要领导审核 --on 2026-02-26',
    'approve --department office --stage 派驻机构审核 --opinion 五项内容逐一审核，同意 --on 2026-03-06',
    'submit --department treasury --by account-clerk --on 2026-02-03',
    'approve --department treasury --stage 处室审核 --on 2026-02-06',
    'approve --department treasury --stage 分管领导审核 --on 2026-02-11',
    'approve --department treasury --stage 主要领导审核 --on 2026-02-26',
    'submit --department procurement --by complaint-clerk --on 2026-02-04',
    'approve procurement complaint-clerk --stage 处室审核 --on 2026-02-09',
    'return procurement --opinion 风险点与投诉处理岗的重复 --on 2026-02-12',
  ],
};

for (const [unit, acts] of Object.entries(ACTS)) {
  for (const name of ['reviews.yaml', 'reviews.head', 'reviews']) {
    rmSync(join(COUNTY, 'units', unit, name), { recursive: true, force: true });
  }
  for (const act of acts) {
    const words = ['-C', COUNTY, '--quiet', 'review', ...act.split(' '), '--unit', unit];
    const { code, err } = await runCli(words);
    if (code !== 0) throw new Error(`${act}\n${err}`);
  }
}
