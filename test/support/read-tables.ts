import exceljs, { type Cell, type Worksheet } from 'exceljs';
import type { Format, RenderedFile } from '../../src/renderers/renderer-registry.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';

/**
 * What a paper says, read back from a file: the same for all formats if they carry the same facts.
 * Lines that are empty throughout (for handwriting) are left out.
 */
export type Facts = {
  readonly title: string;
  readonly fields: readonly (readonly [label: string, value: string])[];
  readonly tables: readonly FactTable[];
};
export type FactTable = {
  readonly headers: readonly string[];
  /** A group line has its text in the first cell. */
  readonly rows: readonly (readonly string[])[];
};

/** Reads rendered files back: one entry a paper, for csv one a file. */
export async function readTables(
  format: Format,
  files: readonly RenderedFile[],
): Promise<readonly Facts[]> {
  const texts = files.map(({ bytes }) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  );
  if (format === 'csv') return texts.map(readCsv);
  if (format === 'json') return texts.flatMap(readJson);
  if (format === 'md') return texts.flatMap(readMarkdown);
  if (format === 'html') return texts.flatMap(readHtml);
  if (format === 'docx') return files.flatMap(({ bytes }) => readDocx(bytes));
  const read = await Promise.all(files.map(({ bytes }) => readXlsx(bytes)));
  return read.flat();
}

const hasText = (row: readonly string[]): boolean => row.some((value) => value !== '');
/** Line breaks of heads are looks: renderers may add some to make lines even. */
const header = (text: string): string => text.replaceAll('\n', '');

function table(headers: readonly string[], rows: readonly (readonly string[])[]): FactTable {
  return { headers: headers.map(header), rows: rows.filter(hasText) };
}

// --- csv ---

function readCsv(text: string): Facts {
  const lines = csvLines(text.replace(/^\uFEFF/, '')).map((line) => line.map(unguard));
  const [headers = [], ...rows] = lines;
  return { title: '', fields: [], tables: [table(headers, rows)] };
}

function csvLines(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let value = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character !== '"') value += character;
      else if (text[index + 1] === '"') value += text[(index += 1)];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',' || character === '\n') {
      line.push(value);
      value = '';
      if (character === '\n') lines.push(line);
      if (character === '\n') line = [];
    } else if (character !== '\r') throw new Error(`unquoted ${character} in CSV`);
  }
  return lines;
}

/** Takes away the quote that protects from being run as a formula. */
function unguard(value: string): string {
  return /^'+[\s\uFEFF]*[=+\-@\t＝＋－＠]/u.test(value) || /^'+\s*\t/.test(value)
    ? value.slice(1)
    : value;
}

// --- json ---

type JsonCell = string | number | readonly string[] | { from: number; items: readonly string[] };
type JsonDocument = {
  title: string;
  fields: readonly { label: string; value: JsonCell }[];
  tables: readonly JsonTable[];
  /** What charts say, as tables. */
  figures?: readonly JsonTable[];
};
type JsonTable = {
  columns: readonly { key: string; header: string }[];
  rows: readonly ({ group: string } | { cells: Record<string, JsonCell> })[];
};

function readJson(text: string): Facts[] {
  const { documents } = JSON.parse(text) as { documents: readonly JsonDocument[] };
  return documents.map(({ title, fields, tables, figures = [] }) => ({
    title,
    fields: fields.map(({ label, value }) => [label, jsonText(value)]),
    tables: [...figures, ...tables].map(({ columns, rows }) =>
      table(
        columns.map((column) => column.header),
        rows.map((row) =>
          columns.map(({ key }, index) => {
            if ('group' in row) return index === 0 ? row.group : '';
            return jsonText(row.cells[key] ?? '');
          }),
        ),
      ),
    ),
  }));
}

function jsonText(value: JsonCell): string {
  if (typeof value !== 'object') return String(value);
  if (!('from' in value)) return value.join('\n');
  return value.items.map((item, index) => `${value.from + index}. ${item}`).join('\n');
}

// --- md ---

function readMarkdown(text: string): Facts[] {
  const papers: { title: string; fields: [string, string][]; tables: FactTable[] }[] = [];
  let rows: string[][] | undefined;
  for (const line of text.split('\n')) {
    const paper = papers.at(-1);
    if (line.startsWith('|')) {
      rows ??= [];
      rows.push(line.slice(2, -2).split(' | ').map(unescapeMarkdown));
      continue;
    }
    if (rows !== undefined) paper?.tables.push(table(rows[0] ?? [], rows.slice(2)));
    rows = undefined;
    const field = /^- (?:\*\*((?:[^*\\]|\\.)*)\*\*)?：(.*)$/s.exec(line);
    if (line.startsWith('# ')) {
      papers.push({ title: unescapeMarkdown(line.slice(2)), fields: [], tables: [] });
    } else if (field !== null) {
      paper?.fields.push([unescapeMarkdown(field[1] ?? ''), unescapeMarkdown(field[2] ?? '')]);
    }
  }
  return papers;
}

function unescapeMarkdown(text: string): string {
  return text.replace(
    /\\([!-/:-@[-`{-~])|<br>|&#(\d+);|\*\*/g,
    (found, sign?: string, code?: string) => {
      if (sign !== undefined) return sign;
      if (code !== undefined) return String.fromCodePoint(Number(code));
      return found === '<br>' ? '\n' : '';
    },
  );
}

// --- xlsx ---

async function readXlsx(bytes: Uint8Array): Promise<Facts[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook.worksheets.map(readSheet);
}

/** A cell or merged range as one: where it starts and how many columns it takes. */
type Box = {
  readonly column: number;
  /** The row where it starts. */
  readonly row: number;
  readonly columns: number;
  readonly text: string;
  readonly isHead: boolean;
  readonly isFramed: boolean;
  /** Framed, but nothing parts it from the row above. */
  readonly goesOn: boolean;
  /** Covers several rows. */
  readonly isTall: boolean;
};

function readSheet(sheet: Worksheet): Facts {
  const lines = Array.from({ length: sheet.rowCount }, (_, index) => rowBoxes(sheet, index + 1));
  const fields: [string, string][] = [];
  const tables: FactTable[] = [];
  let index = lines.findIndex((line) => line.length > 0);
  const title = lines[index]?.[0]?.text ?? '';
  index += 1;
  while (index < lines.length) {
    const line = lines[index] ?? [];
    if (line.length > 0 && line.every(({ isHead, isFramed }) => isHead && isFramed)) {
      const start = index;
      while (lines[index]?.every(({ isHead }) => isHead)) index += 1;
      const leaves = leafBoxes(lines.slice(start, index), sheet.columnCount);
      const headers = leaves.map(({ column }) => headerOf(lines.slice(start, index), column));
      const rows: string[][] = [];
      while (isBodyLine(lines[index])) {
        addRow(rows, lines[index] ?? [], leaves);
        index += 1;
      }
      tables.push(table(headers, rows));
    } else {
      const found = fieldsOf(line, tables.length === 0);
      fields.push(...found);
      index += 1;
      for (; found.length > 0 && lines[index]?.some(({ goesOn }) => goesOn); index += 1) {
        const parts = fieldsOf(lines[index] ?? [], false);
        const start = fields.length - found.length;
        // The label of an opinion box that a page end parts is said again on the next page.
        if (parts[0] !== undefined && parts[0][0] !== '' && parts[0][0] === found[0]?.[0]) {
          fields.length = start;
          index += 1;
          break;
        }
        parts.forEach(([label, value], which) => {
          const whole = fields[start + which];
          if (whole !== undefined) fields[start + which] = [whole[0] + label, whole[1] + value];
        });
      }
    }
  }
  return { title, fields, tables };
}

function rowBoxes(sheet: Worksheet, number: number): Box[] {
  const boxes: Box[] = [];
  let previous: Cell | undefined;
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    const cell = sheet.getCell(number, column);
    if (!cell.style.font) continue;
    if (previous !== undefined && cell.isMerged && cell.master === previous) {
      const last = boxes.pop();
      if (last !== undefined) boxes.push({ ...last, columns: last.columns + 1 });
      continue;
    }
    previous = cell.master;
    const { value } = cell.master;
    if (value !== null && typeof value === 'object') throw new Error('not a text or number cell');
    const border = cell.style.border ?? {};
    boxes.push({
      column,
      row: Number(cell.master.row),
      columns: 1,
      text: value === null || value === undefined ? '' : String(value),
      isHead: cell.style.font.name === '黑体',
      isFramed: border.left !== undefined,
      goesOn: border.left !== undefined && border.top === undefined,
      isTall:
        Number(cell.master.row) < number ||
        (cell.isMerged && sheet.getCell(number + 1, column).master === cell.master),
    });
  }
  return boxes;
}

/** The innermost head cells, from left to right. */
function leafBoxes(head: readonly (readonly Box[])[], columns: number): Box[] {
  const last = head.at(-1) ?? [];
  return last.filter(({ column }) => column <= columns);
}

function headerOf(head: readonly (readonly Box[])[], column: number): string {
  const boxes = head.flatMap((line) => line.findLast((box) => box.column <= column) ?? []);
  // A tall cell stands in several lines and says its text once.
  return boxes
    .filter(({ row }, index) => row !== boxes[index - 1]?.row)
    .map(({ text }) => text)
    .join('/');
}

function isBodyLine(line: readonly Box[] | undefined): boolean {
  return line !== undefined && line.length > 0 && line.every((box) => box.isFramed && !box.isHead);
}

function addRow(rows: string[][], line: readonly Box[], leaves: readonly Box[]): void {
  const texts = leaves.map(({ column }) => line.find((box) => box.column === column)?.text ?? '');
  const above = rows.at(-1);
  // Merged columns reach down over the parts of a long row and must not be added again.
  if (above === undefined || !line.some(({ goesOn }) => goesOn)) rows.push(texts);
  else {
    leaves.forEach(({ column }, index) => {
      const box = line.find((own) => own.column === column);
      if (box?.goesOn) above[index] = `${above[index] ?? ''}${texts[index] ?? ''}`;
    });
  }
}

function fieldsOf(line: readonly Box[], beforeTable: boolean): [string, string][] {
  if (line[0]?.isFramed) {
    // The label of an opinion box stands beside two rows or more.
    if (line[0].isTall) return [];
    return line.flatMap((box, index): [string, string][] =>
      box.isHead ? [[box.text, line[index + 1]?.text ?? '']] : [],
    );
  }
  if (!beforeTable) return [];
  return line.flatMap(({ text }): [string, string][] => {
    const found = /^([^：]*)：([^]*)$/.exec(text);
    return found === null || text.startsWith('　　') ? [] : [[found[1] ?? '', found[2] ?? '']];
  });
}
