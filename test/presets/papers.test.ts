import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAndAssess } from '../../src/pipeline/open-and-assess.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';

/** Every paper that the twelve notices name or imply, by scheme. */
const ROWS = readFileSync(fileURLToPath(new URL('../fixtures/papers.tsv', import.meta.url)), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([scheme = '', title = '']) => ({ scheme, title }));

const { assessed } = openAndAssess(COUNTY);
const SCHEMES = [...new Set(ROWS.map(({ scheme }) => scheme))];

test('the county has a unit of every scheme', () => {
  const used = new Set(assessed.map(({ resolved }) => resolved.scheme.id));
  expect([...used].toSorted()).toEqual(SCHEMES.toSorted());
});

describe.each(SCHEMES)('%s', (scheme) => {
  const units = assessed.filter(({ resolved }) => resolved.scheme.id === scheme);
  const papers = units[0]!.resolved.scheme.papers;
  const titles = ROWS.filter((row) => row.scheme === scheme).map(({ title }) => title);

  test('declares every paper of its notice under its title', () => {
    // The unit's name that stands before some titles is filled in for each unit.
    const declared = papers.map(({ title }) => title.replace(/\{\{[^}]*\}\}/g, ''));
    expect(titles.filter((title) => !declared.includes(title))).toEqual([]);
  });

  describe.each(units.map(({ unit }) => unit.id))('for %s', (unit) => {
    const folder = mkdtempSync(join(tmpdir(), 'lianfang-papers-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    let contents = '';
    let result = { code: -1, err: '' };
    beforeAll(async () => {
      const formats = ['xlsx', 'docx', 'pdf', 'md'].flatMap((format) => ['-f', format]);
      result = await runCli(['-C', COUNTY, 'report', '-u', unit, ...formats, '-o', folder]);
      contents = readFileSync(join(folder, unit, '目录.md'), 'utf8');
    });

    test('is reported without a complaint', () => {
      const err = result.err.replace(/^已写入.*\n/gm, '');
      expect({ code: result.code, err }).toEqual({ code: 0, err: '' });
    });

    test.each(papers.map(({ title }, index) => [index, title] as const))(
      '%i %s is written in every format, and says something',
      (index) => {
        const row = contents.split('\n').filter((line) => /^\| \d/.test(line))[index] ?? '';
        const files = [...row.matchAll(/\(<([^>]+)>\)/g)].map(([, name]) => name!);
        expect(new Set(files.map((name) => name.split('.').at(-1)))).toEqual(
          new Set(['xlsx', 'docx', 'pdf', 'md']),
        );
        for (const name of files) {
          const bytes = readFileSync(join(folder, unit, name));
          if (name.endsWith('.md')) expect(bytes.toString()).toMatch(/^(?:.+\n\n)?# .+\n\n\S/);
          else if (name.endsWith('.pdf')) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
          else expect(bytes.subarray(0, 2).toString()).toBe('PK');
        }
      },
    );
  });
});
