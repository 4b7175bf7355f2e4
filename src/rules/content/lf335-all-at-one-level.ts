import { say } from '../../diagnostics/message.ts';
import { defineRule } from '../rule.ts';

/** Fewer points may well be alike. */
const ENOUGH = 5;

export const allAtOneLevel = defineRule({
  meta: {
    code: 'LF335',
    name: 'all-at-one-level',
    title: '全部风险点是同一等级',
    severity: 'warning',
    rationale: '所有风险点一个等级，分级就不起作用，多半是照一个样子填的。',
  },
  check({ unit, scheme, assessment, report }) {
    // Where posts or powers are rated, points only follow them.
    if (scheme.rating.of !== 'riskPoint') return;
    const levels = [...assessment.risks.values()].flatMap(({ level }) => level ?? []);
    const [level = ''] = levels;
    if (levels.length < ENOUGH || new Set(levels).size > 1) return;
    report(unit.info.ref, say`${{ points: levels.length }} 个风险点全部为「${{ level }}」`, {
      hint: '逐个对照定级标准复核；情况属实的，用 ignore 写明理由',
    });
  },
});
