import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('a property that fails says its seed and the command that repeats it', () => {
  const fails = () => fc.assert(fc.property(fc.nat(), (value) => value < 5));
  expect(fails).toThrow(
    /^a property that .*\nLIANFANG_SEED=\d+ npx vitest run test\/support\/fast-check\.test\.ts\n/,
  );
  expect(fails).toThrow(/Counterexample: \[5\]/);
});

test('random values are the same in every run', () => {
  const values = () => fc.sample(fc.nat(), 20);
  expect(values()).toEqual(values());
});

test('every test leaves seed, number and reports to the one place', () => {
  const folder = join(import.meta.dirname, '..');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.test.ts') && !import.meta.filename.endsWith(name),
  );
  const strays = files.filter((name) =>
    /numRuns: (?!runs\()\d|\b(?:testTimeout|hookTimeout)\b|\{ timeout|[}'"], \d[\d_]{3,}\);/.test(
      readFileSync(join(folder, name), 'utf8'),
    ),
  );
  expect(strays).toEqual([]);
});
