import { say } from '../../diagnostics/message.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';

export const tooManyAtLevel = defineRule({
  meta: {
    code: 'LF334',
    name: 'too-many-at-level',
    title: '某一等级的比例超过方案的控制数',
    severity: 'warning',
    rationale: '方案控制高等级的比例，好把力量用在要害处；超过时要回头看定级是否从宽从严不一。',
  },
  check({ unit, scheme, assessment, report }) {
    const levels = [...assessment.risks.values()].flatMap(({ level }) => level ?? []);
    for (const limit of scheme.limits) {
      const { level, atMost } = limit;
      const count = levels.filter((other) => other === level).length;
      // Rounded up: a fifth of four points is one. The small term undoes binary fractions.
      if (count <= Math.ceil(levels.length * atMost - 1e-9)) continue;
      const share = Math.round((count / levels.length) * 100);
      report(
        unit.info.ref,
        say`${{ level }}等级有 ${{ count }} 个，占 ${{ points: levels.length }} 个风险点的 ${{ share }}%，超过方案的 ${{ limit: Math.round(atMost * 100) }}%`,
        { hint: '对照定级标准复核；情况属实的，用 ignore 写明理由', assumed: isAssumed(limit) },
      );
    }
  },
});
