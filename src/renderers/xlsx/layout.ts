import type { Block, Document, TableBlock } from '../../papers/document.ts';
import { plain } from '../plain-text.ts';
import {
  fieldsRows,
  headingRows,
  opinionRows,
  paragraphRows,
  signatureRows,
  titleRows,
} from './blocks.ts';
import { layOutGrid, type Layout } from './grid.ts';
import { sum } from './page.ts';
import { heightOf, paginate } from './paginate.ts';
import type { RowRange, Sheet, SheetCell, SheetRow } from './sheet.ts';
import { tableRows } from './table.ts';
import { textHeight } from './text-height.ts';

/** Higher, a frozen head leaves no room to scroll on a small screen. */
const HIGHEST_FROZEN = 300;

type Part = {
  readonly table: TableBlock | undefined;
  readonly head: readonly SheetRow[];
  readonly body: readonly SheetRow[];
};

/** Lays a paper out as a worksheet: widths, heights, merged cells and page ends all computed. */
export function layOutSheet(document: Document, name: string): Sheet {
  const layout = layOutGrid(document);
  const parts = document.blocks.map((block, index) =>
    partOf(block, layout, document.blocks[index + 1], document.blocks[index - 1]),
  );
  const rows = parts.flatMap(({ head, body }) => [...head, ...body]);
  const heads = headRanges(parts);
  const repeated = repeatedHead(parts, heads, rows, layout);
  const pages = paginate(rows, repeated, layout.pageHeight);
  const frozenRows = heads[0]?.end ?? 0;
  return {
    name,
    paper: document.paper,
    widths: layout.widths,
    pagesWide: layout.pagesWide,
    rows: repeatMergedValues(rows, pages.starts, layout),
    repeated,
    frozenRows: heightOf(rows, 0, frozenRows) <= HIGHEST_FROZEN ? frozenRows : 0,
    breaks: pages.forced,
    footText: plain(document.foot.text),
    draft: document.foot.draft,
  };
}

function partOf(
  block: Block,
  layout: Layout,
  next: Block | undefined,
  previous: Block | undefined,
): Part {
  if (block.kind === 'table') {
    const { head, body } = tableRows(block, layout);
    return { table: block, head, body: signedBelow(next) ? keepLast(body) : body };
  }
  const body = rowsOf(block, layout);
  const kept = signedBelow(next) ? keepLast(body) : body;
  return {
    table: undefined,
    head: [],
    body: previous?.kind === 'pageBreak' ? breakFirst(kept) : kept,
  };
}

function rowsOf(block: Exclude<Block, TableBlock>, layout: Layout): SheetRow[] {
  switch (block.kind) {
    case 'title':
      return titleRows(block.text, layout);
    case 'heading':
      return headingRows(block.text, block.level, layout);
    case 'paragraph':
      return paragraphRows(block.text, block.note, layout);
    case 'list':
      return block.items.flatMap((item) => paragraphRows(item, false, layout));
    case 'fields':
      return fieldsRows(block, layout);
    case 'opinions':
      return opinionRows(block, layout);
    case 'signatures':
      return signatureRows(block, layout);
    case 'pageBreak':
      return [];
  }
}

/** Signatures must not stand alone on a page: what is signed stays with them. */
function signedBelow(next: Block | undefined): boolean {
  return next?.kind === 'opinions' || next?.kind === 'signatures';
}

function keepLast(rows: readonly SheetRow[]): SheetRow[] {
  return rows.map((row, index) =>
    index === rows.length - 1 ? { ...row, keepWithNext: true } : row,
  );
}

function breakFirst(rows: readonly SheetRow[]): SheetRow[] {
  return rows.map((row, index) => (index === 0 ? { ...row, breakBefore: true } : row));
}

function headRanges(parts: readonly Part[]): RowRange[] {
  let start = 0;
  return parts.flatMap(({ table, head, body }) => {
    const range = { start, end: start + head.length };
    start += head.length + body.length;
    return table === undefined || head.length === 0 ? [] : [range];
  });
}

/**
 * The head that pages repeat. A workbook has one for all pages that follow, so a paper with different
 * tables repeats only the last one's: a wrong head above a table is worse than none.
 */
function repeatedHead(
  parts: readonly Part[],
  heads: readonly RowRange[],
  rows: readonly SheetRow[],
  layout: Layout,
): RowRange | undefined {
  const headers = parts.flatMap(({ table, head }) =>
    table === undefined || head.length === 0
      ? []
      : [table.columns.map(({ header, span }) => `${span} ${header}`).join('\n')],
  );
  const isOne = headers.every((header) => header === headers[0]);
  const range = isOne ? heads[0] : heads.at(-1);
  if (range === undefined) return undefined;
  return heightOf(rows, range.start, range.end) <= layout.pageHeight / 3 ? range : undefined;
}

/**
 * A merged cell that goes over the end of a page is parted there and says its value again, as long as
 * the text fits both parts; otherwise its text begins at the top, where a reader looks for it.
 */
function repeatMergedValues(
  rows: readonly SheetRow[],
  starts: readonly number[],
  layout: Layout,
): SheetRow[] {
  const extra = new Map<number, SheetCell[]>();
  const parted = rows.map((row, index) => {
    if (row.cells.every((cell) => cell.rows === 1)) return row;
    const cells = row.cells.map((cell): SheetCell => {
      const cuts = starts.filter((start) => start > index && start < index + cell.rows);
      if (cuts.length === 0 || cell.style.font !== 'body') return cell;
      const edges = [index, ...cuts, index + cell.rows];
      const width = sum(layout.widths.slice(cell.column, cell.column + cell.columns));
      const need = textHeight(String(cell.value), width, cell.style.size);
      const segments = edges.slice(1).map((end, which) => ({ start: edges[which] ?? end, end }));
      if (segments.some(({ start, end }) => heightOf(rows, start, end) < need)) {
        return { ...cell, style: { ...cell.style, valign: 'top' } };
      }
      for (const { start, end } of segments.slice(1)) {
        extra.set(start, [...(extra.get(start) ?? []), { ...cell, rows: end - start }]);
      }
      return { ...cell, rows: (segments[0]?.end ?? index + 1) - index };
    });
    return { ...row, cells };
  });
  return parted.map((row, index) => {
    const added = extra.get(index);
    return added === undefined ? row : { ...row, cells: [...row.cells, ...added] };
  });
}
