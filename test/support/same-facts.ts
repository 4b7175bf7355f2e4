import { expect } from 'vitest';
import type { Format, RenderedFile } from '../../src/renderers/renderer-registry.ts';
import { groupBy } from '../../src/util/group-by.ts';
import type { Facts } from './read-tables.ts';
import { readTables } from './read-tables.ts';

/** Formats in which every table says all that JSON says. */
export const TABLE_FORMATS = ['xlsx', 'md', 'csv', 'json'] as const;

/**
 * Expects that the tables of a report say the same in all of these formats.
 * @returns the number of papers compared
 */
export async function expectSameTables(files: ReadonlyMap<string, Buffer>): Promise<number> {
  const all = [...files].map(([name, bytes]) => ({ name, bytes }));
  const byPaper = groupBy(all, ({ name }) => /^[^/]+\/\d\d /.exec(name)?.[0]);
  byPaper.delete(undefined); // 目录.md
  let compared = 0;
  for (const [paper, written] of byPaper) {
    const facts = await readAll(written);
    expect([paper, withoutProse(facts.md, facts.json)]).toEqual([paper, facts.json]);
    expect([paper, withoutProse(facts.xlsx, facts.json)]).toEqual([paper, facts.json]);
    // A text has its paragraphs as one column in CSV.
    const listed = facts.csv
      .flatMap(({ tables }) => tables)
      .filter(({ headers }) => headers.join('') !== '内容');
    expect([paper, listed]).toEqual([paper, facts.json.flatMap(tablesOf)]);
    compared += facts.json.length;
  }
  return compared;
}

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
  const read = TABLE_FORMATS.map(async (format) => {
    const own = files.filter(({ name }) => name.endsWith(`.${format}`));
    return [format, await readTables(format, own)] as const;
  });
  return Object.fromEntries(await Promise.all(read)) as Record<Format, readonly Facts[]>;
}
