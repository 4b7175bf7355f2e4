import type { RiskPoint } from '../../model/kinds/risk.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import { isOpen } from '../../scheme/relations.ts';
import { birthId } from '../../signoff/digests/births.ts';

/** What the year's list of them is called. */
export const NOT_SEEN_AGAIN = '本年未再审视';

/** A risk point, or a post where the scheme rates posts, that nobody has looked at this year. */
export type NotSeenAgain = { readonly id: string; readonly name: string };

type RatedNotSeen = NotSeenAgain & {
  /** Its key in the sign-offs. */
  readonly key: string;
  readonly ratings: RiskPoint['ratings'];
};

/**
 * What was carried over into the year of work and has neither a review record nor a rating dated in it
 * (本年未再审视), up to a day; undefined where `editions:` names no earlier year.
 */
export function notSeenAgain(
  assessed: AssessedUnit,
  { project }: Opened,
  asOf: string,
): readonly NotSeenAgain[] | undefined {
  const { edition, editions } = project.config;
  const isLater = Object.keys(editions).some((year) => edition !== undefined && +year < edition);
  if (!isLater) return undefined;
  const inYear = (on: string | undefined): boolean =>
    on !== undefined && on.startsWith(`${edition}-`) && on <= asOf;
  const reviewed = new Set(
    assessed.unit.reviews.flatMap(({ on, items }) => (inYear(on) ? Object.keys(items) : [])),
  );
  return ratedIn(assessed)
    .filter(({ key, ratings }) => !reviewed.has(key) && !ratings.some(({ on }) => inYear(on)))
    .map(({ id, name }) => ({ id, name }));
}

function ratedIn({ resolved, relations, assessment }: AssessedUnit): RatedNotSeen[] {
  const { of } = resolved.scheme.rating;
  if (of === 'post' || of === 'leadingPost') {
    return relations.posts
      .filter(({ id }) => (assessment.posts.get(id)?.status ?? 'notRated') !== 'notRated')
      .map((post) => ({ ...post, key: `post/${birthId(post)}` }));
  }
  return relations.risks.filter(isOpen).map((risk) => {
    // Where powers are rated, a point was looked at when its power was.
    const power = of === 'power' ? relations.powerById.get(risk.power ?? '') : undefined;
    const ratings = [...risk.ratings, ...(power?.ratings ?? [])];
    return { id: risk.id, name: risk.name, key: birthId(risk), ratings };
  });
}
