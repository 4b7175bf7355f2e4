import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { findRecord } from '../lookup.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isBlank, isTodo, isWhole } from '../todo.ts';

export const pointWithoutPower = defineRule({
  meta: {
    code: 'LF321',
    name: 'point-without-power',
    title: '风险点没有落到职权或环节',
    severity: 'info',
    rationale:
      '离开业务流程找风险容易泛泛而谈；落到职权和环节，措施才有着力点。思想、外部环境类的可以不落。',
  },
  check({ project, unit, relations, report }) {
    if (relations.powers.length === 0 || !isWhole(unit, 'powers')) return;
    for (const risk of relations.risks) {
      if (isBlank(risk) || risk.appliesTo !== undefined) continue;
      if (risk.power === undefined) {
        if (isTodo(unit, at(risk.ref, 'power'))) continue;
        report(risk.ref, say`${{ risk: named('risk', risk) }}没有对应职权`, {
          hint: '在 power 写上职权；与具体职权无关的可以不写',
        });
        continue;
      }
      const power = findRecord(project, unit, 'power', risk.power);
      if (power === undefined || power.steps.length < 2 || risk.step !== undefined) continue;
      if (isTodo(unit, at(risk.ref, 'step'))) continue;
      report(
        at(risk.ref, 'power'),
        say`${{ risk: named('risk', risk) }}没有落到${{ power: named('power', power) }}的环节`,
        {
          hint: `在 step 写上环节：${power.steps.map(({ id }) => id).join('、')}`,
        },
      );
    }
  },
});
