import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { RiskPoint } from '../../model/kinds/risk.ts';
import type { Relations } from '../../scheme/relations.ts';
import { similarClusters } from '../../util/near-duplicates.ts';
import { rankedSets, shingleSets } from '../../util/ranked-sets.ts';
import { ALIKE } from './alike.ts';
import { normalized } from '../words/pieces.ts';

/** A point with its name and manifestations as they are compared. */
export type PointText = { readonly risk: Entity<RiskPoint>; readonly text: string };

/** Points of two posts of which at least three in four are the same: 3 of 4, or 4 of 5. */
const SAME_SHEET = 0.75;
/** Two sheets of one or two points may agree by chance. */
const LEAST_POINTS = 3;
/** Names of four characters such as 白条抵库 are the same wherever the risk is. */
const LEAST_LENGTH = 6;

const clustersOf = new WeakMap<Relations, readonly (readonly PointText[])[]>();
const sheetsOf = new WeakMap<Relations, readonly (readonly Entity<Post>[])[]>();

/** Clusters of points nearly the same in name and manifestation; common points (共性) are left out. */
export function alikePoints(relations: Relations): readonly (readonly PointText[])[] {
  let known = clustersOf.get(relations);
  if (known === undefined) {
    const points = relations.risks
      .filter(({ appliesTo }) => appliesTo === undefined)
      .map((risk) => ({ risk, text: normalized([risk.name, ...risk.manifestation].join('')) }))
      .filter(({ text }) => text.length >= LEAST_LENGTH);
    const sets = shingleSets(points.map(({ text }) => text));
    known = similarClusters(sets, ALIKE).map((cluster) =>
      cluster.flatMap((index) => points[index] ?? []),
    );
    clustersOf.set(relations, known);
  }
  return known;
}

/** Groups of posts, no peers among them, whose own points are the same or nearly so. */
export function sameSheets(relations: Relations): readonly (readonly Entity<Post>[])[] {
  let known = sheetsOf.get(relations);
  if (known === undefined) {
    const clusterOf = new Map(
      alikePoints(relations).flatMap((cluster, number) =>
        cluster.map(({ risk }) => [risk.id, number] as const),
      ),
    );
    // A point like no other has a number of its own.
    let number = clusterOf.size;
    const sheets = relations.posts.flatMap((post) => {
      const ownPoints = relations
        .risksOfPost(post.id)
        .filter(({ appliesTo }) => appliesTo === undefined);
      const points = new Set(ownPoints.map(({ id }) => clusterOf.get(id) ?? ++number));
      return points.size < LEAST_POINTS ? [] : [{ post, points: [...points] }];
    });
    const sets = rankedSets(sheets.map(({ points }) => points));
    known = similarClusters(sets, SAME_SHEET)
      .map((cluster) => withoutPeers(cluster.flatMap((index) => sheets[index]?.post ?? [])))
      .filter(({ length }) => length > 1);
    sheetsOf.set(relations, known);
  }
  return known;
}

/** One of each group of peers: posts of the same name or rank in the same department do the same work. */
export function withoutPeers(posts: readonly Entity<Post>[]): Entity<Post>[] {
  const seen = new Set<string>();
  return posts.filter((post) => {
    const { department, name, rank } = post;
    if (department === undefined) return true;
    const keys = [
      `${department}\n${name}`,
      ...(rank === undefined ? [] : [`${department}\t${rank}`]),
    ];
    const isPeer = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !isPeer;
  });
}

/** Name and manifestations as findings show them side by side. */
export function shownPoint({ name, manifestation }: RiskPoint): string {
  return `「${[name, manifestation.join('；')].filter((part) => part !== '').join('：')}」`;
}
