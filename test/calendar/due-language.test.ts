import { expect, test } from 'vitest';
import { periodsOf } from '../../src/calendar/cadence.ts';
import type { TermContext } from '../../src/calendar/obligations/due-language.ts';
import { termOf } from '../../src/calendar/obligations/due-language.ts';
import { periodNamed, turnNamed } from '../../src/calendar/obligations/named-period.ts';
import type { SchemeDue } from '../../src/model/scheme-duty.ts';

const HOLIDAYS = {
  '2026': { off: ['2026-05-01', '2026-05-04', '2026-05-05'], work: ['2026-05-09'] },
};

function contextOf(year: number): TermContext {
  return {
    year,
    scheme: {
      year: 2018,
      stages: [
        { id: '查找', start: '03-01', end: '2月底', tasks: [] },
        { id: '公示', start: '08-21', end: '08-27', tasks: [] },
        { id: '总结', tasks: [] },
      ],
    },
    stages: [{ id: '总结', end: '2026-11-30' }],
    holidays: HOLIDAYS,
    eventDay: (event) => (event === '审定' ? '2026-04-30' : undefined),
  };
}

test.each<[string, SchemeDue | undefined, number, string | undefined]>([
  ['a day', '09-05', 2026, '2026-09-05'],
  ['a day in words', '9月5日前', 2026, '2026-09-05'],
  ['a whole date', '2018-05-31', 2026, '2018-05-31'],
  ['the end of February', '2月底前', 2026, '2026-02-28'],
  ['the end of February in a leap year', '2月底前', 2012, '2012-02-29'],
  ['a stage of the scheme', '公示', 2026, '2026-08-27'],
  ['a stage that ends with a month, in a leap year', '查找', 2024, '2024-02-29'],
  ['a stage as the unit dates it', '总结', 2026, '2026-11-30'],
  ['the first year', { firstYear: '5月底前', later: '03-31' }, 2018, '2018-05-31'],
  ['a later year', { firstYear: '5月底前', later: '03-31' }, 2026, '2026-03-31'],
  ['a later year that says nothing', { firstYear: '5月底前' }, 2026, undefined],
  ['days after an event', { after: '审定', days: 5, dayKind: 'calendar' }, 2026, '2026-05-05'],
  // 1, 4 and 5 May are off, 9 May is worked.
  ['working days after it', { after: '审定', days: 4, dayKind: 'workday' }, 2026, '2026-05-09'],
  ['the first working day', { after: '审定', days: 1, dayKind: 'workday' }, 2026, '2026-05-06'],
  ['an event yet to come', { after: '备案', days: 5, dayKind: 'calendar' }, 2026, undefined],
  ['words only', { words: '放暑假前' }, 2026, undefined],
  ['nothing', undefined, 2026, undefined],
])('%s', (_, due, year, day) => {
  expect(termOf(due, contextOf(year)).due).toBe(day);
});

test('a stage says from when, words are kept, days without known holidays are provisional', () => {
  expect(termOf('公示', contextOf(2026)).from).toBe('2026-08-21');
  expect(termOf({ words: '放暑假前' }, contextOf(2026)).words).toBe('放暑假前');
  const later = { ...contextOf(2026), eventDay: () => '2027-03-01' };
  const due: SchemeDue = { after: '审定', days: 1, dayKind: 'workday' };
  expect(termOf(due, later)).toMatchObject({ due: '2027-03-02', provisional: true });
});

test.each([
  ['第一季度', '2026-Q1'],
  ['2026年一季度', '2026-Q1'],
  ['2026-Q3', '2026-Q3'],
  ['2025年第4季度', '2025-Q4'],
  ['上半年', '2026-H1'],
  ['2026年下半年', '2026-H2'],
  ['2026年度', '2026'],
  ['2026年', '2026'],
  ['年度', '2026'],
  ['第五季度', undefined],
  ['检查验收阶段', undefined],
  ['三月', undefined],
])('%s is the period %s', (text, id) => {
  expect(periodNamed(text, 2026)?.id).toBe(id);
});

test('half a year lies in the year, the year in no quarter', () => {
  expect(turnNamed('上半年', periodsOf('year', 2026), 2026)?.id).toBe('2026');
  expect(turnNamed('2026年', periodsOf('quarter', 2026), 2026)).toBeUndefined();
});
