import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { groupBy } from '../../src/util/group-by.ts';
import { runs } from '../support/fast-check.ts';
import { folderFiles } from '../support/folder-files.ts';
import type { FactTable } from '../support/read-tables.ts';
import { readTables } from '../support/read-tables.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Formats that carry every table of a paper. */
const FORMATS = ['xlsx', 'docx', 'html', 'md', 'json'] as const;
/** Of these, those in which a chart is a picture; its facts are words in it, not a table. */
const DRAWING: ReadonlySet<string> = new Set(['docx', 'html']);
/** What people paste into a field. */
const NASTY = [
  '<b>粗</b>',
  'a|b',
  '{{unit.name}}',
  '=1+1',
  '两\n行',
  '😀',
  '张䶮、李㛃',
  '# 题',
  '1. 一',
  '- 项',
  '*星*',
  '[链](http://a.b)',
  '\\',
  '&amp;',
  '严格执行制度。'.repeat(60),
];
/** Free texts of records: to change them breaks no reference and no word of the scheme. */
const FREE = new Set([
  'name',
  'content',
  'problem',
  'result',
  'summary',
  'cause',
  'duties',
  'facts',
]);
type Dice = (most: number) => number;

/** A unit with some of its records left out and some of its texts changed. */
function generated(unit: string, dice: Dice): string {
  const folder = tempFolder();
  cpSync(COUNTY, folder, {
    recursive: true,
    filter: (path) => !/\/units\/[^/]+/.test(path) || path.includes(`/units/${unit}`),
  });
  const inside = join(folder, 'units', unit);
  for (const name of readdirSync(inside, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.yaml') || name.startsWith('reviews')) continue;
    const value: unknown = parse(readFileSync(join(inside, name), 'utf8'));
    if (!Array.isArray(value)) continue;
    const kept = value.filter(() => dice(2) === 0);
    writeFileSync(join(inside, name), stringify(kept.map((one) => spoiled(one, dice))));
  }
  return folder;
}

function spoiled(record: unknown, dice: Dice): unknown {
  const entries = Object.entries(record as object).map(([key, value]) => {
    const isFree = FREE.has(key) && typeof value === 'string' && dice(3) === 0;
    return [key, isFree ? NASTY[dice(NASTY.length - 1)] : value] as const;
  });
  return Object.fromEntries(entries);
}

describe.each(readdirSync(join(COUNTY, 'units')))('%s', (unit) => {
  test('every paper says the same in all formats, whatever the unit holds', async () => {
    const rolls = fc.infiniteStream(fc.nat());
    await fc.assert(
      fc.asyncProperty(rolls, async (stream) => {
        const data = generated(unit, (most) => Number(stream.next().value) % (most + 1));
        const out = tempFolder();
        const formats = FORMATS.flatMap((format) => ['-f', format]);
        const { code, err } = await runCli([
          '-C',
          data,
          'report',
          '--draft',
          '-o',
          out,
          ...formats,
        ]);
        expect(code, err).toBe(0);
        const files = [...folderFiles(out)].map(([name, bytes]) => ({ name, bytes }));
        const byPaper = groupBy(files, ({ name }) => /^[^/]+\/\d\d /.exec(name)?.[0]);
        byPaper.delete(undefined);
        expect(byPaper.size).toBeGreaterThan(0);
        for (const [paper, own] of byPaper) {
          const jsons = own.filter(({ name }) => name.endsWith('.json'));
          const said: FactTable[][] = [];
          for (const format of FORMATS) {
            const written = own.filter(({ name }) => name.endsWith(`.${format}`));
            const facts = await readTables(format, written);
            said.push(facts.flatMap(({ tables }) => tables));
          }
          const json = said.at(-1);
          const isDrawn = jsons.some(({ bytes }) => /"figures": \[\n/.test(bytes.toString()));
          said.forEach((tables, index) => {
            if (isDrawn && DRAWING.has(FORMATS[index]!)) return;
            expect([paper, FORMATS[index], tables]).toEqual([paper, FORMATS[index], json]);
          });
        }
      }),
      { numRuns: runs(1) },
    );
  });
});
