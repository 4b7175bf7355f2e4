import { say } from '../../diagnostics/message.ts';
import { isOpen } from '../../scheme/relations.ts';
import { groupBy } from '../../util/group-by.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

/** Once may be chance. */
const OFTEN = 2;

export const repeatedFindings = defineRule({
  meta: {
    code: 'LF426',
    name: 'repeated-findings',
    title: '一年内反复出问题，等级是否偏低',
    severity: 'info',
    rationale:
      '同一风险点一年内在检查、预警中两次以上出现问题，而等级不是最高一级，应当研究是否提高等级、改换措施；研究后不变的，用 ignore 写明理由。',
  },
  check({ unit, scheme, relations, assessment, report }) {
    const gravest = scheme.levels[0]?.id;
    for (const risk of relations.risks) {
      const level = assessment.risks.get(risk.id)?.level;
      if (level === undefined || level === gravest) continue;
      const days = [
        ...unit.inspections
          .filter(isOpen)
          .flatMap(({ on, findings }) =>
            findings.filter(({ risks }) => risks.includes(risk.id)).map(() => on),
          ),
        ...unit.warnings
          .filter((warning) => isOpen(warning) && warning.risks.includes(risk.id))
          .map(({ receivedOn }) => receivedOn),
      ].flatMap((day) => day ?? []);
      const byYear = groupBy(days, (day) => day.slice(0, 4));
      const worst = [...byYear].find(([, found]) => found.length >= OFTEN);
      if (worst === undefined) continue;
      const [year, found] = worst;
      report(
        risk.ref,
        say`${{ risk: named('risk', risk) }}为${{ level }}，${{ year }}年 ${{ count: found.length }} 次出现问题`,
        {
          hint: '研究是否提高等级；不变的用 ignore 写明理由',
        },
      );
    }
  },
});
