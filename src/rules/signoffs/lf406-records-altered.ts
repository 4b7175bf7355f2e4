import { brokenLinks } from '../../signoff/digests/record-chain.ts';
import { defineRule } from '../rule.ts';
import { isWhole } from '../todo.ts';

export const recordsAltered = defineRule({
  meta: {
    code: 'LF406',
    name: 'records-altered',
    title: '审核记录不是命令写成的样子',
    severity: 'error',
    rationale:
      '每条审核记录带有自己和上一条的摘要；摘要对不上，说明记录被改过、抄过、抽走过，审核就不能作数。',
  },
  check({ unit, report }) {
    if (!isWhole(unit, 'reviews')) return;
    const end = unit.reviews.at(-1);
    for (const { record, message } of brokenLinks(unit)) {
      const ref = (record ?? end ?? unit.info).ref;
      report(ref, message, { on: 'key', hint: '用 lianfang verify 查清，从 git 或备份恢复' });
    }
  },
});
