import type { PartSection, Profile, Section } from '../model/profile.ts';
import type { LayoutName } from '../model/scheme.ts';
import type { Block, ContentsBlock, Document } from './document.ts';
import { belongsTo } from './rows/belonging.ts';
import type { SheetOrder, WordedPaper } from './layout/build-sheet.ts';
import { buildSheet, fillUnitText, wordedPaper } from './layout/build-sheet.ts';
import type { PaperSheet } from './rows/sheets-of-paper.ts';
import { sheetsOf } from './rows/sheets-of-paper.ts';
import type { TextContext } from './text/fill-text.ts';
import { fillText } from './text/fill-text.ts';

/** Finds a layout by its name. */
export type LayoutLoader = (name: LayoutName) => Profile | undefined;

/** Several documents in one file: a cover, contents, texts and the papers bound in (装订成册). */
export function isBinder({ sections }: Profile): boolean {
  return sections.some(
    ({ cover, contents, parts }) =>
      cover !== undefined || contents !== undefined || parts !== undefined,
  );
}

/** The documents of all binders in one file; contents count documents from the first. */
export function bind(
  sheets: readonly PaperSheet[],
  worded: WordedPaper,
  order: SheetOrder,
  layoutOf: LayoutLoader | undefined,
): readonly Document[] {
  const bound: Document[] = [];
  for (const sheet of sheets) {
    bound.push(...bindOne({ sheet, worded }, order, layoutOf, bound.length));
  }
  return bound;
}

/** A chapter: what stands in the contents, and its documents. */
type Chapter = {
  readonly title: string | undefined;
  readonly documents: readonly Document[];
  readonly isContents?: boolean;
};

type WordedSheet = { readonly sheet: PaperSheet; readonly worded: WordedPaper };

function bindOne(
  { sheet, worded }: WordedSheet,
  order: SheetOrder,
  layoutOf: LayoutLoader | undefined,
  before: number,
): readonly Document[] {
  const chapters = runsOf(worded.profile.sections).flatMap((run): Chapter[] => {
    const [first] = run;
    if (first?.cover !== undefined) {
      return [{ title: undefined, documents: [coverOf(first.cover, sheet, worded, order)] }];
    }
    if (first?.contents !== undefined) {
      const document = framed({ sheet, worded }, order, '目录', []);
      return [{ title: undefined, documents: [document], isContents: true }];
    }
    if (first?.parts !== undefined) {
      return first.parts.flatMap((part) => chapterOf(part, sheet, order, layoutOf));
    }
    return [textChapter(run, sheet, worded, order)];
  });
  return numbered(chapters, before);
}

/** Neighbouring sections that make one document. */
function runsOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  const runs: Section[][] = [];
  let open: Section[] | undefined;
  for (const section of sections) {
    const { cover, contents, parts } = section;
    if (cover !== undefined || contents !== undefined || parts !== undefined) {
      runs.push([section]);
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = [];
      runs.push(open);
    }
    open.push(section);
  }
  return runs;
}

function framed(
  { sheet, worded }: WordedSheet,
  order: SheetOrder,
  title: string,
  blocks: readonly Block[],
): Document {
  const document = buildSheet(sheet, worded, order, []);
  return { ...document, title, blocks: [{ kind: 'title', text: title }, ...blocks] };
}

function coverOf(
  { title, lines }: NonNullable<Section['cover']>,
  sheet: PaperSheet,
  worded: WordedPaper,
  order: SheetOrder,
): Document {
  const missing = new Set<string>();
  const context: TextContext = {
    given: order.given,
    sheet: sheet.scope,
    lists: worded.profile.lists,
    title: fillUnitText(worded.paper.title ?? worded.profile.title, order.given),
    who: worded.paper.for,
    blank: order.blank,
    prose: true,
    missing: (label) => missing.add(label),
  };
  const text = fillText(title, context);
  const document = buildSheet(sheet, worded, order, []);
  return {
    ...document,
    blocks: [
      { kind: 'title', text, cover: true },
      ...lines
        .map((line) => fillText(line, context))
        .filter((line) => line.trim() !== '')
        .map((line): Block => ({ kind: 'paragraph', role: 'center', text: line })),
    ],
    foot: { ...document.foot, text: '' },
    missing: [...missing],
  };
}

/** Sections of the binder itself; the heading that they begin with is their title. */
function textChapter(
  run: readonly Section[],
  sheet: PaperSheet,
  worded: WordedPaper,
  order: SheetOrder,
): Chapter {
  const document = buildSheet(sheet, worded, order, run);
  const [title, first, ...rest] = document.blocks.filter(
    (block, index) => block.kind !== 'title' || index === 0,
  );
  if (title?.kind !== 'title' || first?.kind !== 'heading') {
    return { title: document.title, documents: [document] };
  }
  const own = { ...document, title: first.text };
  return {
    title: first.text,
    documents: [{ ...own, blocks: [{ kind: 'title', text: first.text }, ...rest] }],
  };
}

/** A paper bound in: its sheets that belong to the binder's subject. A paper without any is left out. */
function chapterOf(
  part: PartSection,
  binder: PaperSheet,
  order: SheetOrder,
  layoutOf: LayoutLoader | undefined,
): Chapter[] {
  const { given } = order;
  const { scheme } = given.context;
  const name = 'table' in part ? { table: part.table } : { document: part.document };
  const profile = layoutOf?.(name);
  // A binder within a binder would bind itself.
  if (profile === undefined || isBinder(profile)) return [];
  const listed = scheme.papers.find(
    ({ table, document }) => table === name.table && document === name.document,
  );
  const paper = listed ?? { id: name.table ?? name.document ?? '', title: profile.title };
  const worded = wordedPaper(
    part.title === undefined ? paper : { ...paper, title: part.title },
    part.title === undefined ? profile : { ...profile, heading: part.title },
    order,
  );
  const sheets = sheetsOf(profile, listed?.for, given).filter(({ scope }) =>
    belongsTo(scope, binder.scope, given.context),
  );
  if (sheets.length === 0) return [];
  const title = fillUnitText(part.title ?? paper.title, given);
  return [{ title, documents: sheets.map((sheet) => buildSheet(sheet, worded, order)) }];
}

/** Page numbers run through the whole, cover and contents have none; the contents say where what begins. */
function numbered(chapters: readonly Chapter[], before: number): Document[] {
  let next = before;
  let isFirst = true;
  const entries: ContentsBlock['entries'][number][] = [];
  const documents: { readonly document: Document; readonly isContents: boolean }[] = [];
  for (const { title, documents: own, isContents = false } of chapters) {
    const start = next;
    next += own.length;
    if (title === undefined) {
      for (const document of own) {
        documents.push({ document: { ...document, pageNumbers: 'none' }, isContents });
      }
      continue;
    }
    entries.push({ text: title, level: 1, document: start });
    for (const [index, document] of own.entries()) {
      if (own.length > 1) entries.push({ text: document.sheet, level: 2, document: start + index });
      const pageNumbers = isFirst ? 'own' : 'continued';
      documents.push({ document: { ...document, pageNumbers }, isContents });
      isFirst = false;
    }
  }
  return documents.map(({ document, isContents }) =>
    isContents
      ? { ...document, blocks: [...document.blocks, { kind: 'contents', entries }] }
      : document,
  );
}
