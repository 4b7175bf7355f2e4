import { strFromU8, unzipSync } from 'fflate';
import { elementsIn, parseXml, textOf, type Element } from './parse-xml.ts';
import type { Facts, FactTable } from './read-tables.ts';

type DocxCell = {
  readonly column: number;
  readonly columns: number;
  readonly style: string;
  readonly text: string;
  /** Goes on from the cell above. */
  readonly isCovered: boolean;
};

/** The papers of a Word file: each begins with its title. */
export function readDocx(bytes: Uint8Array): Facts[] {
  const body = elementsIn(parseXml(documentXml(bytes)), 'w:body')[0];
  const papers: { title: string; fields: [string, string][]; tables: FactTable[] }[] = [];
  for (const element of body?.children ?? []) {
    if (typeof element === 'string') continue;
    if (element.name === 'w:p' && styleOf(element) === 'Title') {
      papers.push({ title: paragraphText(element).replaceAll('\n', ''), fields: [], tables: [] });
    }
    if (element.name !== 'w:tbl') continue;
    const rows = elementsIn(element, 'w:tr').map((row) => ({
      isHead: elementsIn(row, 'w:tblHeader').length > 0,
      cells: cellsOf(row),
    }));
    const kind = rows[0]?.cells[0]?.style ?? '';
    if (kind === 'TableHead') papers.at(-1)?.tables.push(tableOf(rows));
    else if (kind.startsWith('Field')) {
      papers.at(-1)?.fields.push(...rows.flatMap(({ cells }) => fieldsOf(cells)));
    }
  }
  return papers;
}

/** The part that holds the text of a Word file. */
function documentXml(bytes: Uint8Array): string {
  const part = unzipSync(bytes)['word/document.xml'];
  if (part === undefined) throw new Error('no document.xml');
  return strFromU8(part);
}

function cellsOf(row: Element): DocxCell[] {
  let column = 0;
  return elementsIn(row, 'w:tc').map((cell) => {
    const span = Number(elementsIn(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1);
    const merge = elementsIn(cell, 'w:vMerge')[0];
    const paragraphs = elementsIn(cell, 'w:p');
    const made = {
      column,
      columns: span,
      style: styleOf(paragraphs[0]),
      text: paragraphs.map(paragraphText).join('\n'),
      isCovered: merge !== undefined && merge.attributes['w:val'] !== 'restart',
    };
    column += span;
    return made;
  });
}

function styleOf(paragraph: Element | undefined): string {
  if (paragraph === undefined) return '';
  return elementsIn(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '';
}

function paragraphText(paragraph: Element): string {
  return paragraph.children
    .flatMap((run) => (typeof run === 'string' || run.name !== 'w:r' ? [] : run.children))
    .map((own) => {
      if (typeof own === 'string') return '';
      return { 'w:br': '\n', 'w:tab': '\t', 'w:t': textOf(own) }[own.name] ?? '';
    })
    .join('');
}

/** How the row begins that holds the signatures of a table and the notes above them. */
const SIGNED: readonly string[] = ['Note', 'Signatures'];

function tableOf(
  rows: readonly { readonly isHead: boolean; readonly cells: readonly DocxCell[] }[],
): FactTable {
  const head = rows.filter(({ isHead }) => isHead).map(({ cells }) => cells);
  const leaves = head.at(-1) ?? [];
  const at = (cells: readonly DocxCell[], column: number): DocxCell | undefined =>
    cells.findLast((cell) => cell.column <= column);
  const headers = leaves.map(({ column }) =>
    head
      .flatMap((cells) => at(cells, column) ?? [])
      .filter(({ isCovered }) => !isCovered)
      .map(({ text }) => text)
      .join('/')
      .replaceAll('\n', ''),
  );
  const said: string[][] = [];
  for (const { cells } of rows.filter(({ isHead }) => !isHead)) {
    if (SIGNED.includes(cells[0]?.style ?? '')) continue;
    const isGroup = cells[0]?.style === 'TableGroup';
    said.push(
      leaves.map(({ column }, index) => {
        if (isGroup) return index === 0 ? (cells[0]?.text ?? '') : '';
        const cell = at(cells, column);
        return cell?.isCovered ? (said.at(-1)?.[index] ?? '') : (cell?.text ?? '');
      }),
    );
  }
  return { headers, rows: said.filter((row) => row.some((text) => text !== '')) };
}

function fieldsOf(cells: readonly DocxCell[]): [string, string][] {
  return cells.flatMap(({ style, text }, index): [string, string][] => {
    if (style === 'FieldLabel') return [[text.replace(/：$/, ''), cells[index + 1]?.text ?? '']];
    const found = style === 'FieldLine' ? /^([^：]*)：([^]*)$/.exec(text) : null;
    return found === null ? [] : [[found[1] ?? '', found[2] ?? '']];
  });
}
