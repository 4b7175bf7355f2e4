import type { Cell, Document, TableBlock, TableRow } from '../papers/document.ts';
import { fileNamePart } from './file-names.ts';
import { plain, plainCell, textsOf } from './plain-text.ts';
import type { RenderedFile, Renderer } from './renderer.ts';

/**
 * CSV for office programs and scripts: a file a table, UTF-8 with a byte order mark (without it Excel
 * and WPS read Chinese as GBK), CRLF, every value quoted, nothing that could run as a formula.
 */
export const csv: Renderer = {
  format: 'csv',
  extension: '.csv',
  render: async (documents, { name }) => {
    const tables = documents.flatMap((document) =>
      tablesOf(document).map((lines) => ({ sheet: document.sheet, lines })),
    );
    const digits = String(tables.length).length;
    return tables.map(({ sheet, lines }, index): RenderedFile => {
      const number = String(index + 1).padStart(digits, '0');
      const part = fileNamePart(sheet);
      const suffix = tables.length === 1 ? '' : `-${number}${part === '' ? '' : `-${part}`}`;
      return { name: `${name}${suffix}.csv`, bytes: encode(lines) };
    });
  },
};

type CsvLine = readonly string[];

/** The tables of a paper; one without gives its fields, else its text, so that no paper vanishes. */
function tablesOf({ blocks }: Document): (readonly CsvLine[])[] {
  const tables = blocks.flatMap((block) => {
    if (block.kind === 'figure') return [tableLines(block.table)];
    return block.kind === 'table' ? [tableLines(block)] : [];
  });
  if (tables.length > 0) return tables;
  const pairs = blocks.flatMap((block) => (block.kind === 'fields' ? block.rows.flat() : []));
  if (pairs.length > 0) {
    const lines = pairs.map(({ label, value }) => [guard(plain(label)), guardCell(value)]);
    return [[['项目', '内容'], ...lines]];
  }
  const texts = blocks.flatMap(textsOf);
  return texts.length === 0 ? [] : [[['内容'], ...texts.map((text) => [guard(plain(text))])]];
}

function tableLines(table: TableBlock): CsvLine[] {
  const header = table.columns.map((column) => guard(plain(column.header)));
  return [header, ...table.rows.flatMap((row) => rowLine(row, table.columns.length))];
}

/** A group line keeps its place with its text in the first column; empty lines say nothing. */
function rowLine(row: TableRow, columns: number): CsvLine[] {
  if (row.kind === 'spare') return [];
  return [
    Array.from({ length: columns }, (_, index) => {
      if (row.kind === 'group') return index === 0 ? guard(plain(row.text)) : '';
      const cell = row.cells[index];
      return cell === undefined ? '' : guardCell(cell);
    }),
  ];
}

/** Numbers may begin with a minus sign: they are no text that could hide a formula. */
function guardCell(cell: Cell): string {
  return cell.kind === 'number' ? plainCell(cell) : guard(plainCell(cell));
}

/**
 * Office programs run a value that begins with one of these, some also after blanks or as a
 * full-width sign. Values that already begin with the protecting quote get one more, so that taking
 * one away always restores the text.
 */
const RUNNABLE = /^'*[\s\uFEFF]*(?:[=+\-@＝＋－＠]|\t|\r)/u;

function guard(text: string): string {
  return RUNNABLE.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text;
}

function encode(lines: readonly CsvLine[]): Uint8Array {
  const rows = lines.map((line) => line.map((value) => `"${value.replaceAll('"', '""')}"`).join());
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => `${row}\r\n`).join('')}`);
}
