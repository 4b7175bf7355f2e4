import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { subjectOf } from '../../scheme/relations.ts';
import { canMissRisks, hasSubject } from './coverage.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';
import { isTodo } from '../todo.ts';

const SUBJECT_KEYS = ['post', 'department', 'unit'] as const;

export const unitWithoutPoint = defineRule({
  meta: {
    code: 'LF311',
    name: 'unit-without-point',
    title: '单位层面没有风险点',
    severity: 'error',
    rationale: '议事决策、制度机制的风险不属于哪一个岗位，要在单位层面查找。',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    if (!scheme.scope.unit || !hasSubject(context, 'unit') || !canMissRisks(context)) return;
    if (relations.risksOfUnit.length > 0 || unit.info.noRisk !== undefined) return;
    if (isTodo(unit, at(unit.info.ref, 'noRisk'))) return;
    const undecided = relations.risks.some(
      (risk) =>
        subjectOf(risk) === undefined &&
        SUBJECT_KEYS.some((key) => isTodo(unit, at(risk.ref, key))),
    );
    if (undecided) return;
    report(unit.info.ref, say`${{ unit: scheme.words.unit }}层面没有风险点`, {
      assumed: isAssumed(scheme.scope, 'unit'),
      hint: '补上 unit: true 的风险点；查过而没有的，在 unit.yaml 写 noRisk',
    });
  },
});
