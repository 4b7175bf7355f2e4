import type { Entity } from '../model/common.ts';
import type { Post } from '../model/kinds/post.ts';
import type { Power } from '../model/kinds/power.ts';
import type { RiskPoint } from '../model/kinds/risk.ts';
import type { Unit } from '../model/project.ts';
import type { Scheme } from '../model/scheme.ts';
import type { Assessed, Assessment } from './assessment.ts';
import type { RecordedRatings } from './rating/decide.ts';
import { evaluationScores, withEvaluations } from './inputs/evaluation-scores.ts';
import { inherited, notRated, unrated, withDecision } from './rating/decide.ts';
import { ratingOf } from './rating/rate.ts';
import type { RecordGap } from './inputs/records-at-hand.ts';
import { blanksOf, isGap, recordsFinder } from './inputs/records-at-hand.ts';
import type { Relations } from './relations.ts';

/**
 * The levels of one unit: computed by the scheme's method, with the path to each, beside what a body
 * decided. A level is computed only if every completion of what is missing gives the same one.
 */
export function assessUnit(unit: Unit, scheme: Scheme, relations: Relations): Assessment {
  const rating = ratingOf(scheme);
  const isBlank = blanksOf(unit);
  const rate = rating.within(isBlank);
  const needed = new Set([
    ...rating.holders,
    scheme.rating.of === 'power' ? 'power' : 'post',
  ] as const);
  const find = recordsFinder(unit, scheme, relations, { isBlank, needed });
  const levels = scheme.levels.map((level) => level.id);
  const levelSet = new Set(levels);
  const decide = (assessed: Assessed, ratings: RecordedRatings) =>
    withDecision(assessed, ratings, levelSet);
  const tiers = new Set<string | undefined>(scheme.tiers.map((tier) => tier.id));
  const { words } = scheme;
  const of = scheme.rating.of;

  const evaluated = evaluationScores(unit);
  const scoresOf = (kind: 'risk' | 'post', record: Post | RiskPoint) =>
    withEvaluations(record.scores, evaluated.get(`${kind}/${record.id}`));

  const assessPost = remember((post: Entity<Post>): Assessed => {
    if (of === 'leadingPost' && !relations.isLeader(post)) {
      return !tiers.has(relations.tierOf(post))
        ? decide(unrated('职级层次', levels), post.ratings)
        : notRated(`本方案只评定领导岗位，${words.post}「${post.name}」不评级`);
    }
    return decide(rate(find.ofPost(post), scoresOf('post', post)), post.ratings);
  });
  const assessPower = remember((power: Entity<Power>) =>
    decide(rate(find.ofPower(power), power.scores), power.ratings),
  );
  const fromPost = remember((post: Entity<Post>) =>
    inherited(assessPost(post), `等级随所属${words.post}「${post.name}」`),
  );
  const fromPower = remember((power: Entity<Power>) =>
    inherited(assessPower(power), `等级随对应${words.power}「${power.name}」`),
  );
  const noPost = notRated(`本方案评定${words.post}，不属于${words.post}的${words.riskPoint}不评级`);
  const noPower = notRated(
    `本方案评定${words.power}，没有对应${words.power}的${words.riskPoint}不评级`,
  );

  const assessRisk = (risk: Entity<RiskPoint>): Assessed => {
    const records = find.ofRisk(risk);
    if (of === 'riskPoint') return decide(rate(records, scoresOf('risk', risk)), risk.ratings);
    const assessed =
      of === 'power'
        ? follow(records.power, fromPower, noPower, levels)
        : follow(records.post, fromPost, noPost, levels);
    return decide(assessed, risk.ratings);
  };

  const byPost = of === 'post' || of === 'leadingPost';
  return {
    risks: byId(relations.risks, assessRisk),
    posts: byPost ? byId(relations.posts, assessPost) : new Map(),
    powers: of === 'power' ? byId(relations.powers, assessPower) : new Map(),
  };
}

function byId<T extends { readonly id: string }>(
  records: readonly T[],
  assess: (record: T) => Assessed,
): ReadonlyMap<string, Assessed> {
  const levels = new Map<string, Assessed>();
  for (const record of records) levels.set(record.id, assess(record));
  return levels;
}

/** The level of a point from what its post or power got. */
function follow<T extends object>(
  slot: T | RecordGap | undefined,
  assess: (record: T) => Assessed,
  none: Assessed,
  levels: readonly string[],
): Assessed {
  if (slot === undefined) return none;
  return isGap(slot) ? unrated(slot.gap, levels) : assess(slot);
}

/** Answers for each record once: hundreds of points may hang on one post. */
function remember<K extends object, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = answer(key)));
    return value;
  };
}
