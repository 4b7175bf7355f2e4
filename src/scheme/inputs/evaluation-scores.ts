import type { RaterScores } from '../../model/common.ts';
import type { Unit } from '../../model/project.ts';
import type { Evaluation } from '../../model/kinds/year/evaluation.ts';
import { isOpen } from '../relations.ts';
type Ballots = Evaluation['ballots'];

/** What the raw ballots say of one matter: how many for each word, and the mean of the numbers. */
export function ballotTally(
  ballots: Ballots,
  index: number,
): { readonly votes: Readonly<Record<string, number>>; readonly score: number | undefined } {
  const votes: Record<string, number> = {};
  const numbers: number[] = [];
  for (const { marks } of ballots) {
    const mark = marks[index];
    if (typeof mark === 'number') numbers.push(mark);
    else if (mark !== undefined && mark !== '') votes[mark] = (votes[mark] ?? 0) + 1;
  }
  const sum = numbers.reduce((total, one) => total + one, 0);
  return {
    votes,
    score: numbers.length === 0 ? undefined : Number((sum / numbers.length).toFixed(4)),
  };
}

/**
 * What evaluations (评议) gave to points and posts, by `risk/id` and `post/id`: the latest of each rater,
 * from the raw ballots where they are kept, else from the counts. Scores written on the record itself
 * come before them.
 */
export function evaluationScores({ evaluations }: Unit): ReadonlyMap<string, RaterScores> {
  const found = new Map<string, Map<string, RaterScores[number]>>();
  const dated = evaluations.filter(isOpen).toSorted((a, b) => compare(a.on ?? '', b.on ?? ''));
  for (const { rater, items, ballots } of dated) {
    for (const [index, { risk, post, votes, score }] of items.entries()) {
      const key = risk === undefined ? (post === undefined ? '' : `post/${post}`) : `risk/${risk}`;
      if (key === '') continue;
      const own = found.get(key) ?? new Map<string, RaterScores[number]>();
      found.set(key, own);
      const raters = new Set(ballots.map((ballot) => ballot.rater ?? rater));
      for (const one of raters.size === 0 ? [rater] : raters) {
        if (one === undefined) continue;
        const cast = ballots.filter((ballot) => (ballot.rater ?? rater) === one);
        const tally = cast.length === 0 ? { votes: votes ?? {}, score } : ballotTally(cast, index);
        const given = tally.score === undefined ? { votes: tally.votes } : { score: tally.score };
        own.set(one, { rater: one, ...given });
      }
    }
  }
  return new Map([...found].map(([key, scores]) => [key, [...scores.values()]]));
}

/** The scores of a record with those that evaluations gave for raters whom it does not name. */
export function withEvaluations(own: RaterScores, given: RaterScores | undefined): RaterScores {
  if (given === undefined) return own;
  const named = new Set(own.map(({ rater }) => rater));
  return [...own, ...given.filter(({ rater }) => !named.has(rater))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
