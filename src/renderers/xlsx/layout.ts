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
import { heightsAt, layOutGrid, type Layout } from '../page-layout/grid.ts';
import { heightOf, paginate } from './paginate.ts';
import { endPages } from './page-ends.ts';
import type { RowRange, Sheet, SheetRow } from './sheet.ts';
import { tableRows } from './table.ts';

/** Higher, a frozen head leaves no room to scroll on a small screen. */
const HIGHEST_FROZEN = 300;
/** In a longer paper a page more or less does not matter. */
const MOST_FORM_PAGES = 3;
/** Steps between roomy and tight. */
const BETWEEN = [0.25, 0.5, 0.75];

type Part = {
  readonly table: TableBlock | undefined;
  readonly head: readonly SheetRow[];
  readonly body: readonly SheetRow[];
};

/**
 * Lays a paper out as a worksheet: widths, heights, merged cells and page ends all computed. A form to
 * be signed is set tighter where that saves a page.
 */
export function layOutSheet(document: Document, name: string): Sheet {
  const at = (tightness: number): ReturnType<typeof layOut> =>
    layOut(document, name, layOutGrid(document, heightsAt(tightness)));
  const roomy = at(0);
  const isForm = document.blocks.some(({ kind }) => kind === 'opinions' || kind === 'signatures');
  if (roomy.pages === 1 || roomy.pages > MOST_FORM_PAGES || !isForm) return roomy.sheet;
  const tight = at(1);
  if (tight.pages === roomy.pages) return roomy.sheet;
  const between = BETWEEN.map(at).find(({ pages }) => pages === tight.pages);
  return (between ?? tight).sheet;
}

function layOut(
  document: Document,
  name: string,
  layout: Layout,
): { readonly sheet: Sheet; readonly pages: number } {
  const parts = document.blocks.map((block, index) =>
    partOf(block, layout, document.blocks.slice(index + 1), document.blocks[index - 1]),
  );
  const rows = parts.flatMap(({ head, body }) => [...head, ...body]);
  const heads = headRanges(parts);
  const repeated = repeatedHead(parts, heads, rows, layout);
  const pages = paginate(rows, repeated, layout.pageHeight);
  const ended = endPages(rows, pages, layout.widths);
  const frozenRows = heads[0]?.end ?? 0;
  const sheet: Sheet = {
    name,
    paper: document.paper,
    style: document.style,
    widths: layout.widths,
    pagesWide: layout.pagesWide,
    rows: ended.rows,
    repeated,
    frozenRows: heightOf(rows, 0, frozenRows) <= HIGHEST_FROZEN ? frozenRows : 0,
    breaks: ended.breaks,
    footText: plain(document.foot.text),
    draft: document.foot.draft,
  };
  return { sheet, pages: pages.starts.length + 1 };
}

function partOf(
  block: Block,
  layout: Layout,
  following: readonly Block[],
  previous: Block | undefined,
): Part {
  if (block.kind === 'table') {
    const { head, body } = tableRows(block, layout);
    return { table: block, head, body: signedBelow(following) ? keepLast(body) : body };
  }
  const body = rowsOf(block, layout);
  const kept = !signedBelow(following)
    ? body
    : block.kind === 'paragraph'
      ? body.map((row) => ({ ...row, keepWithNext: true }))
      : keepLast(body);
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
      return paragraphRows(block.text, block.role === 'note', layout);
    case 'list':
      return block.items.flatMap((item) => paragraphRows(item, false, layout));
    case 'fields':
      return fieldsRows(block, layout);
    case 'opinions':
      return opinionRows(block, layout);
    case 'signatures':
      return signatureRows(block, layout);
    case 'closing':
      return [...block.by, block.on].flatMap((line) => paragraphRows(line, false, layout));
    case 'figure': {
      const { head, body } = tableRows(block.table, layout);
      return [...head, ...body];
    }
    case 'contents':
      return block.entries.flatMap(({ text }) => paragraphRows(text, false, layout));
    case 'pageBreak':
      return [];
  }
}

/** Signatures must not stand alone on a page: what is signed stays with them, notes between too. */
function signedBelow(following: readonly Block[]): boolean {
  const next = following.find((block) => block.kind !== 'paragraph' || block.role !== 'note');
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
