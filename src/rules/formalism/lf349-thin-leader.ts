import { say } from '../../diagnostics/message.ts';
import { median } from '../../util/median.ts';
import { canMissRisks, hasSubject, namedPosts } from '../coverage/coverage.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

const LEAST_CLERKS = 3;
/** One point more or less says nothing. */
const LEAST_DIFFERENCE = 2;

export const thinLeader = defineRule({
  meta: {
    code: 'LF349',
    name: 'thin-leader',
    title: '领导的风险点比一般岗位还少',
    severity: 'warning',
    rationale:
      '权力越大风险越大；领导的表比办事员的还薄，说明“关键少数”没有认真查。一般岗位指不是班子成员、也不是部门负责人的岗位；领导自己的风险点不超过其中位数的一半、且少两个以上才提醒，分管部门的不算。',
    basis: '各方案通行的“一把手带头查找”“一岗双责”要求',
  },
  check(context) {
    const { scheme, relations, report } = context;
    if (!scheme.scope.leadership || !hasSubject(context, 'post') || !canMissRisks(context)) return;
    const counted = namedPosts(context).map((post) => ({
      post,
      count: relations.risksOfPost(post.id).length,
      leads: relations.isHead(post) || relations.isLeader(post),
    }));
    const clerks = counted.filter(
      ({ post, count, leads }) =>
        !leads && relations.rankOf(post)?.departmentHead !== true && count > 0,
    );
    if (clerks.length < LEAST_CLERKS) return;
    const middle = median(clerks.map(({ count }) => count));
    for (const { post, count, leads } of counted) {
      // No point at all is LF305's and LF306's.
      if (!leads || count === 0 || post.noRisk !== undefined) continue;
      if (count * 2 > middle || middle - count < LEAST_DIFFERENCE) continue;
      const who = relations.isHead(post) ? '主要负责人' : `${scheme.words.leadership}成员`;
      report(
        post.ref,
        say`${{ who }}${{ post: named('post', post) }}只有 ${{ count }} 个风险点，一般岗位的中位数是 ${{ middle }} 个`,
        { hint: '对照本岗位决策、审批、用人、用钱的权力重新查找，分管部门的风险点不能代替' },
      );
    }
  },
});
