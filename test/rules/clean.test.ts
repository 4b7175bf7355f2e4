import { expect, test } from 'vitest';
import { checked, CLEAN } from './support.ts';

test('the clean unit has no finding', () => {
  const { found, diagnostics } = checked(CLEAN);
  expect(
    diagnostics.map(({ code, file, start, message }) => `${file}:${start.line} ${code} ${message}`),
  ).toEqual([]);
  expect(found).toEqual([]);
});
