import { textOf } from '../../diagnostics/message.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import type { Call, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import { checkAll } from '../../pipeline/check-all.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import { openEarlierAssessed } from '../../pipeline/earlier.ts';
import { resolveFrom } from '../work-folder.ts';
import { unitsAsked } from '../units-asked.ts';
import { earlierEdition } from '../earlier-edition.ts';
import { openHere } from '../open-here.ts';
import type { OutputFile } from '../write-files.ts';
import { listWritten, writeFiles } from '../write-files.ts';
import type { PaperWish } from './choose-papers.ts';
import { choosePapers, papersNamed } from './choose-papers.ts';
import { contentsFile } from './contents-file.ts';
import type { ReportedUnit } from './paper-documents.ts';
import type { ReportArgs } from './print-paper.ts';
import { printPaper } from './print-paper.ts';

/** What came of one unit: files to write, and what was passed over and why. */
type UnitReport = {
  readonly files: readonly OutputFile[];
  /** What the clerk should know: blanks left in letters, papers with nothing to print. */
  readonly remarks: readonly string[];
  readonly passedOver: readonly string[];
  readonly notForAudience: readonly string[];
  readonly profileFaults: readonly string[];
};

/** `lianfang report`: the official tables. A faulty unit is passed over and never stops the others. */
export async function report(args: ReportArgs, io: Io): Promise<ExitCode> {
  if (args.profile !== undefined) {
    const faults = await faultsOfProfile(args, io);
    if (faults.length > 0) return tellProfileFaults(faults, io);
  }
  const wanted = args.unit && { read: args.unit, rate: args.unit };
  const opened = await openHere(io, args, wanted);
  const diagnostics = await checkAll(opened);
  const units = unitsPrinted(args, opened);
  const { against } = args;
  const earlier =
    against === undefined
      ? undefined
      : await earlierEdition(against, opened, { args, io }, openEarlierAssessed);

  const files: OutputFile[] = [];
  const passedOver: string[] = [];
  const remarks: string[] = [];
  let isAnyRefused = false;
  // Units of one scheme find the same faults in a layout: each is told once.
  const profileFaults = new Set<string>();
  for (const unit of units) {
    const made = await reportUnit(
      { assessed: unit, earlier: earlier?.(unit.unit) },
      opened,
      diagnostics,
      { args, io },
    );
    files.push(...made.files);
    remarks.push(...made.remarks);
    for (const fault of made.profileFaults) profileFaults.add(fault);
    passedOver.push(...made.passedOver.map((why) => `${unitName(unit)}：${why}`));
    isAnyRefused ||= made.notForAudience.length > 0;
    for (const why of made.notForAudience) io.err(`不出表：${unitName(unit)}：${why}\n`);
  }
  passedOver.push(...withoutScheme(opened, args.unit));
  if (profileFaults.size > 0) return tellProfileFaults([...profileFaults], io);
  const folder = resolveFrom(io, args, args.out);
  listWritten(io, args, folder, writeFiles(folder, files, args));
  for (const { path, warnings } of files) {
    for (const warning of warnings ?? []) io.err(`注意：${path}：${warning}\n`);
  }
  for (const line of remarks) io.err(`${line}\n`);
  for (const line of passedOver) io.err(`未出表：${line}\n`);
  const isNothingMade = files.length === 0 && isAnyRefused;
  return passedOver.length > 0 || isNothingMade ? ExitCode.findings : ExitCode.ok;
}

/** The units to be printed; what was asked for amiss is refused. */
function unitsPrinted(args: ReportArgs, opened: Opened): readonly AssessedUnit[] {
  refuseClassified(opened);
  const units = unitsAsked(args.unit, opened);
  papersNamed(args.papers, units, opened);
  return units;
}

/** Faults of the layout that `--profile` names, found before a single record is read. */
async function faultsOfProfile(args: ReportArgs, io: Io): Promise<readonly string[]> {
  const opened = await openHere(io, args, { read: [], rate: args.unit });
  const faults = unitsPrinted(args, opened).flatMap(
    (unit) => choosePapers(wishOf(args, io), unit, opened, []).profileFaults,
  );
  return [...new Set(faults)];
}

function tellProfileFaults(faults: readonly string[], io: Io): ExitCode {
  io.err(`版式文件有错误，未出表：\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  return ExitCode.findings;
}

function wishOf(args: ReportArgs, io: Io): PaperWish {
  return {
    names: args.papers,
    profileFile:
      args.profile === undefined
        ? undefined
        : { name: args.profile, path: resolveFrom(io, args, args.profile) },
    audience: args.audience,
    units: args.unit,
  };
}

export async function reportUnit(
  { assessed, earlier }: ReportedUnit,
  opened: Opened,
  diagnostics: readonly Diagnostic[],
  { args, io }: Call<ReportArgs>,
): Promise<UnitReport> {
  const faults = countFaults(assessed, diagnostics);
  if (faults > 0 && args.draft !== true) {
    return {
      files: [],
      remarks: [],
      notForAudience: [],
      profileFaults: [],
      passedOver: [`有 ${faults} 个错误，先用 lianfang check 改正，或加 --draft 出草稿`],
    };
  }
  const chosen = choosePapers(wishOf(args, io), assessed, opened, diagnostics);
  const printed = [];
  const remarks: string[] = [];
  for (const paper of chosen.papers) {
    const made = await printPaper(paper, { assessed, earlier }, opened, args);
    printed.push(made);
    remarks.push(...made.missing.map((what) => `注意：${unitName(assessed)}：${what}`));
    if (made.withoutFlow.length > 0) {
      remarks.push(
        `不出图：${unitName(assessed)}：《${made.title}》尚未写明运行流程：${made.withoutFlow.join('、')}`,
      );
    }
    if (made.sheets === 0 && args.papers.length > 0) {
      remarks.push(`未出表：${unitName(assessed)}：《${made.title}》本年尚无此项`);
    }
  }
  const isWholeSet = args.papers.length === 0 && args.profile === undefined;
  const files = printed.flatMap((one) => one.files);
  if (isWholeSet && printed.length > 0) files.push(contentsFile(assessed, printed));
  const { passedOver, notForAudience, profileFaults } = chosen;
  return { files, remarks, passedOver, notForAudience, profileFaults };
}

function refuseClassified({ findings }: Opened): void {
  const classified = findings.find(({ mark }) => mark === 'classified');
  if (classified !== undefined) throw new UsageError(textOf(classified.message), classified.hint);
}

/** Units that no table can be made for because their scheme cannot be used. */
function withoutScheme(
  { project, assessed }: Opened,
  ids: readonly string[] | undefined,
): string[] {
  const usable = new Set(assessed.map(({ unit }) => unit.id));
  return project.units
    .filter(({ id }) => !usable.has(id) && (ids === undefined || ids.includes(id)))
    .map((unit) => `${unitName({ unit })}：实施方案不能使用，先用 lianfang check 改正`);
}

/** The unit as messages call it: a blank name is still to be filled in. */
function unitName({ unit: { info, id } }: Pick<AssessedUnit, 'unit'>): string {
  return info.name === '' ? id : info.name;
}

/** Errors in the unit's own files, in its scheme, or in the repository's own file. */
function countFaults({ unit, resolved }: AssessedUnit, diagnostics: readonly Diagnostic[]): number {
  const folder = `${unit.ref.file.replace(/\/[^/]*$/, '')}/`;
  const schemes = resolved.chain.map((id) => `schemes/${id}/scheme.yaml`);
  return diagnostics.filter(
    ({ severity, file }) =>
      severity === 'error' &&
      (file.startsWith(folder) ||
        file === 'lianfang.yaml' ||
        schemes.some((scheme) => file.endsWith(scheme))),
  ).length;
}
