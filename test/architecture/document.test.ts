import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOMS } from './rooms.ts';

const ROOT = join(import.meta.dirname, '../..');
const TEXT = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

test('every file and folder that docs/architecture.md names exists', () => {
  const paths = [...TEXT.matchAll(/`((?:src|test|templates|examples)\/[^`\s]*)`/g)].map(
    ([, path = '']) => path,
  );
  const links = [...TEXT.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => join('docs', path));
  expect(paths.length).toBeGreaterThan(20);
  const missing = [...paths, ...links].filter((path) => !existsSync(join(ROOT, path)));
  expect(missing).toEqual([]);
});

test('every name stands in the file that it is said to stand in', () => {
  const named = [...TEXT.matchAll(/`(\w+)` in `(src\/[^`]+)`/g)];
  expect(named.length).toBeGreaterThan(10);
  const missing = named.filter(([, name = '', path = '']) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return !new RegExp(`^export (?:async )?(?:function\\*?|const) ${name}\\b`, 'm').test(text);
  });
  expect(missing.map(([text]) => text)).toEqual([]);
});

test('every room is told of, above those that it imports from', () => {
  const table = TEXT.slice(TEXT.indexOf('## The rooms'), TEXT.indexOf('## What is data'));
  const lines = [...table.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm)].map(([, cell = '']) =>
    [...cell.matchAll(/`([\w-]+)`/g)].map(([, room = '']) => room),
  );
  const folders = Object.keys(ROOMS).filter((room) => !existsSync(join(ROOT, `src/${room}.ts`)));
  expect(lines.flat().toSorted()).toEqual(folders.toSorted());
  const lineOf = (room: string) => lines.findIndex((rooms) => rooms.includes(room));
  for (const room of folders) {
    const below = (ROOMS[room] ?? '').split(' ').filter((target) => folders.includes(target));
    for (const target of below) {
      expect(lineOf(target), `${room} → ${target}`).toBeGreaterThanOrEqual(lineOf(room));
    }
  }
});

test('the record that is followed is as it is shown', () => {
  const file = /`(examples\/county\/units\/[^`]+\.yaml)`/.exec(TEXT)?.[1] ?? '';
  const shown = /```yaml\n([^]*?)```/.exec(TEXT)?.[1]?.trimEnd().split('\n') ?? [];
  const text = readFileSync(join(ROOT, file), 'utf8').split('\n');
  expect(dirname(file)).toContain('finance-bureau');
  for (const line of shown) expect(text).toContain(line);
});
