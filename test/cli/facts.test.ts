import { describe, expect, test } from 'vitest';
import type { Format, RenderedFile } from '../../src/renderers/index.ts';
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
  test.each(AUDIENCES)(
    'says the same in all formats to the audience %s',
    { timeout: 30_000 },
    async (audience) => {
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
        expect([paper, facts.md]).toEqual([paper, facts.json]);
        expect([paper, facts.xlsx]).toEqual([paper, facts.json]);
        expect([paper, facts.csv.flatMap(({ tables }) => tables)]).toEqual([
          paper,
          facts.json.flatMap(tablesOf),
        ]);
        compared += facts.json.length;
      }
      expect(compared).toBeGreaterThanOrEqual(papers[audience]);
    },
  );
});

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
