import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isBlank, isWhole } from '../todo.ts';

export const methodUnused = defineRule({
  meta: {
    code: 'LF310',
    name: 'method-unused',
    title: '方案要求的查找方式没有用过',
    severity: 'error',
    rationale: '方案要求自己找、群众提等几种方式都走一遍；一条风险点也没有由此而来，多半没有做。',
  },
  check({ unit, scheme, relations, report }) {
    const required = scheme.identification.methods.filter((method) => method.required);
    if (required.length === 0 || relations.risks.length === 0 || !isWhole(unit, 'risks')) return;
    const undecided = relations.risks.some(
      (risk) => isBlank(risk) || hasTodo(unit, at(risk.ref, 'foundBy')),
    );
    if (undecided || hasTodo(unit, at(unit.info.ref, 'notApplicable'))) return;
    const used = new Set([
      ...relations.risks.flatMap((risk) => risk.foundBy),
      ...unit.info.notApplicable.map((absence) => absence.method),
    ]);
    for (const { id, also, assumed } of required) {
      if ([id, ...also].some((word) => used.has(word))) continue;
      report(unit.info.ref, say`没有一个风险点是由「${{ method: id }}」找到的`, {
        assumed: isAssumed({ assumed }) || isAssumed(scheme.identification, 'methods'),
        hint: '做过的，在风险点的 foundBy 写上；没有条件做的，在 unit.yaml 的 notApplicable 写明',
      });
    }
  },
});
