import type { Holidays } from '../model/holidays.ts';
import type { Day } from './dates.ts';
import { addDays, weekday } from './dates.ts';

/** The last day of a period, and whether it may still move: 暂定. */
export type LastDay = { readonly day: Day; readonly provisional: boolean };

/**
 * The last day of a period of `days` that begins on `from`, both counted in. Working days follow the
 * State Council's holiday notice of the year as `holidays.yaml` has it; for a year that is not in it
 * Mondays to Fridays are taken, and the day is provisional (暂定).
 */
export function lastDay(
  from: Day,
  days: number,
  kind: 'calendar' | 'workday',
  holidays: Holidays,
): LastDay {
  if (kind === 'calendar') return { day: addDays(from, days - 1), provisional: false };
  let day = from;
  let left = days - (isWorkday(day, holidays) ? 1 : 0);
  let provisional = !isKnown(day, holidays);
  while (left > 0) {
    day = addDays(day, 1);
    if (!isKnown(day, holidays)) provisional = true;
    if (isWorkday(day, holidays)) left -= 1;
  }
  return { day, provisional };
}

/** How long a period was, both ends counted in. */
export function daysBetween(
  from: Day,
  to: Day,
  kind: 'calendar' | 'workday',
  holidays: Holidays,
): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (kind === 'calendar' || isWorkday(day, holidays)) count += 1;
  }
  return count;
}

function isWorkday(day: Day, holidays: Holidays): boolean {
  const year = holidays[day.slice(0, 4)];
  if (year?.work.includes(day) === true) return true;
  if (year?.off.includes(day) === true) return false;
  return weekday(day) <= 5;
}

function isKnown(day: Day, holidays: Holidays): boolean {
  return holidays[day.slice(0, 4)] !== undefined;
}
