import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAssessed } from '../support/open-assessed.ts';
import { folderFiles } from '../support/folder-files.ts';
import { bare, bareFacts, hasPoppler, readPapers } from '../support/read-pdf.ts';
import { readTables } from '../support/read-tables.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { expectSameTables, TABLE_FORMATS } from '../support/same-facts.ts';

/** Every paper that the twelve notices name or imply, by scheme. */
const ROWS = readFileSync(fileURLToPath(new URL('../fixtures/papers.tsv', import.meta.url)), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([scheme = '', title = '']) => ({ scheme, title }));

const { assessed } = openAssessed(COUNTY);
const SCHEMES = [...new Set(ROWS.map(({ scheme }) => scheme))];

// The whole county is printed once; all tests look at that.
const data = mkdtempSync(join(tmpdir(), 'lianfang-county-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));
let result = { code: -1, err: '' };
let printed: ReadonlyMap<string, Buffer> = new Map();

beforeAll(async () => {
  cpSync(COUNTY, join(data, 'county'), { recursive: true });
  const formats = [...TABLE_FORMATS, 'docx', 'pdf'].flatMap((format) => ['-f', format]);
  const out = join(data, 'out');
  result = await runCli(['-C', join(data, 'county'), 'report', ...formats, '-o', out]);
  printed = folderFiles(out);
});

test('the county has a unit of every scheme', () => {
  const used = new Set(assessed.map(({ resolved }) => resolved.scheme.id));
  expect([...used].toSorted()).toEqual(SCHEMES.toSorted());
});

test('every unit is reported, and what no record carries is left blank', async () => {
  expect(result.code).toBe(0);
  const err = result.err.replace(/^已写入.*\n/gm, '');
  await expect(err).toMatchFileSnapshot('../expected/left-blank.txt');
});

test('to report and check never changes the data', async () => {
  const folder = join(data, 'county');
  await runCli(['check'], { cwd: folder });
  await runCli(['list', 'risks'], { cwd: folder });
  expect(folderFiles(folder)).toEqual(folderFiles(COUNTY));
});

test('every table says the same in all formats', async () => {
  expect(await expectSameTables(printed)).toBeGreaterThanOrEqual(60);
});

test.skipIf(!hasPoppler)('every PDF says the same as JSON', async () => {
  const names = [...printed.keys()].filter((name) => name.endsWith('.pdf'));
  expect(names.length).toBeGreaterThan(60);
  for (const name of names) {
    const bytes = withoutFigures(printed.get(name.replace(/pdf$/, 'json'))!);
    const facts = (await readTables('json', [{ name, bytes }])).map(bareFacts);
    const read = readPapers(printed.get(name)!);
    const tables = facts.map((paper) => paper.tables);
    expect([name, read.map((paper) => paper.tables)]).toEqual([name, tables]);
    facts.forEach(({ title, fields }, index) => {
      // A cover may name the unit too.
      expect(bare(read[index]?.title ?? '').endsWith(title), `${name} ${title}`).toBe(true);
      for (const [label, value] of fields) {
        expect(read[index]?.says(label, value), `${name} ${label} ${value}`).toBe(true);
      }
    });
  }
});

/** Papers as JSON without the tables of their charts, which a PDF draws. */
function withoutFigures(json: Buffer): Buffer {
  const content = JSON.parse(json.toString()) as { readonly documents: object[] };
  const documents = content.documents.map((paper) => ({ ...paper, figures: [] }));
  return Buffer.from(JSON.stringify({ ...content, documents }));
}

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
    test.each(papers.map(({ title }, index) => [index, title] as const))(
      '%i %s is written in every format, and says something',
      (index) => {
        const contents = printed.get(`${unit}/目录.md`)?.toString() ?? '';
        const row = contents.split('\n').filter((line) => /^\| \d/.test(line))[index] ?? '';
        const files = [...row.matchAll(/\(<([^>]+)>\)/g)].map(([, name]) => name!);
        const formats = new Set(files.map((name) => name.split('.').at(-1)));
        expect([...formats]).toEqual(expect.arrayContaining(['xlsx', 'docx', 'pdf', 'md']));
        for (const name of files) {
          const bytes = printed.get(`${unit}/${name}`)!;
          if (name.endsWith('.md')) expect(bytes.toString()).toMatch(/^(?:.+\n\n)?# .+\n\n\S/);
          else if (name.endsWith('.pdf')) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
          else if (/\.(?:xlsx|docx)$/.test(name)) {
            expect(bytes.subarray(0, 2).toString()).toBe('PK');
          }
        }
      },
    );
  });
});
