import { say } from '../../diagnostics/message.ts';
import { MOST_RELATED } from './alike.ts';
import { sameSheets } from './near-points.ts';
import { called, named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const sameSheet = defineRule({
  meta: {
    code: 'LF344',
    name: 'same-sheet',
    title: '不同岗位的自查表几乎一样',
    severity: 'warning',
    rationale: '一份自查表换个岗位名称再交，是最省事的走过场；各岗位应按自己的权力和流程查找。',
  },
  check({ relations, report }) {
    for (const posts of sameSheets(relations)) {
      const [first] = posts;
      if (first === undefined) continue;
      report(
        first.ref,
        say`${{ post: named('post', first) }}与另外 ${{ others: posts.length - 1 }} 个岗位的风险点相同或几乎一样`,
        {
          hint: '由各岗位的人按自己经手的事重新查找；确是共有的，写成共性风险点（appliesTo）',
          related: posts.slice(0, MOST_RELATED).map((post) => ({
            ref: post.ref,
            message: `${called('post', post)}：${namesOf(relations.risksOfPost(post.id))}`,
          })),
        },
      );
    }
  },
});

function namesOf(points: readonly { readonly name: string }[]): string {
  return points.map(({ name }) => `「${name}」`).join('');
}
