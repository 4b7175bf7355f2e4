import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import { comparePrint } from '../support/compare-print.ts';
import { UNITS } from './printed-sets.ts';
import { printedText } from './printed-text.ts';

const printed = inject('printed');

/** Whole sets of papers as Word files and workbooks, read back: all that JSON says stands on paper. */
describe.skipIf(printed === undefined)('whole sets printed by LibreOffice', () => {
  test.each(UNITS)('%s: nothing is lost', (unit) => {
    const names = readdirSync(`${printed}/sets/${unit}`).filter((name) => name.endsWith('.json'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const json = readFileSync(`${printed}/sets/${unit}/${name}`, 'utf8');
      for (const format of ['docx', 'xlsx']) {
        const pdf = `${printed}/${format}-${unit} ${name.replace(/json$/, 'pdf')}`;
        const { values, lost, fewer } = comparePrint(
          printedText(pdf, '-raw'),
          json,
          format === 'docx',
        );
        expect(values, name).toBeGreaterThan(0);
        expect({ lost, fewer }, `${name} ${format}`).toEqual({ lost: [], fewer: [] });
      }
    }
  });
});
