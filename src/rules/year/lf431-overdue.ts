import { say } from '../../diagnostics/message.ts';
import { dutiesOf } from '../../calendar/duties.ts';
import { stateOf } from '../../calendar/duty.ts';
import { defineRule } from '../rule.ts';
import { calendarOf } from '../signoffs/sign-offs.ts';

export const overdue = defineRule({
  meta: {
    code: 'LF431',
    name: 'overdue',
    title: '事项逾期',
    severity: 'warning',
    needs: 'day',
    rationale:
      '过了方案或记录写明的日期还没有办结。只在用 check --as-of 指明日期时检查；逐项情况用 lianfang due 查看。',
  },
  check(context) {
    const { asOf, unit, report } = context;
    if (asOf === undefined) return;
    for (const duty of dutiesOf(calendarOf(context))) {
      if (stateOf(duty, asOf) !== 'overdue') continue;
      report(
        duty.ref ?? unit.ref,
        say`${{ duty: duty.title }}应在 ${{ due: duty.due ?? '' }} 前办结，已逾期`,
        { hint: '办结后写上日期，或写明延期' },
      );
    }
  },
});
