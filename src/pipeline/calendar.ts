import type { CalendarInput } from '../calendar/input.ts';
import type { AssessedUnit, Opened } from './open.ts';

/** What the year's work of a unit is reckoned from; without an edition the year of `asOf` is meant. */
export function calendarInput(
  { unit, resolved, relations, assessment }: AssessedUnit,
  { project }: Opened,
  asOf: string,
): CalendarInput {
  return {
    unit,
    scheme: resolved.scheme,
    relations,
    assessment,
    year: project.config.edition ?? Number(asOf.slice(0, 4)),
    holidays: project.holidays,
  };
}
