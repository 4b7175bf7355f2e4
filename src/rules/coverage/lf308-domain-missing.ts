import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../util/suggest.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';
import { isBlank, isTodo, isWhole } from '../todo.ts';

export const domainMissing = defineRule({
  meta: {
    code: 'LF308',
    name: 'domain-missing',
    title: '重点领域没有职权对应',
    severity: 'error',
    rationale: '方案点名的领域都要查到；确实不涉及的，写明由谁认定、为什么。',
  },
  check({ unit, scheme, relations, report }) {
    if (!isWhole(unit, 'powers')) return;
    const undecided = relations.powers.some(
      (power) => isBlank(power) || isTodo(unit, at(power.ref, 'domain')),
    );
    if (undecided || isTodo(unit, at(unit.info.ref, 'notApplicable'))) return;
    const used = new Set(relations.powers.flatMap((power) => power.domain ?? []));
    const declared = new Set(unit.info.notApplicable.map((absence) => absence.domain));
    for (const domain of scheme.scope.domains) {
      if (used.has(domain) || declared.has(domain)) continue;
      // Domains are open words, so a mistyped one only shows here.
      const near = suggest(
        domain,
        [...used].filter((word) => !scheme.scope.domains.includes(word)),
      );
      report(unit.info.ref, say`重点领域「${{ domain }}」没有对应的职权`, {
        assumed: isAssumed(scheme.scope, 'domains'),
        hint:
          near === undefined
            ? '在职权的 domain 写上它；不涉及的，在 unit.yaml 的 notApplicable 写明'
            : `职权中写的是「${near}」，应与方案一致`,
      });
    }
  },
});
