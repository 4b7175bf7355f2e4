import { say } from '../../diagnostics/message.ts';
import { assessUnit } from '../../scheme/assess.ts';
import { relate } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { ratedRecords } from '../content/rated.ts';
import { defineRule } from '../rule.ts';

export const levelRose = defineRule({
  meta: {
    code: 'LF353',
    name: 'level-rose',
    title: '等级比往年上升',
    severity: 'warning',
    needs: 'earlier',
    rationale:
      '有的通知规定，措施不落实、管理不到位使等级上升的要追究责任；等级升了就要查明原因，不能只改一个字。只在方案有此规定、用 check --against 指明往年版本时检查；两年都按现在的方案定级，比较的是情况而不是办法的变化。',
  },
  check(context) {
    const { scheme, earlier, report } = context;
    const { levelRise } = scheme;
    if (levelRise === undefined || earlier === undefined) return;
    const relations = relate(earlier, scheme);
    const assessment = assessUnit(earlier, scheme, relations);
    const before = ratedRecords({ scheme, relations, assessment });
    const gravity = (level: string | undefined) =>
      scheme.levels.findIndex(({ id }) => id === level);
    for (const { kind, record, assessed } of ratedRecords(context)) {
      const ids = new Set([record.id, ...record.formerly]);
      const was = before.find((rated) => ids.has(rated.record.id))?.assessed.level;
      const { level } = assessed;
      if (was === undefined || level === undefined || gravity(level) >= gravity(was)) continue;
      const clause = levelRise.clause === undefined ? '' : `（${levelRise.clause}）`;
      report(
        record.ref,
        say`${{ record: named(kind, record) }}的等级由${{ was }}上升为${{ level }}，方案规定要追究责任${{ clause }}`,
        { hint: '查明上升的原因；措施不落实、管理不到位的按规定追究，其他原因用 ignore 写明' },
      );
    }
  },
});
