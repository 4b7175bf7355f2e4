import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';
import { isBlank, isTodo, isWhole } from '../todo.ts';

export const majorMatterMissing = defineRule({
  meta: {
    code: 'LF307',
    name: 'major-matter-missing',
    title: '三重一大事项没有职权对应',
    severity: 'error',
    rationale:
      '重大事项决策是风险最集中的地方，每一类都要有职权对应；确实不涉及的，写明由谁认定、为什么。',
  },
  check({ unit, scheme, relations, report }) {
    if (!isWhole(unit, 'powers')) return;
    const undecided = relations.powers.some(
      (power) => isBlank(power) || isTodo(unit, at(power.ref, 'majorMatter')),
    );
    if (undecided || isTodo(unit, at(unit.info.ref, 'notApplicable'))) return;
    const covered = new Set([
      ...relations.powers.map((power) => power.majorMatter),
      ...unit.info.notApplicable.map((absence) => absence.majorMatter),
    ]);
    for (const matter of scheme.scope.majorMatters) {
      if (covered.has(matter)) continue;
      report(unit.info.ref, say`三重一大事项「${{ matter }}」没有对应的职权`, {
        assumed: isAssumed(scheme.scope, 'majorMatters'),
        hint: '在职权的 majorMatter 写上它；不涉及的，在 unit.yaml 的 notApplicable 写明',
      });
    }
  },
});
