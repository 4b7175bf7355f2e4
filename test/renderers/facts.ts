import type { Document } from '../../src/papers/document.ts';
import { plain, plainCell } from '../../src/renderers/plain-text.ts';
import type { Facts, FactTable } from '../support/read-tables.ts';

/** What a paper says before it is rendered: the measure for what is read back. */
export function factsOf({ title, blocks }: Document): Facts {
  return {
    title: plain(title),
    fields: blocks.flatMap((block) =>
      block.kind === 'fields'
        ? block.rows.flat().map(({ label, value }) => [plain(label), plainCell(value)] as const)
        : [],
    ),
    tables: blocks.flatMap((block): FactTable[] =>
      block.kind === 'table'
        ? [
            {
              headers: block.columns.map(({ header }) => plain(header).replaceAll('\n', '')),
              rows: block.rows
                .flatMap((row) => {
                  if (row.kind === 'spare') return [];
                  if (row.kind === 'data') return [row.cells.map(plainCell)];
                  return [block.columns.map((_, index) => (index === 0 ? plain(row.text) : ''))];
                })
                .filter((row) => row.some((value) => value !== '')),
            },
          ]
        : [],
    ),
  };
}
