import type { Profile, Section } from '../model/profile.ts';
import type { Unit } from '../model/project.ts';
import type { Audience, LayoutName, Scheme, SchemePaper } from '../model/scheme.ts';
import type { Assessment } from '../scheme/assessment.ts';
import { relate } from '../scheme/relations.ts';
import { project, projectAssessment } from './audience.ts';
import type { CellContext } from './cells.ts';
import { leavesOf } from './columns.ts';
import type { Block, Document } from './document.ts';
import { buildFields, fieldWidths } from './fields-block.ts';
import { fieldsFor } from './fields/index.ts';
import type { FieldContext, PaperEntry } from './fields/field.ts';
import type { GridBuilder } from './grid.ts';
import { FIELDS_TOLERANCE, gridBuilder, TABLE_TOLERANCE } from './grid.ts';
import { paperOf, roomOf } from './paper-size.ts';
import type { Sheet } from './sheets.ts';
import { blankSheet, sheetsOf } from './sheets.ts';
import { buildTable } from './table.ts';
import { fillText } from './texts.ts';
import { scopeOf } from './scope.ts';
import { visibilityOf } from './visibility.ts';
import { fitWidths, NARROWEST } from './widths.ts';
import { wordProfile } from './wording.ts';

/** One unit with its levels; the builder itself cuts it down to the audience. */
export type PaperInput = {
  readonly unit: Unit;
  readonly scheme: Scheme;
  readonly assessment: Assessment;
  /** Finds the layouts of other papers, for lists of papers and for binders. */
  readonly layoutOf?: LayoutLoader;
};

export type LayoutLoader = (name: LayoutName) => Profile | undefined;

export type PaperOptions = {
  /** The scheme's paper, or just an id for a profile outside it. */
  readonly paper: { readonly id: string } & Partial<
    Pick<SchemePaper, 'title' | 'audience' | 'for'>
  >;
  /** Default: the paper's own. */
  readonly audience?: Audience;
  readonly edition?: string | number;
  /** An empty form to be filled in by hand. */
  readonly blank?: boolean;
  /** Empty rows at the end of every table, instead of the profile's number. */
  readonly spareRows?: number;
  /** The data still has errors: every page says so. */
  readonly draft?: boolean;
  /** Only the sheets of these ids (department, post, person, power, record). */
  readonly only?: readonly string[];
  /** Text at the foot of every page; default: the edition. */
  readonly foot?: string;
};

/** The sheets of one paper. Pure: the same data give the same documents. */
export function buildPaper(
  input: PaperInput,
  asked: Profile,
  options: PaperOptions,
): readonly Document[] {
  const given = contextOf(input, options);
  const unit = scopeOf('unit', given.context.unit.info);
  const profile = wordProfile(asked, (text) => fillText(text, unit, given, false));
  const blank = options.blank === true;
  const layout = layOut(profile, given);
  const sheets = blank ? [blankSheet(given)] : sheetsOf(profile, options.paper.for, given);
  const { only } = options;
  return sheets
    .filter(({ ids }) => only === undefined || blank || ids.some((id) => only.includes(id)))
    .map((sheet) => buildSheet(sheet, profile, layout, options, given));
}

function contextOf(input: PaperInput, options: PaperOptions): CellContext {
  const { scheme } = input;
  const audience = options.audience ?? options.paper.audience ?? 'internal';
  const unit = project(input.unit, scheme, audience);
  const visibility = visibilityOf(scheme, audience);
  const context: FieldContext = {
    unit,
    scheme,
    relations: relate(unit, scheme),
    assessment: projectAssessment(input.assessment, scheme, audience),
    audience,
    edition: String(options.edition ?? ''),
    showsNames: visibility.names,
    paperEntries: [],
  };
  const given: CellContext = { context, fields: fieldsFor(scheme), visibility };
  return { ...given, context: { ...context, paperEntries: paperEntries(input, given) } };
}

/** The scheme's papers with the number of sheets that each comes to. */
function paperEntries({ scheme, layoutOf }: PaperInput, given: CellContext): PaperEntry[] {
  const unit = scopeOf('unit', given.context.unit.info);
  return scheme.papers.map((one) => {
    const paper = { ...one, title: fillText(one.title, unit, given, false) };
    const profile = layoutOf?.(one);
    if (profile === undefined) return { ...paper, per: undefined, sheets: undefined };
    const sheets = sheetsOf(profile, paper.for, given).length;
    return { ...paper, per: profile.sheetPer, sheets };
  });
}

function buildSheet(
  { scope, name }: Sheet,
  profile: Profile,
  { grid, lines }: Layout,
  options: PaperOptions,
  given: CellContext,
): Document {
  const blank = options.blank === true;
  const { for: who } = options.paper;
  const fill = (text: string) => fillText(text, scope, given, blank);

  const blocks = profile.sections.flatMap((section, index): readonly Block[] => {
    const { table, fields } = section;
    const spans = grid.spans(lines.get(index) ?? []);
    if (table !== undefined) {
      const { spareRows } = options;
      return [buildTable(table, scope, spans, { who, blank, spareRows }, given)];
    }
    if (fields !== undefined) return [buildFields(fields, scope, spans, blank, given)];
    return textBlocks(section, fill);
  });
  const { edition } = given.context;
  const title = fill(profile.heading ?? options.paper.title ?? profile.title);
  return {
    id: options.paper.id,
    title,
    sheet: name,
    style: profile.style,
    pageNumbers: 'own',
    paper: paperOf(profile),
    grid: grid.widths(),
    blocks: [{ kind: 'title', text: title }, ...blocks],
    foot: {
      text: options.foot ?? (edition === '' ? '' : `${edition}年`),
      draft: options.draft === true,
    },
    missing: [],
  };
}

/** The common grid, and the inner lines of each section on it. */
type Layout = {
  readonly grid: GridBuilder;
  readonly lines: ReadonlyMap<number, readonly number[]>;
};

/** Lays the sections on a common grid: tables first, the others snap to their lines. */
function layOut(profile: Profile, given: CellContext): Layout {
  const { sections } = profile;
  const { width, padding } = roomOf(paperOf(profile));
  const grid = gridBuilder(width, padding);
  const lines = new Map<number, readonly number[]>();
  for (const [index, { table }] of sections.entries()) {
    if (table === undefined) continue;
    const wishes = leavesOf(table.columns, given.fields).map(({ wish }) => wish);
    const widths =
      fitWidths(wishes, width - wishes.length * padding) ?? wishes.map(() => NARROWEST);
    lines.set(
      index,
      grid.lay(
        widths.map((own) => own + padding),
        TABLE_TOLERANCE,
      ),
    );
  }
  for (const [index, { fields }] of sections.entries()) {
    if (fields === undefined) continue;
    const widths = fieldWidths(fields, given.fields, width, padding);
    lines.set(index, grid.lay(widths, FIELDS_TOLERANCE));
  }
  return { grid, lines };
}

function textBlocks(section: Section, fill: (text: string) => string): Block[] {
  const { heading, text, list, opinions, signatures, notes, pageBreak } = section;
  if (heading !== undefined) return [{ kind: 'heading', level: 1, text: fill(heading) }];
  if (text !== undefined) return [{ kind: 'paragraph', role: 'body', text: fill(text) }];
  if (list !== undefined) return [{ kind: 'list', items: list.map(fill) }];
  if (signatures !== undefined) return [{ kind: 'signatures', items: signatures.map(fill) }];
  if (notes !== undefined) {
    return notes.map((note, index) => {
      const number = notes.length === 1 ? '' : `${index + 1}. `;
      return {
        kind: 'paragraph',
        role: 'note',
        text: `${index === 0 ? '注：' : ''}${number}${fill(note)}`,
      };
    });
  }
  if (opinions !== undefined) {
    const boxes = opinions.map(({ title, text: opinion, signs, seal, dated }) => ({
      title: fill(title),
      text: fill(opinion),
      signs: signs.map(fill),
      seal,
      dated,
    }));
    return [{ kind: 'opinions', boxes }];
  }
  return pageBreak === true ? [{ kind: 'pageBreak' }] : [];
}
