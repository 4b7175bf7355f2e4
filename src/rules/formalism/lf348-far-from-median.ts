import { say } from '../../diagnostics/message.ts';
import { median } from '../../util/median.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

const LEAST_POSTS = 5;
const LEAST_POINTS = 12;
const TIMES = 4;

export const farFromMedian = defineRule({
  meta: {
    code: 'LF348',
    name: 'far-from-median',
    title: '一个岗位的风险点远多于其他岗位',
    severity: 'info',
    rationale:
      '一个岗位列出十几个、几十个，别的岗位一两个，多半是把步骤逐条拆成了风险点，或把别人的也算在他头上。十二个以上、且超过本单位中位数四倍的才提示。',
  },
  check({ relations, report }) {
    const counts = relations.posts
      .map((post) => ({ post, count: relations.risksOfPost(post.id).length }))
      .filter(({ count }) => count > 0);
    if (counts.length < LEAST_POSTS) return;
    const middle = median(counts.map(({ count }) => count));
    for (const { post, count } of counts) {
      if (count < LEAST_POINTS || count <= middle * TIMES) continue;
      report(
        post.ref,
        say`${{ post: named('post', post) }}有 ${{ count }} 个风险点，本单位各岗位的中位数是 ${{ middle }} 个`,
        { hint: '合并同一环节的琐碎风险点；属于别的岗位的，移到那个岗位' },
      );
    }
  },
});
