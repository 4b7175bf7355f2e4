import { describe, expect, test } from 'vitest';
import type { Format, RenderedFile } from '../../src/renderers/renderer-registry.ts';
import { groupBy } from '../../src/util/group-by.ts';
import { folderFiles } from '../support/folder-files.ts';
import type { Facts } from '../support/read-tables.ts';
import { readTables } from '../support/read-tables.ts';
import { COUNTY, OWN_SCHEME, PUBLISHED } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const FORMATS = ['xlsx', 'md', 'csv', 'json'] as const;
const AUDIENCES = ['internal', 'public'] as const;

describe.each([
  // Papers that hold what the public may not see are not made for it.
  ['examples/county', COUNTY, { internal: 60, public: 30 }],
  ['examples/published', PUBLISHED, { internal: 6, public: 6 }],
  ['own-scheme', OWN_SCHEME, { internal: 1, public: 0 }],
])('every table of %s', (_, repository, papers) => {
  test.each(AUDIENCES)('says the same in all formats to the audience %s', async (audience) => {
    const folder = tempFolder();
    const formats = FORMATS.flatMap((format) => ['--format', format]);
    const args = ['report', '--out', folder, '--audience', audience, '--draft', ...formats];
    const { code, err } = await runCli(['-C', repository, ...args]);
    expect(code, err).toBe(0);

    const files = [...folderFiles(folder)].map(([name, bytes]) => ({ name, bytes }));
    const byPaper = groupBy(files, ({ name }) => /^[^/]+\/\d\d /.exec(name)?.[0]);
    byPaper.delete(undefined); // 目录.md
    let compared = 0;
    for (const [paper, own] of byPaper) {
      const facts = await readAll(own);
      expect([paper, withoutProse(facts.md, facts.json)]).toEqual([paper, facts.json]);
      expect([paper, withoutProse(facts.xlsx, facts.json)]).toEqual([paper, facts.json]);
      // A text has its paragraphs as one column in CSV.
      const listed = facts.csv
        .flatMap(({ tables }) => tables)
        .filter(({ headers }) => headers.join('') !== '内容');
      expect([paper, listed]).toEqual([paper, facts.json.flatMap(tablesOf)]);
      compared += facts.json.length;
    }
    expect(compared).toBeGreaterThanOrEqual(papers[audience]);
  });
});

/**
 * Where a paper has no labels, a line of a letter that ends in a colon is none (各科室：), and what is
 * printed first may be a letter's number or the large type of a cover.
 */
function withoutProse(read: readonly Facts[], json: readonly Facts[]): readonly Facts[] {
  return read.map((one, index) => {
    const { title, fields } = json[index] ?? one;
    const labels = new Set(fields.map(([label]) => label));
    const own = one.fields.filter(([label]) => labels.has(label));
    const isProse = fields.length === 0 || own.length < one.fields.length;
    return { ...one, fields: own, title: isProse ? title : one.title };
  });
}

/** A paper without a table has its fields as one in CSV. */
function tablesOf({ tables, fields }: Facts): Facts['tables'] {
  if (tables.length > 0 || fields.length === 0) return tables;
  return [{ headers: ['项目', '内容'], rows: fields }];
}

async function readAll(files: readonly RenderedFile[]): Promise<Record<Format, readonly Facts[]>> {
  const read = FORMATS.map(async (format) => {
    const own = files.filter(({ name }) => name.endsWith(`.${format}`));
    return [format, await readTables(format, own)] as const;
  });
  return Object.fromEntries(await Promise.all(read)) as Record<Format, readonly Facts[]>;
}
