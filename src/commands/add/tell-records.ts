import { dischargesOf } from '../../calendar/obligations/discharge.ts';
import { obligationsOf } from '../../calendar/obligations/obligations.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import { calendarInput } from '../../pipeline/calendar.ts';
import type { OutputFile } from '../write-files.ts';
import { writeFiles } from '../write-files.ts';
import type { AddArgs } from './record-draft.ts';
import type { Tried } from './try-files.ts';

type WrittenRecords = {
  readonly records: readonly { readonly id: string }[];
  /** The last is the one that the records stand in. */
  readonly files: readonly OutputFile[];
  readonly tried: Tried;
};

/** What a record does towards one obligation. */
type Discharged = {
  readonly id: string;
  readonly title: string;
  readonly does: '办结' | '计入' | '没有计入';
};

/** Writes the files and says what stands where and which duty it discharges, or why nothing is written. */
export function tellRecords(
  args: Pick<AddArgs, 'kind' | 'today' | 'dryRun' | 'json'>,
  io: Io,
  { records, files, tried }: WrittenRecords,
): ExitCode {
  const { faults, opened } = tried;
  if (tellFaults(faults, io)) return ExitCode.usage;
  writeFiles(opened.root.path, files, { force: true, dryRun: args.dryRun === true });
  const { path } = files.at(-1)!;
  const told = records.map((record) => ({
    record,
    duties: dischargedBy(args.kind, record.id, args.today, tried),
  }));
  if (args.json === true) {
    const written = args.dryRun !== true;
    const entries = told.map(({ record, duties }) => ({
      kind: args.kind,
      id: record.id,
      duties,
      record,
    }));
    const json = { schemaVersion: 1, file: path, written, records: entries };
    io.out(`${JSON.stringify(json, null, 2)}\n`);
    return ExitCode.ok;
  }
  const verb = args.dryRun === true ? '将写入' : '写入';
  for (const { record, duties } of told) {
    io.out(`${record.id} ${KINDS[args.kind].title} ${verb} ${path}${dutiesTold(duties)}\n`);
  }
  return ExitCode.ok;
}

/** Says what would be wrong, so that nothing is written; whether anything would. */
export function tellFaults(faults: readonly Diagnostic[], io: Io): boolean {
  for (const { file, start, code, message, hint } of faults) {
    io.err(`${file}:${start.line}:${start.column} ${message}（${code}）\n`);
    if (hint !== undefined) io.err(`  ${hint}\n`);
  }
  if (faults.length > 0) io.err('未写入任何记录\n');
  return faults.length > 0;
}

function dutiesTold(duties: readonly Discharged[]): string {
  return duties.map(({ title, does }) => `，${does}「${title}」`).join('');
}

/** The obligations towards which a record counts, as they stand with it. */
function dischargedBy(
  kind: Kind,
  id: string,
  today: string,
  { assessed, opened }: Tried,
): readonly Discharged[] {
  const input = calendarInput(assessed, opened, today);
  const own = dischargesOf(input).find(({ deed }) => deed.kind === kind && deed.record.id === id);
  const obligations = obligationsOf(input).filter(({ records }) => records.includes(id));
  return (own?.duties ?? []).flatMap((duty): Discharged[] => {
    const towards = obligations.filter((one) => one.duty.id === duty.id);
    // Nobody of whom the duty is asked is named.
    if (towards.length === 0) return [{ id: duty.id, title: duty.title, does: '没有计入' }];
    return towards.map(({ title, doneOn }) => ({
      id: duty.id,
      title,
      does: doneOn === undefined ? '计入' : '办结',
    }));
  });
}
