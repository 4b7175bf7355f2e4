import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../util/suggest.ts';
import { findRecord } from '../lookup.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isTodo } from '../todo.ts';

export const unknownStep = defineRule({
  meta: {
    code: 'LF207',
    name: 'unknown-step',
    title: '职权没有这个环节',
    severity: 'error',
    rationale: '风险点和流程都要落到实有的环节上，否则流程图和清单对不上。',
  },
  check({ project, unit, report }) {
    for (const risk of unit.risks) {
      if (risk.step === undefined) continue;
      const ref = at(risk.ref, 'step');
      if (risk.power === undefined) {
        if (isTodo(unit, at(risk.ref, 'power'))) continue;
        report(
          ref,
          say`${{ risk: named('risk', risk) }}写了环节「${{ step: risk.step }}」，没有写职权`,
          {
            hint: '补上 power：环节属于哪一项职权',
          },
        );
        continue;
      }
      const power = findRecord(project, unit, 'power', risk.power);
      if (power === undefined) continue;
      const ids = power.steps.map(({ id }) => id);
      if (ids.includes(risk.step)) continue;
      report(ref, say`${{ power: named('power', power) }}没有环节「${{ step: risk.step }}」`, {
        hint: hintFor(risk.step, ids),
      });
    }
    for (const power of unit.powers) {
      const ids = power.steps.map(({ id }) => id);
      power.steps.forEach((step, index) => {
        step.next?.forEach(({ to }, position) => {
          if (ids.includes(to)) return;
          report(
            at(power.ref, 'steps', index, 'next', position),
            say`${{ power: named('power', power) }}没有环节「${{ to }}」`,
            { hint: hintFor(to, ids) },
          );
        });
      });
    }
  },
});

function hintFor(id: string, ids: readonly string[]): string {
  const meant = suggest(id, ids);
  if (meant !== undefined) return `您是否要写「${meant}」`;
  return ids.length === 0 ? '先在职权的 steps 中列出环节' : `已有的环节：${ids.join('、')}`;
}
