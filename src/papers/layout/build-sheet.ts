import type { Profile, Section } from '../../model/profile.ts';
import type { SchemePaper } from '../../model/scheme.ts';
import type { CellContext } from './cell-values.ts';
import { chartBlocks } from '../charts/chart-blocks.ts';
import type { Block, Document } from '../document.ts';
import { buildFields } from './fields-block.ts';
import type { PaperLayout } from './lay-out.ts';
import { layOut } from './lay-out.ts';
import { paperOf } from './paper-size.ts';
import { scopeOf } from '../rows/row-scope.ts';
import { sectionBlocks } from './section-blocks.ts';
import type { PaperSheet } from '../rows/sheets-of-paper.ts';
import { buildTable } from './table-block.ts';
import type { TextContext } from '../text/fill-text.ts';
import { fillText } from '../text/fill-text.ts';
import { wordProfile } from '../text/word-profile.ts';

/** How the sheets of a paper are wanted. */
export type SheetOrder = {
  readonly given: CellContext;
  readonly foot: string;
  readonly blank: boolean;
  readonly draft: boolean;
  readonly spareRows: number | undefined;
};

/** A layout in the scheme's words, laid out. */
export type WordedPaper = {
  readonly paper: { readonly id: string } & Partial<Pick<SchemePaper, 'title' | 'for'>>;
  readonly profile: Profile;
  readonly layout: PaperLayout;
};

/** Speaks the scheme's words and finds the common columns: the same for every sheet. */
export function wordedPaper(
  paper: WordedPaper['paper'],
  asked: Profile,
  { given }: SheetOrder,
): WordedPaper {
  const profile = wordProfile(asked, (text) => fillUnitText(text, given));
  return { paper, profile, layout: layOut(profile, given) };
}

/** Fills a text that is the same on every sheet: a header, a title in a list. */
export function fillUnitText(text: string, given: CellContext): string {
  return fillText(text, {
    given,
    sheet: scopeOf('unit', given.context.unit.info),
    lists: {},
    who: undefined,
    blank: false,
    prose: false,
    missing: () => {},
  });
}

/** One sheet as a document; `only` says which of the sections stand in it, without it all. */
export function buildSheet(
  { scope, name }: PaperSheet,
  { paper, profile, layout }: WordedPaper,
  order: SheetOrder,
  only: readonly Section[] = profile.sections,
): Document {
  const { given, blank, spareRows } = order;
  const isLetter = profile.style === 'letter';
  const missing = new Set<string>();
  const context: TextContext = {
    given,
    sheet: scope,
    lists: profile.lists,
    title: fillUnitText(paper.title ?? profile.title, given),
    who: paper.for,
    blank,
    prose: isLetter,
    missing: (label) => missing.add(label),
  };
  const blocks = only.flatMap((section): readonly Block[] => {
    const { table, fields, chart } = section;
    const spans = layout.grid.spans(layout.lines.get(profile.sections.indexOf(section)) ?? []);
    if (table !== undefined) {
      return [
        buildTable(table, { sheet: scope, spans }, { who: paper.for, blank, spareRows }, given),
      ];
    }
    if (fields !== undefined) return [buildFields(fields, spans, context)];
    if (chart !== undefined) return chartBlocks(chart, spans, context);
    return sectionBlocks(section, profile.sections, context);
  });
  const title = fillText(profile.heading ?? paper.title ?? profile.title, context);
  const numbers = blocks.filter(isNumber);
  return {
    id: paper.id,
    title,
    sheet: name,
    style: profile.style,
    pageNumbers: 'own',
    paper: paperOf(profile),
    grid: layout.grid.widths(),
    // 发文字号 stands above the title wherever the layout has it.
    blocks: [
      ...numbers,
      { kind: 'title', text: title },
      ...blocks.filter((block) => !isNumber(block)),
    ],
    foot: { text: isLetter ? '' : order.foot, draft: order.draft },
    missing: [...missing],
  };
}

function isNumber(block: Block): boolean {
  return block.kind === 'paragraph' && block.role === 'number';
}
