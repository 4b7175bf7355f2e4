import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { RULE_CODES } from '../../src/diagnostics/rule-codes.ts';
import { rules } from '../../src/rules/rule-registry.ts';

test('codes and names are unique, and codes in order', () => {
  const codes = rules.map(({ meta }) => meta.code);
  expect(codes).toEqual(RULE_CODES);
  expect(codes).toEqual([...new Set(codes)].toSorted());
  expect(new Set(rules.map(({ meta }) => meta.name)).size).toBe(rules.length);
  for (const { meta } of rules) {
    expect(meta.code).toMatch(/^LF\d{3}$/);
    expect(meta.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  }
});

test('a file is named by code and name', () => {
  const files = readdirSync(new URL('../../src/rules/', import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  })
    .map((path) => basename(path))
    .filter((file) => /^lf\d/.test(file));
  const named = rules
    .filter(({ check }) => check !== undefined)
    .map(({ meta }) => `${meta.code.toLowerCase()}-${meta.name}.ts`);
  expect(named).toEqual(files.toSorted());
});

test.each(rules.map(({ meta }) => meta))('$code speaks plainly', (meta) => {
  for (const text of [meta.title, meta.rationale]) expect(text).toMatch(/\p{Script=Han}/u);
  expect(meta.title).not.toMatch(/[。！]$/u);
  expect(meta.rationale).toMatch(/。$/u);
  expect(meta.examples.bad).not.toBe(meta.examples.good);
  expect(parseDocument(meta.examples.good).errors).toEqual([]);
});
