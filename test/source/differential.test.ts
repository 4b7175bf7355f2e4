import * as fc from 'fast-check';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runs } from '../support/fast-check.ts';
import { compareReaders } from './compare-readers.ts';
import { places, read } from './findings-of.ts';
import { lineSoup, mutated, writtenTree } from './yaml-arbitrary.ts';

const numRuns = runs(1000);
const root = join(import.meta.dirname, '../..');
// Named .txt, since a formatter would take away just what makes them telling.
const fixtures = yamlFiles(join(import.meta.dirname, 'fixtures'));
const shipped = [...yamlFiles(join(root, 'examples')), ...yamlFiles(join(root, 'templates'))];

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.yaml(?:\.txt)?$/.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function check(texts: fc.Arbitrary<string>): { share: number } {
  let equal = 0;
  fc.assert(
    fc.property(texts, (text) => {
      if (compareReaders(text) === 'equal') equal++;
    }),
    { numRuns },
  );
  return { share: equal / numRuns };
}

test.each(fixtures)('reads fixture %# like the full parser, with LF and with CRLF', (text) => {
  expect(compareReaders(text)).toBe('equal');
  expect(compareReaders(text.replaceAll('\n', '\r\n'))).toBe('equal');
});

test.each(shipped)('reads shipped file %# like the full parser, or declines', (text) => {
  expect(['equal', 'declined']).toContain(compareReaders(text));
});

test('reads edited files like the full parser, or declines', () => {
  expect(check(mutated([...fixtures, ...shipped])).share).toBeGreaterThan(0.15);
});

test('reads lines put together at random like the full parser, or declines', () => {
  expect(check(lineSoup).share).toBeGreaterThan(0.03);
});

test('reads written trees like the full parser, or declines', () => {
  expect(check(writtenTree).share).toBeGreaterThan(0.1);
});

test('reads whatever it is given, with findings inside the text', () => {
  const anyText = fc.oneof(mutated(fixtures), lineSoup, fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(anyText, (text) => {
      const source = read(text);
      for (const { span, hint } of source.findings) {
        expect(hint).toBeTruthy();
        expect(span).toBeDefined();
        expect(span!.start).toBeLessThanOrEqual(span!.end);
        expect(span!.end).toBeLessThanOrEqual(source.text.length);
      }
      expect(source.findings.length === 0 || source.via !== 'fast' || onlyLost(source)).toBe(true);
    }),
    { numRuns },
  );
});

test('reads CRLF like LF', () => {
  fc.assert(
    fc.property(fc.oneof(mutated(fixtures), writtenTree), (any) => {
      const text = any.replaceAll('\r', '');
      const [unix, windows] = [read(text), read(text.replaceAll('\n', '\r\n'))];
      expect(windows.via).toBe(unix.via);
      expect(windows.value).toStrictEqual(unix.value);
      expect(places(windows).map(addressOnly)).toEqual(places(unix).map(addressOnly));
    }),
    { numRuns },
  );
});

function onlyLost({ findings }: ReturnType<typeof read>): boolean {
  return findings.every(({ code }) => code === 'LF005');
}

function addressOnly(place: string): string | undefined {
  return /^\S+ \S+/.exec(place)?.[0];
}
