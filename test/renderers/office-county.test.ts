import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { comparePrint } from '../support/compare-print.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

/**
 * Whole sets of papers as Word files and workbooks, printed by LibreOffice and read back: all that JSON
 * says stands on paper. For all units: LIANFANG_OFFICE_UNITS=all.
 */
const UNITS = unitsFrom(
  process.env['LIANFANG_OFFICE_UNITS'] ?? 'government-offices,culture-tourism',
);
const OFFICE = 'soffice';
const TO_TEXT = 'pdftotext';
const hasOffice =
  process.env['LIANFANG_NEEDS_OFFICE'] === '1' ||
  [OFFICE, TO_TEXT].every((program) => spawnSync('which', [program]).status === 0);

function unitsFrom(list: string): string[] {
  return list === 'all' ? readdirSync(join(COUNTY, 'units')).toSorted() : list.split(',');
}

describe.skipIf(!hasOffice)('whole sets printed by LibreOffice', { timeout: 600_000 }, () => {
  test.each(UNITS)('%s: nothing is lost', async (unit) => {
    const out = tempFolder();
    const formats = ['-f', 'docx', '-f', 'xlsx', '-f', 'json'];
    const { code } = await runCli(['report', '-u', unit, ...formats, '-o', out, '-q'], {
      cwd: COUNTY,
    });
    expect(code).toBe(0);
    const folder = join(out, unit);
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace(/\.json$/, ''));
    expect(names.length).toBeGreaterThan(0);
    for (const format of ['docx', 'xlsx'] as const) {
      const printed = join(out, format);
      mkdirSync(printed);
      const files = names.map((name) => join(folder, `${name}.${format}`));
      const profile = `-env:UserInstallation=file://${out}/profile`;
      const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', printed, ...files];
      execFileSync(OFFICE, args, { stdio: 'ignore' });
      for (const name of names) {
        const text = execFileSync(TO_TEXT, ['-raw', join(printed, `${name}.pdf`), '-'], {
          encoding: 'utf8',
          maxBuffer: 1e9,
        });
        const json = readFileSync(join(folder, `${name}.json`), 'utf8');
        const { values, lost, fewer } = comparePrint(text, json, format === 'docx');
        expect(values, name).toBeGreaterThan(0);
        expect({ lost, fewer }, `${name}.${format}`).toEqual({ lost: [], fewer: [] });
      }
    }
  });
});

test('what a print lacks is found', () => {
  const paper = {
    title: '登记表',
    fields: [{ label: '单位', value: '某县某局' }],
    tables: [
      {
        columns: [{ header: '风险点' }],
        rows: [{ cells: { a: '收受好处放宽条件' } }, { cells: { a: ['两人审核', '定期轮岗'] } }],
      },
    ],
    figures: [],
    texts: ['第一条\n第二条'],
    opinions: [],
    signatures: ['填表人：'],
  };
  const json = JSON.stringify({ documents: [paper] });
  const whole =
    '登记表 单位：某县某局 风险点 收受好处 放宽条件 1. 两人审核 2. 定期轮岗 第一条 第二条 填表人：';
  expect(comparePrint(whole, json, false)).toMatchObject({ parted: 0, lost: [], fewer: [] });
  const parted = comparePrint(whole.replace('好处', '好处 第1页 登记表'), json, false);
  expect(parted).toMatchObject({ parted: 1, lost: [], fewer: [] });
  const lacking = comparePrint(whole.replace('轮岗', ''), json, false);
  expect(lacking.lost).toEqual(['定期轮岗']);
  expect(lacking.fewer).toEqual(['轮', '岗']);
});
