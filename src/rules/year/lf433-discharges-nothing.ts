import type { DeedFault } from '../../calendar/obligations/deed-faults.ts';
import { dischargesOf } from '../../calendar/obligations/discharge.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { say } from '../../diagnostics/message.ts';
import { defineRule } from '../rule.ts';
import { calendarOf } from '../signoffs/sign-offs.ts';
import { isTodo } from '../todo.ts';

const HINTS: Readonly<Record<DeedFault['kind'], string>> = {
  unknown: '写方案 duties 中的编号，用 lianfang due --all 查看',
  subject: '写明是谁的、只写要求办理的对象',
  period: '写成 2026年第一季度、2026年上半年、2026年',
  body: '由方案规定的主体办理、报给方案规定的机关',
  signer: '由方案规定的人签字后写上',
  content: '补齐后再算办结',
  audience: '向社会公开后改写，或者核对办理事项',
  attendance: '补上参加人员，没有参加的重新召开',
};

export const dischargesNothing = defineRule({
  meta: {
    code: 'LF433',
    name: 'discharges-nothing',
    title: '记录不合办理事项的要求，不能算办过',
    severity: 'warning',
    rationale:
      '方案对公示、备案、检查、评议规定了由谁办、对谁、办多久、谁签字；缺一样或者写的是别人的事，这条记录就不能算办结，所办的事仍然列为未办。',
  },
  check(context) {
    for (const { deed, faults } of dischargesOf(calendarOf(context))) {
      for (const { kind, key, message } of faults) {
        const ref = at(deed.record.ref, key);
        // Days, telephone and signature of a notice: LF422 and LF423; who came to a meeting: LF434.
        if (kind === 'content' || isTodo(context.unit, ref)) continue;
        if (key === 'signedBy' && deed.signedBy === undefined) continue;
        context.report(ref, say`「${{ record: deed.record.id }}」不能算办过：${{ why: message }}`, {
          hint: HINTS[kind],
        });
      }
    }
  },
});
