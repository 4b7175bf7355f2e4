import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../../util/group-by.ts';
import { MOST_RELATED } from './alike.ts';
import { alikePoints, shownPoint } from './near-points.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const similarPointsOtherLevel = defineRule({
  meta: {
    code: 'LF343',
    name: 'similar-points-other-level',
    title: '几乎一样的风险点等级不同',
    severity: 'warning',
    rationale: '同样的风险定出不同的等级，说明定级没有对照标准，或者差别没有写出来。',
  },
  check({ scheme, relations, assessment, report }) {
    // Elsewhere a point takes the level of its post or power.
    if (scheme.rating.of !== 'riskPoint') return;
    for (const cluster of alikePoints(relations)) {
      const rated = cluster.flatMap(({ risk }) => {
        const level = assessment.risks.get(risk.id)?.level;
        return level === undefined ? [] : [{ risk, level }];
      });
      const byLevel = groupBy(rated, ({ level }) => level);
      if (byLevel.size < 2) continue;
      const [first] = rated;
      if (first === undefined) continue;
      const counts = scheme.levels.flatMap(({ id }) => {
        const found = byLevel.get(id)?.length ?? 0;
        return found === 0 ? [] : [`${id} ${found} 个`];
      });
      report(
        at(first.risk.ref, 'name'),
        say`${{ risk: named('risk', first.risk) }}与几乎一样的风险点等级不同：${{ counts }}`,
        {
          hint: '对照定级标准统一；情形确有不同的，在 manifestation 写出差别',
          related: rated.slice(0, MOST_RELATED).map(({ risk, level }) => ({
            ref: risk.ref,
            message: `${level}：${shownPoint(risk)}`,
          })),
        },
      );
    }
  },
});
