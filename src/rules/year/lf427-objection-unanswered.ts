import { say } from '../../diagnostics/message.ts';
import { noticeEnd } from '../../calendar/notice-end.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { lastDayOf } from '../signoffs/sign-offs.ts';
import { isTodo } from '../todo.ts';

export const objectionUnanswered = defineRule({
  meta: {
    code: 'LF427',
    name: 'objection-unanswered',
    title: '公示期满仍有意见没有处理',
    severity: 'warning',
    needs: 'day',
    rationale:
      '公示是为了听意见；期满还没有处理，就去审定、备案，意见等于没有收到。指明 --as-of 时以那一天判断是否期满，不指明时看有没有期满以后的记录。',
  },
  check({ unit, scheme, project, asOf, report }) {
    const today = asOf ?? lastDayOf(unit);
    for (const notice of unit.notices.filter(isOpen)) {
      const end = noticeEnd(notice, scheme, project.holidays)?.day;
      if (end === undefined || today === undefined || today <= end) continue;
      for (const [index, { handling }] of notice.objections.entries()) {
        const ref = at(notice.ref, 'objections', index);
        if (handling !== undefined || isTodo(unit, at(ref, 'handling'))) continue;
        report(
          ref,
          say`${{ notice: named('notice', notice) }}在 ${{ end }} 期满，这条意见还没有处理`,
          {
            hint: '处理后写上 handling 和 handledOn',
          },
        );
      }
    }
  },
});
