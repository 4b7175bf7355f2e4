import { say } from '../../diagnostics/message.ts';
import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import { MOST_RELATED, tooOften } from './alike.ts';
import type { PointText } from './near-points.ts';
import { alikePoints, sameSheets, shownPoint, withoutPeers } from './near-points.ts';
import { called, named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const similarPoints = defineRule({
  meta: {
    code: 'LF342',
    name: 'similar-points',
    title: '不同岗位的风险点几乎一样',
    severity: 'warning',
    rationale:
      '岗位不同，权力不同，风险也不同；几个岗位写同一个风险点，多半是照抄而不是查找。确是大家都有的，应写成共性风险点。',
  },
  check({ relations, report }) {
    const sheetOf = new Map(
      sameSheets(relations).flatMap((posts) => posts.map(({ id }) => [id, posts] as const)),
    );
    for (const cluster of alikePoints(relations)) {
      const points = ofDifferentPosts(cluster, relations.postById);
      if (points.length < tooOften(points.map(({ text }) => text))) continue;
      // Whole sheets that are the same are LF344's.
      const sheets = new Set(points.map(({ post }) => sheetOf.get(post.id)));
      if (sheets.size === 1 && !sheets.has(undefined)) continue;
      const [first] = points;
      if (first === undefined) continue;
      report(
        first.risk.ref,
        say`${{ risk: named('risk', first.risk) }}在 ${{ points: points.length }} 个岗位上几乎一样`,
        {
          hint: '按各岗位的权力和环节分别写；确是共有的，只写一条，用 appliesTo 写明适用范围',
          related: points.slice(0, MOST_RELATED).map(({ risk, post }) => ({
            ref: risk.ref,
            message: `${called('post', post)}：${shownPoint(risk)}`,
          })),
        },
      );
    }
  },
});

type PointOfPost = PointText & { readonly post: Entity<Post> };

/** The first point of each post, peers aside. */
function ofDifferentPosts(
  cluster: readonly PointText[],
  postById: ReadonlyMap<string, Entity<Post>>,
): PointOfPost[] {
  const byPost = new Map<Entity<Post>, PointOfPost>();
  for (const point of cluster) {
    const post = postById.get(point.risk.post ?? '');
    if (post !== undefined && !byPost.has(post)) byPost.set(post, { ...point, post });
  }
  return withoutPeers([...byPost.keys()]).flatMap((post) => byPost.get(post) ?? []);
}
