import type { Holidays } from '../model/holidays.ts';
import type { Unit } from '../model/project.ts';
import type { Scheme } from '../model/scheme.ts';
import type { Assessment } from '../scheme/assessment.ts';
import type { Relations } from '../scheme/relations.ts';
import type { Day } from './dates.ts';
import type { SignedSteps } from './obligations/signed-steps.ts';

/** What the year's work of one unit is reckoned from. */
export type CalendarInput = {
  readonly unit: Unit;
  readonly scheme: Scheme;
  readonly relations: Relations;
  readonly assessment: Assessment;
  /** The year of work (工作年度). */
  readonly year: number;
  readonly holidays: Holidays;
  /** Reviews that wait for a step; absent: nobody asked. */
  readonly waiting?: readonly WaitingReview[] | undefined;
  /** How far points have come in their reviews; absent: the scheme has none, or nobody asked. */
  readonly signed?: SignedSteps | undefined;
};

/** Whether a day lies in the year of work. */
export function inYear({ year }: CalendarInput, day: string | undefined): boolean {
  return day !== undefined && day.startsWith(`${year}-`);
}

/** One subject whose review waits for its next step: what the calendar need know of sign-offs. */
export type WaitingReview = {
  readonly name: string;
  /** The post or department that it is of. */
  readonly post: string | undefined;
  readonly department: string | undefined;
  readonly stage: string;
  /** Whether it is still to be handed in, each by its own. */
  readonly isFilling: boolean;
  /** Posts of which one acts; empty: whoever `by` names. */
  readonly actors: readonly string[];
  readonly by: string;
  readonly due: Day | undefined;
  /** Why it waits again, where it does: 被退回, 内容已变, 依据已变. */
  readonly again: string | undefined;
};
