import { say } from '../../diagnostics/message.ts';
import { factorFaults } from '../reading/factor-words.ts';
import { awaitsInput, ratedRecords } from './rated.ts';
import { isInScope, isLedApart } from '../coverage/coverage.ts';
import { named } from '../called.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { isBlank } from '../todo.ts';

/** A post that need not be examined and has no point needs no level. */
function isLeftAside(context: RuleContext, id: string): boolean {
  const { relations } = context;
  const post = relations.postById.get(id);
  if (post === undefined || isInScope(context, post) || isLedApart(context, post)) return false;
  return relations.risksOfPost(id).length === 0;
}

export const notRated = defineRule({
  meta: {
    code: 'LF322',
    name: 'not-rated',
    title: '未评定等级',
    severity: 'error',
    rationale: '缺少定级要用的因素，等级定不下来；工具不会替人选一个默认等级。',
  },
  check(context) {
    for (const rated of ratedRecords(context)) {
      const { kind, record, assessed } = rated;
      if (kind === 'post' && isLeftAside(context, record.id)) continue;
      if (assessed.status !== 'unrated' || isBlank(record) || awaitsInput(context, rated)) continue;
      // A level or a factor's word that the scheme does not have is reported as such.
      const misworded = factorFaults(context.scheme, kind, record).length > 0;
      if (misworded || record.ratings.length > 0) continue;
      const missing = assessed.missing.join('、');
      context.report(
        record.ref,
        say`${{ record: named(kind, record) }}未评定${{ level: context.scheme.words.level }}`,
        {
          hint: missing === '' ? `用 lianfang explain ${record.id} 查看原因` : `补上：${missing}`,
        },
      );
    }
  },
});
