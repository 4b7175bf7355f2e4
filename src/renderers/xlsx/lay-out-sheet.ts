import type { Block, Document, FigureBlock, TableBlock } from '../../papers/document.ts';
import { plain } from '../plain-text.ts';
import { coverOf } from '../page-layout/cover-blocks.ts';
import { fieldsRows, opinionRows, signatureRows } from './block-rows.ts';
import { closingRows } from './closing-rows.ts';
import { contentsRows } from './contents-rows.ts';
import { coverRows, headingRows, listRows, paragraphRows, titleRows } from './text-rows.ts';
import { heightsAt, layOutGrid, type GridLayout } from '../page-layout/lay-out-grid.ts';
import { isAttachmentTitle } from '../page-layout/attachment-title.ts';
import { signedBelow } from '../page-layout/signed-below.ts';
import { heightOf, paginate } from './paginate-rows.ts';
import { endPages } from './page-ends.ts';
import type { RowRange, WorkSheet, SheetRow } from './sheet.ts';
import { tableRows } from './table-rows.ts';

/** Higher, a frozen head leaves no room to scroll on a small screen. */
const HIGHEST_FROZEN = 300;
/** In a longer paper a page more or less does not matter. */
const MOST_FORM_PAGES = 3;
/** Steps between roomy and tight. */
const BETWEEN = [0.25, 0.5, 0.75];

type SheetPart = {
  readonly table: TableBlock | undefined;
  readonly head: readonly SheetRow[];
  readonly body: readonly SheetRow[];
};

/**
 * Lays a paper out as a worksheet: widths, heights, merged cells and page ends all computed. A form to
 * be signed is set tighter where that saves a page.
 */
export function layOutSheet(document: Document, name: string, names: readonly string[]): WorkSheet {
  const at = (tightness: number): ReturnType<typeof layOut> =>
    layOut(document, name, layOutGrid(document, heightsAt(tightness)), names);
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
  layout: GridLayout,
  names: readonly string[],
): { readonly sheet: WorkSheet; readonly pages: number } {
  const { cover, blocks } = coverOf(inOrder(document));
  const parts = blocks.map((block, index) =>
    partOf(
      block,
      layout,
      { following: blocks.slice(index + 1), previous: blocks[index - 1] },
      names,
    ),
  );
  if (cover !== undefined) {
    const body = coverRows(cover.title, cover.lines, layout);
    parts.unshift({ table: undefined, head: [], body });
  }
  const rows = parts.flatMap(({ head, body }) => [...head, ...body]);
  const heads = headRanges(parts);
  const repeated = hasLongTable(parts, layout)
    ? repeatedHead(parts, heads, rows, layout)
    : undefined;
  const pages = paginate(rows, repeated, layout.pageHeight);
  const ended = endPages(rows, pages, layout.widths, document.style);
  const frozenRows = document.style === 'letter' ? 0 : (heads[0]?.end ?? 0);
  const sheet: WorkSheet = {
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
    unnumbered: document.pageNumbers === 'none',
  };
  return { sheet, pages: pages.starts.length + 1 };
}

type BlocksAround = { readonly following: readonly Block[]; readonly previous: Block | undefined };

function partOf(
  block: Block,
  layout: GridLayout,
  { following, previous }: BlocksAround,
  names: readonly string[],
): SheetPart {
  if (block.kind === 'table' || block.kind === 'figure') {
    // A workbook has no pictures: the facts of a chart stand in its table.
    const table = block.kind === 'figure' ? block.table : block;
    const { head, body } = tableRows(table, layout);
    return { table, head, body: signedBelow(following) ? keepLast(body) : body };
  }
  const body = isAttachmentTitle(block, previous)
    ? titleRows(block.text, layout)
    : rowsOf(block, layout, names);
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

function rowsOf(
  block: Exclude<Block, TableBlock | FigureBlock>,
  layout: GridLayout,
  names: readonly string[],
): SheetRow[] {
  switch (block.kind) {
    case 'title':
      return titleRows(block.text, layout);
    case 'heading':
      return headingRows(block.text, block.level, layout);
    case 'paragraph':
      return paragraphRows(block, layout);
    case 'list':
      return listRows(block, layout);
    case 'fields':
      return fieldsRows(block, layout);
    case 'opinions':
      return opinionRows(block, layout);
    case 'signatures':
      return signatureRows(block, layout);
    case 'closing':
      return closingRows(block, layout);
    case 'contents':
      return contentsRows(block, layout, names);
    case 'pageBreak':
      return [];
  }
}

/** 发文字号 stands above the title of a letter, also where it is written below. */
function inOrder({ blocks, style }: Document): readonly Block[] {
  const [first, second, ...rest] = blocks;
  const isNumber = second?.kind === 'paragraph' && second.role === 'number';
  if (style !== 'letter' || first?.kind !== 'title' || !isNumber) return blocks;
  return [second, first, ...rest];
}

function keepLast(rows: readonly SheetRow[]): SheetRow[] {
  return rows.map((row, index) =>
    index === rows.length - 1 ? { ...row, keepWithNext: true } : row,
  );
}

function breakFirst(rows: readonly SheetRow[]): SheetRow[] {
  return rows.map((row, index) => (index === 0 ? { ...row, breakBefore: true } : row));
}

function headRanges(parts: readonly SheetPart[]): RowRange[] {
  let start = 0;
  return parts.flatMap(({ table, head, body }) => {
    const range = { start, end: start + head.length };
    start += head.length + body.length;
    return table === undefined || head.length === 0 ? [] : [range];
  });
}

/** Above the text of a letter, the head of a table that has ended is only in the way. */
function hasLongTable(parts: readonly SheetPart[], { style, pageHeight }: GridLayout): boolean {
  if (style === 'form') return true;
  return parts.some(
    ({ table, body }) => table !== undefined && heightOf(body, 0, body.length) > pageHeight,
  );
}

/**
 * The head that pages repeat. A workbook has one for all pages that follow, so a paper with different
 * tables repeats only the last one's: a wrong head above a table is worse than none.
 */
function repeatedHead(
  parts: readonly SheetPart[],
  heads: readonly RowRange[],
  rows: readonly SheetRow[],
  layout: GridLayout,
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
