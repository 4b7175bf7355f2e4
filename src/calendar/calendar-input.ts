import type { Holidays } from '../model/holidays.ts';
import type { Unit } from '../model/project.ts';
import type { Scheme } from '../model/scheme.ts';
import type { Assessment } from '../scheme/assessment.ts';
import type { Relations } from '../scheme/relations.ts';
import type { WaitingReview } from './review-duties.ts';

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
};

/** Whether a day lies in the year of work. */
export function inYear({ year }: CalendarInput, day: string | undefined): boolean {
  return day !== undefined && day.startsWith(`${year}-`);
}

/** The earliest of some days. */
export function earliest(days: readonly (string | undefined)[]): string | undefined {
  return days.filter((day): day is string => day !== undefined).toSorted()[0];
}
