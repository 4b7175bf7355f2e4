import type { WaitingReview } from '../calendar/calendar-input.ts';
import { whoDoes } from '../calendar/who-does.ts';
import type { SignState } from '../signoff/states/progress.ts';
import { SIGN_STATES } from '../signoff/states/progress.ts';
import { signOffStates } from '../signoff/states/sign-off-states.ts';
import type { AssessedUnit } from './open-and-assess.ts';

const AGAIN: readonly SignState[] = ['returned', 'contentChanged', 'basisChanged'];

/** The reviews of a unit that wait for a step, as the calendar lists them. */
export function waitingReviews(
  { unit, resolved: { scheme }, relations, assessment }: AssessedUnit,
  edition: number,
): readonly WaitingReview[] {
  if (scheme.reviews.length === 0) return [];
  // Without a day, so that 逾期 does not hide why one waits.
  const { subjects } = signOffStates({ unit, scheme, relations }, assessment, { edition });
  return subjects.flatMap(({ subject, state, next, chain, due }): WaitingReview[] => {
    if (next === undefined) return [];
    return [
      {
        name: subject.name,
        post: subject.post?.id,
        department: subject.department,
        stage: next.stage,
        // Every chain begins with a submission.
        isFilling: next === chain.steps[0],
        actors: next.actors,
        by: whoDoes(next.by, scheme),
        due,
        again: AGAIN.includes(state) ? SIGN_STATES[state] : undefined,
      },
    ];
  });
}
