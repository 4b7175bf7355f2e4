/**
 * Days as `2026-03-31`. Everything is reckoned in whole days of the civil calendar: no clock, no time
 * zone.
 */
export type Day = string;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01; NaN for a day that is not there. */
export function dayNumber(day: Day): number {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return new Date(time).toISOString().slice(0, 10) === day ? time / DAY_MS : Number.NaN;
}

export function dayOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

/** The same day some years later; 29 February gives 28 February where the year has no such day. */
export function addYears(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const wished = `${year}${day.slice(4)}`;
  return isDay(wished) ? wished : `${year}-02-28`;
}

/** The day that somebody wrote: 2026-3-1, 2026.3.1, 2026/3/1, 2026年3月1日; undefined: it is none. */
export function dayWritten(text: string): Day | undefined {
  const found = /^(\d{4})(?:-|\.|\/|年)(\d{1,2})(?:-|\.|\/|月)(\d{1,2})日?$/u.exec(text.trim());
  const [, year = '', month = '', date = ''] = found ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

export function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && safely(() => !Number.isNaN(dayNumber(day)));
}

function safely(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false; // a year that Date cannot hold
  }
}

export function lastDayOfMonth(year: number, month: number): Day {
  return dayOf(Date.UTC(year, month, 0) / DAY_MS);
}

/** 2026年1月5日, as GB/T 9704-2012 7.3.5.4 has it: Arabic digits, no leading zeros. */
export function officialDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Monday is 1, Sunday 7. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}
