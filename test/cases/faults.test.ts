import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkAll } from '../../src/pipeline/check-all.ts';
import { openAndAssess } from '../../src/pipeline/open-and-assess.ts';
import { rules } from '../../src/rules/rule-registry.ts';
import { tempFolder } from '../support/temp-folder.ts';

/**
 * `base/` is a repository without a fault. `<code>/fault/` holds the files that differ where one fault is
 * planted, `<code>/near-miss/` those of something close to it that is right; `<code>/expected.txt` is
 * what must be found.
 */
const FAULTS = fileURLToPath(new URL('./faults/', import.meta.url));
const CODES = readdirSync(FAULTS).filter((name) => name !== 'base');

/** Held by tests of their own: faults of size, of the disk, of an earlier edition, of a day, of presets. */
const ELSEWHERE = new Set(['LF008', 'LF013', 'LF352', 'LF431', 'LF611']);

function filesIn(folder: string): Record<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]));
}

function found(code: string, kind: 'fault' | 'near-miss'): string {
  const files = { ...filesIn(join(FAULTS, 'base')), ...filesIn(join(FAULTS, code, kind)) };
  return checkAll(openAndAssess(tempFolder(files)))
    .map((one) => `${one.file}:${one.start.line}:${one.start.column} ${one.code}\n`)
    .join('');
}

test('the base has no fault', () => {
  const folder = tempFolder(filesIn(join(FAULTS, 'base')));
  expect(checkAll(openAndAssess(folder))).toEqual([]);
});

test('every rule has its fault', () => {
  const codes = rules.map(({ meta }) => meta.code).filter((code) => !ELSEWHERE.has(code));
  expect(CODES.map((code) => code.toUpperCase())).toEqual(codes);
});

describe.each(CODES)('%s', (code) => {
  test('the fault is found where it is, and nothing else', async () => {
    const text = found(code, 'fault');
    await expect(text).toMatchFileSnapshot(join(FAULTS, code, 'expected.txt'));
    const codes = faultsIn(code, text).map((line) => line.split(' ')[1]);
    expect(new Set(codes)).toEqual(new Set([code.toUpperCase()]));
  });

  test('the near miss is not', () => {
    expect(existsSync(join(FAULTS, code, 'near-miss'))).toBe(true);
    expect(faultsIn(code, found(code, 'near-miss'))).toEqual([]);
  });
});

/** A blank is nobody's fault, but where it is the matter itself. */
function faultsIn(code: string, text: string): string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.filter((line) => code === 'lf109' || !line.endsWith('LF109'));
}
