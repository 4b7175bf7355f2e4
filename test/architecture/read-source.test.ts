import { expect, test } from 'vitest';
import { readSource } from './read-source.ts';

/** Ways to take something from elsewhere, each with what must be found. */
test.each([
  ["import fs from 'node:fs';", 'fixed node:fs'],
  ["import 'node:fs';", 'fixed node:fs'],
  ["import * as fs from 'node:fs';", 'fixed node:fs'],
  ["import type { Stats } from 'node:fs';", 'type node:fs'],
  ["import { type Stats } from 'node:fs';", 'type node:fs'],
  ["import { type Stats, statSync } from 'node:fs';", 'fixed node:fs'],
  ["import\n  fs,\n  { statSync }\n  from\n  'node:fs';", 'fixed node:fs'],
  ["import fs = require('node:fs');", 'fixed node:fs'],
  ["export { statSync } from 'node:fs';", 'fixed node:fs'],
  ["export type { Stats } from 'node:fs';", 'type node:fs'],
  ["export * from 'node:fs';", 'fixed node:fs'],
  ["export * as fs from 'node:fs';", 'fixed node:fs'],
  ["type S = import('node:fs').Stats;", 'type node:fs'],
  ["let fs: typeof import('node:fs');", 'type node:fs'],
  ["await import('node:fs');", 'lazy node:fs'],
  ['await import(`node:fs`);', 'lazy node:fs'],
  ["const load = () => import('node:fs' as string);", 'lazy node:fs'],
  ['await import(`node:${name}`);', 'lazy undefined'],
  ["await import('node:' + 'fs');", 'lazy undefined'],
  ["require('node:fs');", 'lazy node:fs'],
  ["createRequire(import.meta.url)('node:fs');", 'lazy node:fs'],
  ["module.createRequire(import.meta.url)('node:fs');", 'lazy node:fs'],
  ["const load = createRequire(import.meta.url); load('node:fs');", 'lazy node:fs'],
  ["let load; load = createRequire(here); load.resolve('node:fs');", 'lazy node:fs'],
  ["process.getBuiltinModule('node:fs');", 'lazy node:fs'],
  ["process['getBuiltinModule']('node:fs');", 'lazy node:fs'],
  ["import.meta.resolve('node:fs');", 'lazy node:fs'],
])('%s', (text, expected) => {
  const { imports } = readSource(text);
  expect(imports.map(({ kind, specifier }) => `${kind} ${specifier}`)).toEqual([expected]);
});

/** Ways to the clock, to chance, to the network and to what surrounds the program. */
test.each([
  ['Date.now();', 'Date'],
  ["Date['now']();", 'Date'],
  ['const { now } = Date;', 'Date'],
  ['const Clock = Date; new Clock();', 'Date'],
  ['new Date();', 'Date'],
  ['new Date;', 'Date'],
  ['Date();', 'Date'],
  ['`${Date()}`;', 'Date'],
  ['run(Date);', 'Date'],
  ['({ Date });', 'Date'],
  ['(Date as Clock).now();', 'Date'],
  ['globalThis.Date.now();', 'globalThis'],
  ["globalThis['Da' + 'te']();", 'globalThis'],
  ['global.fetch(url);', 'global'],
  ['performance.now();', 'performance'],
  ['Math.random();', 'Math.random'],
  ["Math['random']();", 'Math.random'],
  ['crypto.randomUUID();', 'crypto'],
  ['process.env.HOME;', 'process'],
  ['const { env } = process;', 'process'],
  ['fetch(url);', 'fetch'],
  ['const get = fetch;', 'fetch'],
  ['new WebSocket(url);', 'WebSocket'],
  ["eval('1');", 'eval'],
  ["new Function('return 1');", 'Function'],
])('%s', (text, expected) => {
  expect(readSource(text).ambient.map(({ name }) => name)).toEqual([expected]);
});

test.each([
  'new Date(text);',
  'new Date(2026, 0, 1);',
  'Date.UTC(2026, 0, 1);',
  "Date.parse('2026-01-01');",
  'value instanceof Date;',
  'let day: Date;',
  'type T = { fetch: string };',
  'record.fetch(url);',
  'record.process;',
  '({ process: 1, fetch() {} });',
  "const text = 'new Date() fetch(url) node:http';",
  '// Date.now() and process.env',
  'const said = /Date.now\\(\\)/;',
])('nothing is seen in %s', (text) => {
  expect(readSource(text)).toMatchObject({ imports: [], ambient: [] });
});

test('types are named, whether exported or not', () => {
  const { types } = readSource('export type A = 1; interface B {} namespace C { type D = 1 }');
  expect(types).toEqual(['A', 'B', 'D']);
});

test('lines are told', () => {
  const { imports, ambient } = readSource("\nimport 'a';\n\nDate.now();\n");
  expect([imports[0]?.line, ambient[0]?.line]).toEqual([2, 4]);
});
