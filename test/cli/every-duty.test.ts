import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ADDED_KINDS } from '../../src/commands/add/record-flags.ts';
import { KINDS, RECORD_FILES } from '../../src/model/kinds.ts';
import type { SchemeDuty } from '../../src/model/scheme-duty.ts';
import { openRepository } from '../../src/pipeline/open-and-assess.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Records that `lianfang review` writes: its acts, `publish` and `file`. */
const BY_REVIEW = ['notice', 'filing', 'review', 'rating'];
const ADDED: readonly string[] = ADDED_KINDS;

const { assessed } = await openRepository(COUNTY);
const UNITS = [...new Map(assessed.map((one) => [one.resolved.scheme.id, one])).values()];

/** The command that writes what discharges a duty, for each of whom it is asked. */
function commandFor(
  { id, record, kinds, attendance }: SchemeDuty,
  post: string,
): string[] | undefined {
  const kind = record.find((one) => ADDED.includes(one));
  if (kind === undefined) return undefined;
  const isHeld = kind === 'evaluation' || kind === 'meeting';
  const present = attendance.length > 0 ? attendance : ['全体人员'];
  return [
    'add',
    kind,
    '--duty',
    id,
    '--all',
    '--on',
    '2026-03-30',
    '--dry-run',
    '--json',
    ...(kind === 'inspection' && kinds.length > 1 ? ['--method', kinds[0]!] : []),
    ...(isHeld && kinds.length > 1 ? ['--kind', kinds[0]!] : []),
    ...(kind === 'rotation' ? ['--post', post] : []),
    ...(isHeld ? present.flatMap((who) => ['--participants', `${who}=3`]) : []),
  ];
}

/** Asked of each leader or warning: of what they answer for, which no command can tell of all at once. */
const ONE_BY_ONE = ['leader', 'warning'];

test.each(UNITS.map((one) => [one.resolved.scheme.id, one] as const))(
  '%s: every duty has a command that discharges it',
  async (_, { unit, resolved: { scheme } }) => {
    const folder = tempFolder();
    cpSync(join(COUNTY, 'units', unit.id), join(folder, 'units', unit.id), { recursive: true });
    for (const name of ['lianfang.yaml', 'schemes']) {
      cpSync(join(COUNTY, name), join(folder, name), { recursive: true });
    }
    const years = RECORD_FILES.filter(({ kind }) => KINDS[kind].standing !== true);
    for (const name of readdirSync(join(folder, 'units', unit.id))) {
      const isOfYear = years.some(({ file }) => name === file || name.startsWith(`${file}.`));
      if (isOfYear) rmSync(join(folder, 'units', unit.id, name), { recursive: true });
    }
    for (const duty of scheme.duties) {
      if (duty.record.length === 0) continue;
      const words = commandFor(duty, unit.posts[0]!.id);
      expect(words !== undefined || duty.record.some((one) => BY_REVIEW.includes(one))).toBe(true);
      if (words === undefined || ONE_BY_ONE.includes(duty.each)) continue;
      const { out, err } = await runCli(['-C', folder, ...words]);
      expect(`${duty.id} ${err}`).toBe(`${duty.id} `);
      const { records } = JSON.parse(out) as { records: { duties: { does: string }[] }[] };
      const does = records.flatMap(({ duties }) => duties.map((one) => one.does));
      expect([duty.id, does.length > 0, does.includes('没有计入')]).toEqual([duty.id, true, false]);
    }
  },
);
