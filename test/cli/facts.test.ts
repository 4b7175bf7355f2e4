import { describe, expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { COUNTY, OWN_SCHEME, PUBLISHED } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { expectSameTables, TABLE_FORMATS } from '../support/same-facts.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** What the county says to the audience internal is compared where all its papers are printed. */
describe.each([
  // Only what a scheme makes public is made for society.
  ['examples/county', COUNTY, 'public', 8],
  ['examples/published', PUBLISHED, 'internal', 6],
  ['own-scheme', OWN_SCHEME, 'internal', 1],
])('every table of %s', (_, repository, audience, papers) => {
  test(`says the same in all formats to the audience ${audience}`, async () => {
    const folder = tempFolder();
    const formats = TABLE_FORMATS.flatMap((format) => ['--format', format]);
    const args = ['report', '--out', folder, '--audience', audience, '--draft', ...formats];
    const { code, err } = await runCli(['-C', repository, ...args]);
    expect(code, err).toBe(0);
    expect(await expectSameTables(folderFiles(folder))).toBeGreaterThanOrEqual(papers);
  });
});
