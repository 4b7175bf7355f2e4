import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkAll } from '../../src/pipeline/check-all.ts';
import { heldRoot } from '../../src/repository/files.ts';
import type { Change } from '../support/broken-unit.ts';
import { breakUnit, filesOfUnit } from '../support/broken-unit.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { COUNTY } from '../support/repositories.ts';

/**
 * Breaches of the clauses of each notice, planted one by one in the unit of the county that follows it:
 * `breach` in words, what is changed, and the rule that must find it, or why no tool can (`unseen`).
 */
type Breach = {
  readonly clause: string;
  readonly breach: string;
  readonly change: Change | readonly Change[];
  /** The day that deadlines are judged by. */
  readonly asOf?: string;
  readonly found?: string;
  readonly unseen?: string;
};
type Clauses = { readonly unit: string; readonly breaches: readonly Breach[] };

const FOLDER = fileURLToPath(new URL('./clauses/', import.meta.url));
const SCHEMES = readdirSync(FOLDER).map((name) => ({
  scheme: basename(name, '.yaml'),
  ...(parse(readFileSync(join(FOLDER, name), 'utf8')) as Clauses),
}));

async function codesIn(files: ReadonlyMap<string, Uint8Array>, asOf?: string): Promise<string[]> {
  const opened = openAssessed(heldRoot(files));
  const found = await checkAll(opened, asOf === undefined ? {} : { asOf });
  return found.map(({ code, file, message }) => `${code} ${file} ${message}`);
}

describe.each(SCHEMES)('$scheme', ({ scheme, unit, breaches }) => {
  const files = filesOfUnit(COUNTY, unit);
  const whole = new Map<string | undefined, Promise<string[]>>();
  const before = (asOf?: string) => {
    let known = whole.get(asOf);
    if (known === undefined) whole.set(asOf, (known = codesIn(files, asOf)));
    return known;
  };

  test.each(breaches)('$clause $breach', async ({ change, asOf, found, unseen }) => {
    const known = await before(asOf);
    const broken = breakUnit(files, unit, [change].flat());
    const fresh = (await codesIn(broken, asOf)).filter((one) => !known.includes(one));
    const codes = new Set(fresh.map((one) => one.split(' ')[0]!));
    if (found === undefined) expect([unseen ?? '', ...fresh]).toEqual([expect.stringMatching(/./)]);
    else expect([...codes], fresh.join('\n')).toContain(found);
  });

  test('at least twelve breaches, nine in ten of them found', () => {
    expect(scheme).toBe(scheme);
    expect(breaches.length).toBeGreaterThanOrEqual(12);
    expect(breaches.filter(({ found }) => found !== undefined).length).toBeGreaterThanOrEqual(
      breaches.length * 0.9,
    );
  });
});
