import type { Duty } from './duty.ts';
import { DUTY_KINDS } from './duty-kinds.ts';
import { escalationDuties } from './escalation-duties.ts';
import type { CalendarInput } from './calendar-input.ts';
import { noticeDuties, objectionDuties } from './notice-duties.ts';
import { obligationsOf } from './obligations/obligations.ts';
import { carriedDuties } from './carried-duties.ts';
import { findingDuties, measureDuties, rectificationDuties } from './record-duties.ts';
import { reviewDuties } from './review-duties.ts';
import { stageDuties } from './stage-duties.ts';

const SOURCES: readonly ((input: CalendarInput) => readonly Duty[])[] = [
  stageDuties,
  obligationsOf,
  reviewDuties,
  noticeDuties,
  objectionDuties,
  measureDuties,
  findingDuties,
  carriedDuties,
  rectificationDuties,
  escalationDuties,
];

/**
 * Everything that a unit has to do in its year, in the order of the days, then of kinds. What was done
 * before the year is nothing of it; what was left open carries over.
 */
export function dutiesOf(input: CalendarInput): readonly Duty[] {
  const begin = `${input.year}-01-01`;
  const duties = SOURCES.flatMap((source) => source(input));
  return duties.filter(({ doneOn }) => doneOn === undefined || doneOn >= begin).toSorted(byDay);
}

const KIND_ORDER = Object.keys(DUTY_KINDS);
/** After every day that can be written. */
const NO_DAY = '9999-99-99';

function byDay(a: Duty, b: Duty): number {
  const days = [a.due ?? NO_DAY, b.due ?? NO_DAY] as const;
  if (days[0] !== days[1]) return days[0] < days[1] ? -1 : 1;
  // Within a kind, as the scheme orders its duties and the unit its posts and records.
  return KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind);
}
