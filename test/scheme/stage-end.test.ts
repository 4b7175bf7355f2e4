import { expect, test } from 'vitest';
import { stageEnd } from '../../src/scheme/stage-end.ts';

test.each([
  [2018, '2018-05-31'],
  [2019, '2019-03-31'],
  [2026, '2026-03-31'],
])('the first year of a notice may end a stage on another day: %i', (year, day) => {
  expect(stageEnd({ end: '03-31', firstYearEnd: '05-31' }, { year: 2018 }, year)).toBe(day);
  expect(stageEnd({ end: '03-31' }, { year: 2018 }, year)).toBe(`${year}-03-31`);
});
