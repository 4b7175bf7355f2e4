import { say } from '../../diagnostics/message.ts';
import { defineRule } from '../rule.ts';

const ENOUGH = 20;
/** A list is a pyramid: many small points are right. Above this the grave ones can no longer be seen. */
const MOST = 0.7;

export const drownedInTrifles = defineRule({
  meta: {
    code: 'LF347',
    name: 'drowned-in-trifles',
    title: '清单淹没在最低等级的风险点中',
    severity: 'warning',
    rationale:
      '小事列了一大串，要害处反而看不见，是基层清单最常受的批评；也可能是等级普遍压低了。20 个以上风险点中最低一级超过七成才提醒，只有两级的方案不看。',
  },
  check({ unit, scheme, assessment, report }) {
    // Of two levels the lower one is not yet a trifle.
    if (scheme.levels.length < 3) return;
    const levels = [...assessment.risks.values()].flatMap(({ level }) => level ?? []);
    const lightest = scheme.levels.at(-1)?.id ?? '';
    const count = levels.filter((level) => level === lightest).length;
    // All at one level is LF335's.
    if (levels.length < ENOUGH || count <= levels.length * MOST || count === levels.length) return;
    const share = Math.round((count / levels.length) * 100);
    report(
      unit.info.ref,
      say`${{ points: levels.length }} 个风险点中有 ${{ count }} 个（${{ share }}%）是最低的「${{ lightest }}」`,
      {
        hint: '合并或删去无关紧要的，对照定级标准看有没有定低，再查人、财、物、事各要害处有没有漏',
      },
    );
  },
});
