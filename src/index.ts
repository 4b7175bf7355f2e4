/**
 * The library: open a data repository, check it, rate it, and make its papers. It reads and returns
 * values; nothing is written, printed or fetched. What a function does not need is not loaded.
 * A guide with a whole example: docs/library.md.
 * @module
 */
import type { PaperArgs } from './commands/report/paper-documents.ts';
import { UsageError } from './errors.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Unit } from './model/project.ts';
import type { Audience, Scheme } from './model/scheme.ts';
import type { Document } from './papers/document.ts';
import { checkAll } from './pipeline/check-all.ts';
import type { AssessedUnit, Opened } from './pipeline/open-and-assess.ts';
import type { Format, RenderedFile } from './renderers/renderer.ts';
import type { ChosenPaper } from './commands/report/choose-papers.ts';
import type { Assessment } from './scheme/assessment.ts';
import { assessUnit } from './scheme/assess.ts';
import { relate } from './scheme/relations.ts';

export { UsageError } from './errors.ts';
export { openRepository } from './pipeline/open-and-assess.ts';
export { FORMATS } from './renderers/renderer.ts';
export { VERSION } from './version.ts';
export type { AssessedUnit, Audience, Assessment, Diagnostic, Document, Format, RenderedFile };
export type { Scheme, Unit };
export type { Severity } from './diagnostics/diagnostic.ts';
export type { Block, Cell } from './papers/document.ts';
export type { Project } from './model/project.ts';
export type { Assessed, Reason } from './scheme/assessment.ts';

/** A data repository, read and rated. Its parts are plain readonly data. */
export type Repository = Opened;

/** A paper of a scheme with the layout that it is printed by, and whom it is to be for. */
export type Layout = ChosenPaper & Pick<PaperArgs, 'audience'>;

/** How a paper is to be made. */
export type SheetOptions = Omit<PaperArgs, 'audience'> & {
  /** The edition that papers on changes compare with. */
  readonly earlier?: Repository;
};

/** What a check needs besides the data. */
export type CheckOptions = {
  /** The day that deadlines are judged by, `2026-03-31`; without one nothing is overdue. */
  readonly asOf?: string;
  /** An earlier edition to compare with. */
  readonly earlier?: Repository;
};

/**
 * Everything that is wrong with a repository, by file and line, as `lianfang check` reports it.
 * @returns an empty list for faultless data; blanks still to be filled in have severity `todo`
 */
export async function check(
  repository: Repository,
  { asOf, earlier }: CheckOptions = {},
): Promise<readonly Diagnostic[]> {
  const { earlierUnits } = await import('./pipeline/earlier.ts');
  const find = earlier === undefined ? undefined : earlierUnits(earlier);
  return checkAll(repository, {
    ...(asOf === undefined ? {} : { asOf }),
    ...(find === undefined ? {} : { earlier: (unit) => find(unit)?.unit }),
  });
}

/**
 * The unit with this id, the name of its folder.
 * @throws {UsageError} if there is none, or if its scheme cannot be used
 */
export function findUnit({ assessed }: Repository, id: string): AssessedUnit {
  const found = assessed.find(({ unit }) => unit.id === id);
  if (found !== undefined) return found;
  const known = assessed.map(({ unit }) => unit.id).join('、');
  throw new UsageError(`没有可用的单位「${id}」`, known === '' ? undefined : `现有：${known}`);
}

/**
 * The levels of a unit by a scheme, with the reasons: for data that were changed after they were
 * read. `AssessedUnit` holds those of the data as they stand.
 */
export function rate(unit: Unit, scheme: Scheme): Assessment {
  return assessUnit(unit, scheme, relate(unit, scheme));
}

/**
 * The layout of a paper, by the paper's id or title in the unit's scheme, or by the name of a layout
 * that the scheme may use.
 * @param audience whom the paper is for; default: whom the scheme has it for
 * @throws {UsageError} if there is no such paper, if its layout has a fault, or if it shows what this
 * audience may not see
 */
export async function loadLayout(
  repository: Repository,
  unit: AssessedUnit,
  name: string,
  audience?: Audience,
): Promise<Layout> {
  const { choosePapers, papersNamed } = await import('./commands/report/choose-papers.ts');
  const { checkLayouts } = await import('./pipeline/check-layouts.ts');
  papersNamed([name], [unit], repository);
  const { library } = repository;
  const faults = checkLayouts({ schemes: [unit.resolved], library });
  const wish = { names: [name], profileFile: undefined, audience, units: [unit.unit.id] };
  const { papers, passedOver } = choosePapers(
    wish,
    unit,
    repository,
    faults.map(({ ref }) => ({ file: ref.file, severity: 'error' })),
  );
  const [layout] = papers;
  if (layout === undefined) throw new UsageError(passedOver.join('；'));
  return { ...layout, ...(audience === undefined ? {} : { audience }) };
}

/**
 * The sheets of a paper of one unit. The same data give the same sheets; a paper about records that
 * the unit does not have yet has none. Faulty data are not refused: check them first.
 */
export async function buildPaper(
  repository: Repository,
  unit: AssessedUnit,
  layout: Layout,
  { earlier, ...how }: SheetOptions = {},
): Promise<readonly Document[]> {
  const { paperDocuments } = await import('./commands/report/paper-documents.ts');
  const { earlierUnits } = await import('./pipeline/earlier.ts');
  const before = earlier && earlierUnits(earlier)(unit.unit);
  const { audience } = layout;
  const args = { ...how, ...(audience === undefined ? {} : { audience }) };
  return paperDocuments(layout, { assessed: unit, earlier: before }, repository, args);
}

/**
 * Renders the sheets of a paper as files of one format, in the typefaces that lianfang.yaml names.
 * @param name of the file without its ending; default: the title of the first sheet
 * @returns files with their names and bytes; most formats give one
 */
export async function renderPaper(
  repository: Repository,
  unit: AssessedUnit,
  documents: readonly Document[],
  format: Format,
  name?: string,
): Promise<readonly RenderedFile[]> {
  const { renderDocuments } = await import('./commands/report/paper-documents.ts');
  const { fileNamePart } = await import('./renderers/file-names.ts');
  const [first] = documents;
  if (first === undefined) return [];
  const called = name ?? fileNamePart(first.title);
  return renderDocuments(documents, { format, name: called, unit: unit.unit }, repository);
}
