import { dischargesOf } from '../../calendar/obligations/discharge.ts';
import { say } from '../../diagnostics/message.ts';
import { defineRule } from '../rule.ts';
import { calendarOf } from '../signoffs/sign-offs.ts';

export const dutyNotNamed = defineRule({
  meta: {
    code: 'LF432',
    name: 'duty-not-named',
    title: '记录没有写明办的是哪一件事',
    severity: 'warning',
    rationale:
      '同一种记录对得上方案的几项办理事项，又没有用 duty 写明是哪一项，就不能算哪一项办过。只对得上一项的不必写。',
  },
  check(context) {
    for (const { deed, fitting } of dischargesOf(calendarOf(context))) {
      if (fitting.length === 0) continue;
      const ids = fitting.map(({ id, title }) => `${id}（${title}）`).join('、');
      context.report(
        deed.record.ref,
        say`「${{ record: deed.record.id }}」对得上 ${{ count: fitting.length }} 项办理事项，没有写明是哪一项`,
        { on: 'key', hint: `用 duty 写明：${ids}` },
      );
    }
  },
});
