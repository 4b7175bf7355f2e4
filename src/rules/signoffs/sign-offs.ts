import type { ReplayFault } from '../../signoff/steps/replay.ts';
import type { SignOffStates } from '../../signoff/states/sign-off-states.ts';
import { knownStates } from '../../signoff/states/known-states.ts';
import type { CalendarInput } from '../../calendar/calendar-input.ts';
import type { Unit } from '../../model/project.ts';
import { agreedSteps } from '../../signoff/states/agreed-steps.ts';
import type { RuleContext } from '../rule.ts';
import { isWhole } from '../todo.ts';

/** The sign-offs of a unit, worked out once for all rules; undefined while it has none. */
export function signOffsOf({
  unit,
  scheme,
  relations,
  assessment,
}: RuleContext): SignOffStates | undefined {
  const isUsed = unit.reviews.length + unit.notices.length + unit.filings.length > 0;
  if (!isUsed || !isWhole(unit, 'reviews')) return undefined;
  return knownStates(unit, scheme, relations, assessment);
}

/** What the year's work of a unit is reckoned from; without a year of work that of the day. */
export function calendarOf(context: RuleContext): CalendarInput {
  const { unit, scheme, relations, assessment, project, waiting, asOf } = context;
  const hasReviews = scheme.reviews.length > 0 && isWhole(unit, 'reviews');
  return {
    unit,
    scheme,
    relations,
    assessment,
    year: project.config.edition ?? Number((asOf ?? lastDayOf(unit) ?? '2000').slice(0, 4)),
    holidays: project.holidays,
    waiting,
    signed: hasReviews ? agreedSteps(knownStates(unit, scheme, relations, assessment)) : undefined,
  };
}

/** The last day of which the unit's own records tell, besides those that notices foresee. */
export function lastDayOf(unit: Unit): string | undefined {
  const days = [
    ...unit.reviews.map(({ on }) => on),
    ...unit.filings.map(({ on }) => on),
    ...unit.inspections.map(({ on }) => on),
    ...unit.evaluations.map(({ on }) => on),
    ...unit.notices.map(({ from }) => from),
  ];
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

/** Reports what is wrong with single records of reviews.yaml, by its kind. */
export function reportFaults(
  context: RuleContext,
  kinds: readonly ReplayFault['kind'][],
  hint: string,
): void {
  for (const { kind, record, message } of signOffsOf(context)?.faults ?? []) {
    if (kinds.includes(kind)) context.report(record.ref, message, { on: 'key', hint });
  }
}
