import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { appendToList } from '../../src/source/write/append-list.ts';

const ADDED = [{ id: 'b', of: { post: 'cashier' }, items: { r1: 'sha256-v1:00' } }];

test.each([
  ['block list', '# 说明\n- id: a # 首条\n  on: "2026-01-01"\n'],
  ['flow records', '- {id: a, on: "2026-01-01"} # 首条\n'],
  ['indented', '# 说明\n  - id: a\n    x: 1\n'],
  ['without a last line end', '- id: a'],
  ['with blank lines at the end', '- id: a\n\n\n'],
  ['CRLF', '# 说明\r\n- id: a\r\n  x: 1\r\n'],
])('appends to a %s and leaves what stands there', (_, text) => {
  const result = appendToList(text, ADDED)!;
  expect(result.startsWith(text.trimEnd())).toBe(true);
  expect(parse(result)).toEqual([...(parse(text) as unknown[]), ...ADDED]);
  if (text.includes('\r')) expect(result.replaceAll('\r\n', '')).not.toContain('\n');
});

test.each([
  ['empty file', ''],
  ['only a comment', '# 审核记录\n'],
])('begins a list in an %s', (_, text) => {
  const result = appendToList(text, ADDED)!;
  expect(result.startsWith(text)).toBe(true);
  expect(parse(result)).toEqual(ADDED);
});

test('writes a list on one line anew, with its comments', () => {
  const result = appendToList('# 说明\n[{id: a}] # 尾\n', ADDED)!;
  expect(result).toContain('# 说明');
  expect(parse(result)).toEqual([{ id: 'a' }, ...ADDED]);
});

test('does not touch what is no list', () => {
  expect(appendToList('id: a\n', ADDED)).toBeUndefined();
});
