import { unmetBefore } from '../../calendar/obligations/unmet-before.ts';
import { say } from '../../diagnostics/message.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { isOpen } from '../../scheme/relations.ts';
import { defineRule } from '../rule.ts';
import { calendarOf, signOffsOf } from './sign-offs.ts';

export const aheadOfNotice = defineRule({
  meta: {
    code: 'LF413',
    name: 'ahead-of-notice',
    title: '应先公示的没有公示，就办了后面的审核环节',
    severity: 'warning',
    rationale:
      '方案把公示排在两个审核环节之间，是要后面定的时候听得到群众的意见；公示还没有开始就定了，意见就没有地方用。',
    basis: '公示排在审核环节之间的方案（duties 中写了 before 的）',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    const stages = new Set(scheme.duties.flatMap(({ before }) => before ?? []));
    const states = stages.size === 0 ? undefined : signOffsOf(context);
    if (states === undefined) return;
    const input = calendarOf(context);
    for (const { ref, act, stage, on, items } of unit.reviews.filter(isOpen)) {
      if (act === '退回' || act === '建议提级' || !stages.has(stage)) continue;
      const points = Object.keys(items).flatMap(
        (key) => states.items.byKey.get(key)?.risk?.id ?? [],
      );
      for (const { duty, points: open } of unmetBefore(stage, points, on, input)) {
        const names = open.slice(0, NAMED).map((id) => `「${relations.riskById.get(id)!.name}」`);
        const more = open.length > NAMED ? '等' : '';
        report(
          ref,
          say`「${{ stage }}」之前应先「${{ duty: duty.title }}」，还没有办的有 ${{ count: open.length }} 个风险点：${{ points: names.join('') }}${more}`,
          {
            on: 'key',
            hint: `已经公示的，用 lianfang review publish --duty ${duty.id} 补记；没有公示的，公示后重新办「${stage}」`,
            assumed: isAssumed(duty, 'before'),
          },
        );
      }
    }
  },
});
const NAMED = 3;
