import type { RaterScores } from '../../model/common.ts';
import type { Method } from '../../model/rating.ts';
import { bandOf, bandsWithin, rounded } from '../rating/cutoffs.ts';
import type { Input } from './rating-input.ts';
import type { RatersResult } from '../rating/rating-program.ts';

type Raters = NonNullable<Method['raters']>;

/**
 * The weighted mean of the raters' scores. A rater who is missing may give anything from `min` to
 * `max` (without them, of the votes' worth; else anything), so the mean lies in an interval and the
 * bands that it touches are what is possible.
 */
export function ratersInput(raters: Raters, scores: RaterScores | undefined): Input {
  const [min, max] = rangeOf(raters);
  const said: string[] = [];
  const missing: string[] = [];
  let low = 0;
  let high = 0;
  let weights = 0;
  for (const { rater, weight } of raters.of) {
    const score = scoreOf(rater, raters, scores ?? [], { min, max });
    weights += weight;
    low += weight * (score ?? min);
    high += weight * (score ?? max);
    if (score === undefined) missing.push(`${rater}评分`);
    else said.push(weight === 1 ? `${rater} ${score}` : `${rater} ${score} × ${weight}`);
  }
  const text = said.join('、');
  if (missing.length === 0) {
    const mean = rounded(low / weights);
    const value: RatersResult = {
      band: bandOf(mean, raters.cutoffs),
      text: `${text}，加权平均 ${mean}`,
    };
    return { key: value.text, value };
  }
  const bands = bandsWithin(rounded(low / weights), rounded(high / weights), raters.cutoffs);
  return {
    key: `?${text}`,
    missing,
    // Completions are never explained, so they need no text.
    domain: bands.map((band): RatersResult => ({ band, text: '' })),
  };
}

function rangeOf(raters: Raters): readonly [number, number] {
  const votes = Object.values(raters.votes ?? {});
  return [
    raters.min ?? (votes.length > 0 ? Math.min(...votes) : -Infinity),
    raters.max ?? (votes.length > 0 ? Math.max(...votes) : Infinity),
  ];
}

type ScoreRange = { readonly min: number; readonly max: number };

/** The mean of what one rater's papers say; undefined as soon as one of them cannot be used. */
function scoreOf(
  rater: string,
  raters: Raters,
  scores: RaterScores,
  { min, max }: ScoreRange,
): number | undefined {
  const own = scores
    .filter((score) => score.rater === rater)
    .map((score) => oneScore(score, raters));
  if (own.length === 0) return undefined;
  let sum = 0;
  for (const score of own) {
    if (score === undefined || score < min || score > max) return undefined;
    sum += score;
  }
  return rounded(sum / own.length);
}

function oneScore(given: RaterScores[number], raters: Raters): number | undefined {
  if (given.score !== undefined) return given.score;
  const worth = raters.votes ?? {};
  let sum = 0;
  let voters = 0;
  for (const [word, votes] of Object.entries(given.votes ?? {})) {
    if (!Object.hasOwn(worth, word)) return undefined;
    sum += worth[word]! * votes;
    voters += votes;
  }
  return voters === 0 ? undefined : sum / voters;
}
