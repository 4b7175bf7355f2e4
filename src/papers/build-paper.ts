import type { Profile } from '../model/profile.ts';
import type { Unit } from '../model/project.ts';
import type { Audience, Scheme, SchemePaper } from '../model/scheme.ts';
import type { Assessment } from '../scheme/assessment.ts';
import { relate } from '../scheme/relations.ts';
import { knownStates } from '../signoff/states/known-states.ts';
import { project, projectAssessment } from './audience/cut-for-audience.ts';
import type { LayoutLoader } from './binder.ts';
import { bind, isBinder } from './binder.ts';
import type { CellContext } from './layout/cell-values.ts';
import type { Document } from './document.ts';
import { fieldsFor } from './fields/field-registry.ts';
import { changesSince } from './rows/risk-changes.ts';
import type { EarlierContext, FieldContext, PaperEntry } from './fields/field.ts';
import type { SheetOrder } from './layout/build-sheet.ts';
import { buildSheet, fillUnitText, wordedPaper } from './layout/build-sheet.ts';
import { blankSheet, sheetsOf } from './rows/sheets-of-paper.ts';
import { visibilityOf } from './audience/visibility.ts';
import { withWrittenRecords } from './written-records.ts';

/** One unit with its levels; the builder itself cuts it down to the audience. */
export type PaperInput = {
  readonly unit: Unit;
  readonly scheme: Scheme;
  readonly assessment: Assessment;
  /** Finds the layouts of other papers, for lists of papers and for binders. */
  readonly layoutOf?: LayoutLoader;
  /** The same unit in an earlier edition, to be compared with. */
  readonly earlier?: EarlierInput;
};

/** A unit of an earlier edition with its levels. */
type EarlierInput = Pick<EarlierContext, 'unit' | 'assessment' | 'edition'>;

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
  const { edition } = given.context;
  const order: SheetOrder = {
    given,
    foot: options.foot ?? (edition === '' ? '' : `${edition}年`),
    blank: options.blank === true,
    draft: options.draft === true,
    spareRows: options.spareRows,
  };
  const worded = wordedPaper(options.paper, asked, order);
  const sheets = order.blank ? [blankSheet(given)] : sheetsOf(asked, options.paper.for, given);
  const { only } = options;
  const chosen = sheets.filter(
    ({ ids }) => only === undefined || order.blank || ids.some((id) => only.includes(id)),
  );
  if (!isBinder(asked)) return chosen.map((sheet) => buildSheet(sheet, worded, order));
  return bind(chosen, worded, order, input.layoutOf);
}

function contextOf(input: PaperInput, options: PaperOptions): CellContext {
  const { scheme } = input;
  const audience = options.audience ?? options.paper.audience ?? 'internal';
  const unit = withWrittenRecords(project(input.unit, scheme, audience));
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
    earlier: earlierFor(audience, input),
    changes: [],
    signOffs: once(() =>
      knownStates(input.unit, scheme, relate(input.unit, scheme), input.assessment),
    ),
  };
  const { earlier } = context;
  const changes = earlier === undefined ? [] : changesSince(earlier, context);
  const given: CellContext = {
    context: { ...context, changes },
    fields: fieldsFor(scheme),
    visibility,
  };
  return { ...given, context: { ...given.context, paperEntries: paperEntries(input, given) } };
}

function once<T extends object>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done ??= work());
}

/** What this audience may see of the earlier edition. */
function earlierFor(audience: Audience, { scheme, earlier }: PaperInput) {
  if (earlier === undefined) return undefined;
  return {
    unit: project(earlier.unit, scheme, audience),
    assessment: projectAssessment(earlier.assessment, scheme, audience),
    edition: earlier.edition,
  };
}

/** The scheme's papers with the number of sheets that each comes to. */
function paperEntries({ scheme, layoutOf }: PaperInput, given: CellContext): PaperEntry[] {
  return scheme.papers.map((one) => {
    const paper = { ...one, title: fillUnitText(one.title, given) };
    const profile = layoutOf?.(one);
    if (profile === undefined) return { ...paper, per: undefined, sheets: undefined };
    const sheets = sheetsOf(profile, paper.for, given).length;
    return { ...paper, per: profile.sheetPer, sheets };
  });
}
