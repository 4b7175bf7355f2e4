import { expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { RULE_CODES } from '../../src/diagnostics/rule-codes.ts';
import { registeredRules } from '../../src/pipeline/registered-rules.ts';
import { readRuleExamples } from '../../src/repository/rule-texts.ts';

const rules = registeredRules();

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
});

test('examples are those that the faults prove, short enough to read', () => {
  const examples = readRuleExamples();
  const without = RULE_CODES.filter((code) => examples[code] === undefined);
  expect(without).toEqual(['LF008', 'LF013', 'LF611']);
  expect(examples.LF106).toHaveLength(4);
  for (const example of Object.values(examples).flat()) {
    expect(example.fault).not.toEqual([]);
    for (const files of [example.fault, example.nearMiss ?? []]) {
      const lines = files.flatMap((file) => file.lines);
      expect(lines.length).toBeLessThanOrEqual(20);
      for (const { text } of lines)
        expect(text).not.toMatch(/[\u200B-\u200F\u202A-\u202E\uFEFF]|sha256-v1:[0-9a-f]{9}/);
    }
  }
});
