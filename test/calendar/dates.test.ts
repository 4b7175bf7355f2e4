import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodsOf } from '../../src/calendar/cadence.ts';
import { dayInYear } from '../../src/scheme/day-in-year.ts';
import {
  addDays,
  addYears,
  dayNumber,
  dayOf,
  isDay,
  officialDay,
  weekday,
} from '../../src/calendar/dates.ts';
import { daysBetween, lastDay } from '../../src/calendar/workdays.ts';

const anyDay = fc.integer({ min: -100_000, max: 200_000 }).map(dayOf);

test('days are counted one by one, through leap years and ends of months', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
      expect(dayNumber(addDays(day, days))).toBe(dayNumber(day) + days);
      expect(weekday(addDays(day, 7))).toBe(weekday(day));
    }),
  );
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addYears('2028-02-29', 3)).toBe('2031-02-28');
  expect(weekday('2026-11-22')).toBe(7);
});

test.each([
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
  ['2028-02-29', true],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

test('an official day has no leading zeros', () => {
  expect(officialDay('2026-01-05')).toBe('2026年1月5日');
});

test('seven calendar days with both ends: 21 to 27 August', () => {
  expect(lastDay('2026-08-21', 7, 'calendar', {})).toEqual({
    day: '2026-08-27',
    provisional: false,
  });
});

const HOLIDAYS = {
  '2026': {
    off: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    work: ['2026-10-10'],
  },
};

test('working days leave out holidays and count worked weekends', () => {
  // 30 September, 8 and 9 October, the worked Saturday, 12 October.
  expect(lastDay('2026-09-30', 5, 'workday', HOLIDAYS)).toEqual({
    day: '2026-10-12',
    provisional: false,
  });
  expect(daysBetween('2026-09-30', '2026-10-12', 'workday', HOLIDAYS)).toBe(5);
});

test('without the holidays of the year a last day is provisional', () => {
  expect(lastDay('2026-09-30', 5, 'workday', {})).toEqual({ day: '2026-10-06', provisional: true });
  expect(lastDay('2026-12-31', 3, 'workday', HOLIDAYS)).toEqual({
    day: '2027-01-04',
    provisional: true,
  });
});

test('a period is as long as asked for', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('calendar' as const, 'workday' as const),
      (from, days, kind) => {
        const last = lastDay(from, days, kind, HOLIDAYS);
        expect(daysBetween(from, last.day, kind, HOLIDAYS)).toBe(days);
      },
    ),
  );
});

test.each([
  ['09-05', '2026-09-05'],
  ['9-5', '2026-09-05'],
  ['9月5日前', '2026-09-05'],
  ['4月底前', '2026-04-30'],
  ['2月底', '2026-02-28'],
  ['2026-12-20', '2026-12-20'],
  ['放暑假前', undefined],
  [undefined, undefined],
])('%s falls due on %s', (text, day) => {
  expect(dayInYear(2026, text)).toBe(day);
});

test('the turns of a year leave no day out and count none twice', () => {
  for (const every of ['quarter', 'halfYear', 'year'] as const) {
    const periods = periodsOf(every, 2028);
    expect(periods[0]?.from).toBe('2028-01-01');
    expect(periods.at(-1)?.due).toBe('2028-12-31');
    periods.slice(1).forEach(({ from }, index) => {
      expect(from).toBe(addDays(periods[index]!.due, 1));
    });
  }
});
