import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { canMissRisks } from './coverage.ts';
import { named } from '../called.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';
import { isBlank, isTodo } from '../todo.ts';

export const powerWithoutPoint = defineRule({
  meta: {
    code: 'LF302',
    name: 'power-without-point',
    title: '职权没有风险点',
    severity: 'error',
    rationale: '清权之后要逐项查找风险；一项职权没有风险点，要么漏查，要么应写明经查无风险。',
    basis: '各方案通行的“不漏项”要求',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    if (!scheme.scope.powers || !canMissRisks(context)) return;
    for (const power of relations.powers) {
      const { steps } = power;
      const examined =
        power.noRisk !== undefined ||
        isTodo(unit, at(power.ref, 'noRisk')) ||
        (steps.length > 0 && steps.every((step) => step.noRisk !== undefined));
      if (isBlank(power) || examined || relations.risksOfPower(power.id).length > 0) continue;
      report(power.ref, say`${{ power: named('power', power) }}没有风险点`, {
        assumed: isAssumed(scheme.scope, 'powers'),
        hint: '在风险点的 power 写上它；查过而没有的，写 noRisk 并说明理由',
      });
    }
  },
});
