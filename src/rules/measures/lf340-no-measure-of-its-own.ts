import { say } from '../../diagnostics/message.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isWhole } from '../todo.ts';

export const noMeasureOfItsOwn = defineRule({
  meta: {
    code: 'LF340',
    name: 'no-measure-of-its-own',
    title: '风险点没有自己的措施',
    severity: 'warning',
    rationale:
      '方案要求一个风险点有一个风险点的措施；几个风险点合用一条，写得再好也没有对准哪一个。',
    basis: '要求一对一制定措施的方案',
  },
  check({ unit, scheme, relations, report }) {
    if (!scheme.measures.oneToOne || !isWhole(unit, 'measures')) return;
    for (const risk of relations.risks) {
      const measures = relations.measuresOf(risk.id);
      const own = measures.filter(({ risks }) => risks.length === 1);
      if (measures.length === 0 || own.length > 0) continue;
      report(
        risk.ref,
        say`${{ risk: named('risk', risk) }}的${{ measure: scheme.words.measure }}都同时用于别的${{ riskPoint: scheme.words.riskPoint }}`,
        {
          hint: '为它单独制定一条措施',
          assumed: isAssumed(scheme.measures, 'oneToOne'),
        },
      );
    }
  },
});
