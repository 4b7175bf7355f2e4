import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RuleCode } from '../../src/diagnostics/rule-codes.ts';
import { checkAll } from '../../src/pipeline/check-all.ts';
import { openEarlier } from '../../src/pipeline/earlier.ts';
import { heldRoot } from '../../src/repository/files.ts';
import { folderFiles } from '../support/folder-files.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { registeredRules } from '../../src/pipeline/registered-rules.ts';

const rules = registeredRules();

/**
 * `base/` is a repository without a fault. `<code>/fault/` holds the files that differ where one fault is
 * planted, `<code>/near-miss/` those of something close to it that is right; `<code>/expected.txt` is
 * what must be found. A rule that says several things has more pairs: `fault-<name>`,
 * `near-miss-<name>`, `expected-<name>.txt`. `case.yaml` names the day to check on (`asOf`), and whether
 * to compare with an earlier edition (`earlier`: the base). `lianfang explain` shows just these.
 */
const FAULTS = fileURLToPath(new URL('./faults/', import.meta.url));
const CODES = readdirSync(FAULTS).filter((name) => name !== 'base');
const PAIRS = CODES.flatMap((code) =>
  readdirSync(join(FAULTS, code)).flatMap((name) =>
    name.startsWith('fault') ? [[code, name.slice('fault'.length)] as const] : [],
  ),
);

/** Metadata only, held by tests of their own: faults of size, of the disk, of presets. */
const ELSEWHERE: readonly RuleCode[] = ['LF008', 'LF013', 'LF611'];

type Case = { readonly asOf?: string; readonly earlier?: boolean };

const BASE = folderFiles(join(FAULTS, 'base'));

async function found(code: string, kind: string): Promise<string> {
  const file = join(FAULTS, code, 'case.yaml');
  const { asOf, earlier = false } = (
    existsSync(file) ? parse(readFileSync(file, 'utf8')) : {}
  ) as Case;
  const files = new Map([...BASE, ...folderFiles(join(FAULTS, code, kind))]);
  const diagnostics = await checkAll(openAssessed(heldRoot(files)), {
    ...(asOf === undefined ? {} : { asOf }),
    ...(earlier ? { earlier: openEarlier(heldRoot(BASE)) } : {}),
  });
  return diagnostics
    .map((one) => `${one.file}:${one.start.line}:${one.start.column} ${one.code}\n`)
    .join('');
}

test('the base has no fault', async () => {
  expect(await checkAll(openAssessed(heldRoot(BASE)))).toEqual([]);
});

test('every rule has its fault, and every fault its near miss', () => {
  const codes = rules.map(({ meta }) => meta.code).filter((code) => !ELSEWHERE.includes(code));
  expect(CODES.map((code) => code.toUpperCase())).toEqual(codes);
  const checks = rules.filter(({ check }) => check !== undefined).map(({ meta }) => meta.code);
  expect(checks.filter((code) => ELSEWHERE.includes(code))).toEqual([]);
  for (const [code, pair] of PAIRS) {
    expect(readdirSync(join(FAULTS, code))).toContain(`near-miss${pair}`);
  }
});

describe.each(PAIRS)('%s%s', (code, pair) => {
  test('the fault is found where it is, and nothing else', async () => {
    const text = await found(code, `fault${pair}`);
    await expect(text).toMatchFileSnapshot(join(FAULTS, code, `expected${pair}.txt`));
    const codes = faultsIn(code, text).map((line) => line.split(' ')[1]);
    expect(new Set(codes)).toEqual(new Set([code.toUpperCase()]));
  });

  test('the near miss is not', async () => {
    expect(faultsIn(code, await found(code, `near-miss${pair}`))).toEqual([]);
  });
});

/** A blank is nobody's fault, but where it is the matter itself. */
function faultsIn(code: string, text: string): string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.filter((line) => code === 'lf109' || !line.endsWith('LF109'));
}
