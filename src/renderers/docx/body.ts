import type { Block, Document } from '../../papers/document.ts';
import { splitWide } from '../page-layout/split-wide.ts';
import { blockParts, coverEndOf } from './block-parts.ts';
import { isParagraph, onNewPage, paragraph } from './paragraph.ts';
import { roomOf, settingOf, stack, type WordFileSetting } from './word-setting.ts';
import { twips } from './xml.ts';

/** Elements of the body, and how many pages they fill by estimate. */
export type Body = { readonly items: readonly string[]; readonly pages: number };

/** In a longer paper a page more or less does not matter. */
const MOST_FORM_PAGES = 3;
const TIGHTNESS = [0.25, 0.5, 0.75, 1];

/** Of a page: faces differ, and a form that nearly fits by estimate may not fit. */
const FULL = 0.98;

/** The blocks of a paper. A form to be signed is set tighter where that saves a page. */
export function bodyOf(document: Document, file: WordFileSetting): Body {
  if (settingOf(document, 0, file).layout.pagesWide > 1) {
    const parts = splitWide(document, roomOf(document).width);
    const bodies = parts.map((part) => bodyAt(part, 0, file));
    return {
      items: bodies.flatMap(({ items }, index) => (index === 0 ? items : fromNewPage(items))),
      pages: bodies.reduce((total, { pages }) => total + pages, 0),
    };
  }
  const roomy = bodyAt(document, 0, file);
  const isForm = document.blocks.some(({ kind }) => kind === 'opinions' || kind === 'signatures');
  if (!isForm || document.style === 'letter') return roomy;
  if (roomy.pages === 1 || roomy.pages > MOST_FORM_PAGES) return roomy;
  if (bodyAt(document, 1, file).pages === roomy.pages) return roomy;
  for (const tightness of TIGHTNESS) {
    const body = bodyAt(document, tightness, file);
    if (body.pages < roomy.pages) return body;
  }
  return roomy;
}

function bodyAt(document: Document, tightness: number, file: WordFileSetting): Body {
  const { blocks } = document;
  const setting = settingOf(document, tightness, file);
  const coverEnd = coverEndOf(blocks);
  const parts = blockParts(blocks, setting);
  const isLong = stack(parts).height > setting.height;
  const items: string[] = [];
  let pages = 1;
  let used = 0;
  let breaks = false;
  parts.forEach((part, index) => {
    const block = blocks[index];
    breaks ||= block?.kind === 'pageBreak' || (index > 0 && index === coverEnd);
    if (part.items.length === 0) return;
    if (breaks && items.length > 0) {
      items.push(...fromNewPage(part.items));
      pages += 1;
      used = 0;
    } else {
      const before = blocks[index - 1];
      if (needsGap({ last: items.at(-1), next: part.items[0] }, before, block, isLong))
        items.push(GAP);
      else if (setting.isLetter && isTableAbove(items.at(-1), part.items[0])) items.push(SPACE);
      items.push(...part.items);
    }
    breaks = false;
    used += part.height;
    while (used > setting.height * FULL) {
      pages += 1;
      used -= setting.height * FULL;
    }
  });
  return { items: items.length === 0 ? [GAP] : items, pages };
}

/** A line too thin to be seen: without one Word joins tables, and only the first head is repeated. */
export const GAP = paragraph('Gap', '');
/** Between a table and the text of a letter. */
const SPACE = paragraph('Gap', '', { line: twips(10), lineRule: 'exact' });

function isTableAbove(last: string | undefined, next: string | undefined): boolean {
  return last !== undefined && next !== undefined && !isParagraph(last) && isParagraph(next);
}

type ElementsBeside = { readonly last: string | undefined; readonly next: string | undefined };

/** On one page, boxes and tables make one frame. */
function needsGap(
  { last, next }: ElementsBeside,
  before: Block | undefined,
  block: Block | undefined,
  isLong: boolean,
): boolean {
  if (last === undefined || next === undefined || isParagraph(last) || isParagraph(next)) {
    return false;
  }
  if (before?.kind === 'fields' && !before.bordered) return true;
  if (block?.kind === 'fields') return !block.bordered || before?.kind === 'table';
  return block?.kind === 'table' && (isLong || before?.kind === 'table');
}

function fromNewPage(items: readonly string[]): string[] {
  const [first = '', ...rest] = items;
  return isParagraph(first) ? [onNewPage(first), ...rest] : [onNewPage(GAP), ...items];
}
