import type { CalendarInput } from '../calendar/calendar-input.ts';
import type { AssessedUnit, Opened } from './open-and-assess.ts';
import { agreedSteps } from '../signoff/states/agreed-steps.ts';
import { knownStates } from '../signoff/states/known-states.ts';
import { waitingReviews } from './waiting-reviews.ts';

/** What the year's work of a unit is reckoned from; without an edition the year of `asOf` is meant. */
export function calendarInput(
  assessed: AssessedUnit,
  { project }: Opened,
  asOf: string,
): CalendarInput {
  const { unit, resolved, relations, assessment } = assessed;
  const year = project.config.edition ?? Number(asOf.slice(0, 4));
  return {
    unit,
    scheme: resolved.scheme,
    relations,
    assessment,
    year,
    holidays: project.holidays,
    waiting: waitingReviews(assessed, year),
    signed:
      resolved.scheme.reviews.length === 0
        ? undefined
        : agreedSteps(knownStates(unit, resolved.scheme, relations, assessment)),
  };
}
