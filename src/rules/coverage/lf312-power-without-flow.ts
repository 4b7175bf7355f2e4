import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { named } from '../called.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isBlank, isPending, isWhole } from '../todo.ts';

export const powerWithoutFlow = defineRule({
  meta: {
    code: 'LF312',
    name: 'power-without-flow',
    title: '职权没有运行流程',
    severity: 'error',
    rationale: '风险在流程的环节上；没有流程就找不到关键环节，也画不出权力运行流程图。',
  },
  check({ unit, scheme, relations, report }) {
    const { flows } = scheme.scope;
    if (flows === 'none' || !isWhole(unit, 'powers') || isPending(relations.powers)) return;
    const without = relations.powers.filter(
      (power) =>
        !isBlank(power) &&
        power.steps.length === 0 &&
        power.noRisk === undefined &&
        !hasTodo(unit, at(power.ref, 'steps')),
    );
    if (flows === 'all') {
      for (const power of without) {
        report(power.ref, say`${{ power: named('power', power) }}没有运行流程`, {
          assumed: isAssumed(scheme.scope, 'flows'),
          hint: '在 steps 逐个写出环节；查过没有风险的职权，写 noRisk',
        });
      }
    } else if (without.length > 0 && without.length === relations.powers.length) {
      report(unit.info.ref, '没有一项职权写了运行流程', {
        assumed: isAssumed(scheme.scope, 'flows'),
        hint: '至少为环节多的职权在 steps 写出环节',
      });
    }
  },
});
