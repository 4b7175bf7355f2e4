import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

const HINT = '按会议纪要或签字的日期核对';

export const reviewDates = defineRule({
  meta: {
    code: 'LF404',
    name: 'review-dates',
    title: '审核日期倒置或没有写',
    severity: 'error',
    rationale: '审核不会早于填报，后一环节不会早于前一环节；日期倒置，多半是事后补的。',
  },
  check(context) {
    reportFaults(context, ['dates'], HINT);
    const { asOf, unit, report } = context;
    if (asOf === undefined) return;
    for (const { ref, stage, on } of unit.reviews) {
      if (on === undefined || on <= asOf) continue;
      report(at(ref, 'on'), say`「${{ stage }}」的日期 ${{ on }} 在 ${{ asOf }} 之后`, {
        hint: HINT,
      });
    }
  },
});
