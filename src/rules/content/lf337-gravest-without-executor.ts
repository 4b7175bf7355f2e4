import { measuresAgainst } from '../../scheme/relations.ts';
import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isBlank, isTodo } from '../todo.ts';

export const gravestWithoutExecutor = defineRule({
  meta: {
    code: 'LF337',
    name: 'gravest-without-executor',
    title: '最高等级的风险点，措施没有执行人或时限',
    severity: 'warning',
    rationale: '等级最高的风险点更要落实到人、到时间，只有一句原则等于没有防。',
  },
  check({ unit, scheme, relations, assessment, report }) {
    const [gravest] = scheme.levels;
    for (const risk of relations.risks) {
      if (assessment.risks.get(risk.id)?.level !== gravest?.id) continue;
      const measures = measuresAgainst(risk, relations).filter((measure) => !isBlank(measure));
      if (measures.length === 0) continue;
      const hasExecutor = measures.some(
        (measure) => measure.executor !== undefined || isTodo(unit, at(measure.ref, 'executor')),
      );
      const hasDue = measures.some(
        (measure) =>
          measure.due !== undefined ||
          measure.status === '长期坚持' ||
          isTodo(unit, at(measure.ref, 'due')),
      );
      const lacking = [...(hasExecutor ? [] : ['执行人']), ...(hasDue ? [] : ['完成时限'])];
      if (lacking.length === 0) continue;
      report(
        risk.ref,
        say`${{ risk: named('risk', risk) }}为${{ level: gravest?.id ?? '' }}，措施都没有写${{ lacking: lacking.join('和') }}`,
        {
          hint: '在至少一条措施上写明 executor 和 due',
        },
      );
    }
  },
});
