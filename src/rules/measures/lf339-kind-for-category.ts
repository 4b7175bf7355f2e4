import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isWhole } from '../todo.ts';

export const kindForCategory = defineRule({
  meta: {
    code: 'LF339',
    name: 'kind-for-category',
    title: '措施的类型与风险类别不对应',
    severity: 'warning',
    rationale:
      '方案按风险类别规定措施：流程上的风险要改流程，制度上的要改制度；一概用教育来对付，病没有治到。',
    basis: '规定各类风险用哪类措施的方案',
  },
  check({ unit, scheme, relations, report }) {
    const { kindByCategory } = scheme.measures;
    if (!isWhole(unit, 'measures')) return;
    for (const risk of relations.risks) {
      const wanted = kindByCategory[risk.category ?? ''];
      const measures = relations.measuresOf(risk.id);
      if (wanted === undefined || measures.length === 0) continue;
      if (measures.some((one) => one.kind === wanted || hasTodo(unit, at(one.ref, 'kind'))))
        continue;
      report(
        risk.ref,
        say`${{ risk: named('risk', risk) }}属于${{ category: risk.category! }}，没有一条措施是「${{ kind: wanted }}」`,
        {
          hint: `增加一条「${wanted}」的措施，或者核对风险类别`,
          assumed: isAssumed(scheme.measures, 'kindByCategory'),
        },
      );
    }
  },
});
