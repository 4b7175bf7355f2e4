import { say } from '../../diagnostics/message.ts';
import { groupBy } from '../../util/group-by.ts';
import { defineRule } from '../rule.ts';

const ENOUGH = 5;
const MOST = 0.8;

export const mostlyOneCategory = defineRule({
  meta: {
    code: 'LF336',
    name: 'mostly-one-category',
    title: '八成以上的风险点是同一类',
    severity: 'info',
    rationale: '方案要求从几个方面查找；几乎都落在一类，其他方面可能没有认真查。',
  },
  check({ unit, scheme, relations, report }) {
    if (scheme.categories.length < 3) return;
    const categories = relations.risks.flatMap(({ category }) => category ?? []);
    if (categories.length < ENOUGH) return;
    for (const [category, found] of groupBy(categories, String)) {
      if (found.length < categories.length * MOST) continue;
      report(
        unit.info.ref,
        say`${{ points: categories.length }} 个风险点中有 ${{ count: found.length }} 个是「${{ category }}」`,
        { hint: '再从其他类别查找一遍' },
      );
    }
  },
});
