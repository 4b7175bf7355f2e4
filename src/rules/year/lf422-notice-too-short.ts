import { say } from '../../diagnostics/message.ts';
import { noticeAskedFor } from '../../calendar/notice-end.ts';
import { daysBetween } from '../../calendar/workdays.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const noticeTooShort = defineRule({
  meta: {
    code: 'LF422',
    name: 'notice-too-short',
    title: '公示期短于方案的规定',
    severity: 'error',
    rationale: '公示天数首尾两天都算；不足方案规定的天数，公示不算完成，应当补足或者重新公示。',
  },
  check({ unit, scheme, project, report }) {
    for (const notice of unit.notices.filter(isOpen)) {
      const { from, to } = notice;
      const within = noticeAskedFor(notice, scheme)?.within;
      if (within === undefined || from === undefined || to === undefined || to < from) continue;
      const days = daysBetween(from, to, within.dayKind, project.holidays);
      if (days >= within.days) continue;
      const kind = within.dayKind === 'workday' ? '个工作日' : '天';
      report(
        at(notice.ref, 'to'),
        say`${{ notice: named('notice', notice) }}公示了 ${{ days }} ${{ kind }}，方案规定 ${{ asked: within.days }} ${{ kind }}`,
        {
          hint: '延长公示，或者重新公示',
        },
      );
    }
  },
});
