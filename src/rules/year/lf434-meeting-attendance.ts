import { attendanceFault } from '../../calendar/obligations/attendance.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { say } from '../../diagnostics/message.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isTodo } from '../todo.ts';

export const meetingAttendance = defineRule({
  meta: {
    code: 'LF434',
    name: 'meeting-attendance',
    title: '会议没有人参加，或到会人数多于应到',
    severity: 'error',
    rationale:
      '写了日期的会议、培训、测试要说得清谁参加：一个人也没有写，等于没有开；到会多于应到、合格多于参加，数字就不是会上点出来的。这样的记录不算办过。',
  },
  check({ unit, report }) {
    for (const meeting of unit.meetings.filter(isOpen)) {
      const fault = attendanceFault(meeting);
      if (fault === undefined || isTodo(unit, at(meeting.ref, fault.key))) continue;
      report(
        at(meeting.ref, fault.key),
        say`${{ meeting: named('meeting', meeting) }}${{ why: fault.message }}`,
        { hint: '按签到册写上 participants 或 present，应到人数写 expected' },
      );
    }
  },
});
