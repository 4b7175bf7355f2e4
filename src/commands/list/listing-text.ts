import type { CommonArgs } from '../../io.ts';
import { displayWidth } from '../../util/display-width.ts';

export type ListArgs = CommonArgs & {
  readonly what: string;
  readonly scheme?: string;
  readonly unit?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
};

/** What `list` shows: rows of short texts under headers, the same for screen, JSON and Markdown. */
export type Listing = {
  readonly columns: readonly { readonly key: string; readonly header: string }[];
  readonly rows: readonly (readonly string[])[];
  /** On a screen: a record a block of lines, for rows too long to stand side by side. */
  readonly blocks?: boolean;
  /** In Markdown: what there is to say below the table. */
  readonly details?: () => readonly string[];
};

/** Columns for reading on a screen; the last one may be as long as it likes. */
export function listingText(listing: Listing): string {
  const { columns, rows } = listing;
  if (listing.blocks === true) return blocksText(listing);
  const widths = columns.map((_, index) =>
    Math.max(0, ...rows.map((row) => displayWidth(row[index]!))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell + ' '.repeat(Math.max(0, widths[index]! - displayWidth(cell))))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}

/** The first two cells head the block, the others follow with their headers. */
function blocksText({ columns, rows }: Listing): string {
  return rows
    .map(([id, name, ...rest]) => {
      const lines = rest.flatMap((cell, index) =>
        cell === '' ? [] : [`  ${columns[index + 2]!.header}：${cell}\n`],
      );
      return `${id}  ${name}\n${lines.join('')}`;
    })
    .join('\n');
}

export function listingJson({ columns, rows }: Listing): string {
  const records = rows.map((row) =>
    Object.fromEntries(columns.map(({ key }, index) => [key, row[index]])),
  );
  return `${JSON.stringify(records, undefined, 2)}\n`;
}

export function listingMarkdown({ columns, rows, details }: Listing): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`).replaceAll('\n', '<br>')).join(' | ')} |\n`;
  return (
    line(columns.map(({ header }) => header)) +
    line(columns.map(() => '---')) +
    rows.map(line).join('') +
    (details?.() ?? []).map((detail) => `\n${detail}`).join('')
  );
}
