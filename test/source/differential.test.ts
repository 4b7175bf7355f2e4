import fc from 'fast-check';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareReaders } from './compare-readers.ts';
import { lineSoup, mutated, writtenTree } from './yaml-arbitrary.ts';

/** Executions of each property; set LIANFANG_FUZZ_RUNS for a long run. */
const runs = Number(process.env['LIANFANG_FUZZ_RUNS'] ?? 1500);
const root = join(import.meta.dirname, '../..');
const fixtures = yamlFiles(join(import.meta.dirname, 'fixtures'));
const shipped = [...yamlFiles(join(root, 'examples')), ...yamlFiles(join(root, 'templates'))];

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function check(texts: fc.Arbitrary<string>): { share: number } {
  let equal = 0;
  fc.assert(
    fc.property(texts, (text) => {
      if (compareReaders(text) === 'equal') equal++;
    }),
    { numRuns: runs },
  );
  return { share: equal / runs };
}

test.each(fixtures.concat(shipped).map((text, index) => ({ index, text })))(
  'reads file $index like the full parser, with LF and with CRLF',
  ({ text }) => {
    compareReaders(text);
    compareReaders(text.replaceAll('\n', '\r\n'));
  },
);

test('reads edited files like the full parser, or declines', () => {
  expect(check(mutated([...fixtures, ...shipped])).share).toBeGreaterThan(0.15);
});

test('reads lines put together at random like the full parser, or declines', () => {
  expect(check(lineSoup).share).toBeGreaterThan(0.03);
});

test('reads written trees like the full parser, or declines', () => {
  expect(check(writtenTree).share).toBeGreaterThan(0.1);
});
