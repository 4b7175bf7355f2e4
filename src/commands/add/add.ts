import { dischargesOf } from '../../calendar/obligations/discharge.ts';
import { UsageError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import type { Kind, RecordFile } from '../../model/kinds.ts';
import { FILE_OF, KINDS } from '../../model/kinds.ts';
import { shapeOf } from '../../model/shape.ts';
import { calendarInput } from '../../pipeline/calendar.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import { chooseUnit } from '../choose-unit.ts';
import { nextId } from '../next-id.ts';
import { openHere } from '../open-here.ts';
import { scansOf } from '../review/scans.ts';
import { lengthenedList } from '../review/write-records.ts';
import type { OutputFile } from '../write-files.ts';
import type { AddArgs, Draft } from './record-draft.ts';
import { askForRecord } from './ask-record.ts';
import { oneForEach } from './each-subject.ts';
import { withDuty } from './fill-from-duty.ts';
import { idOfParent, nestedIn } from './nested-record.ts';
import type { GivenValue } from './flag-values.ts';
import { fieldValues, setAt } from './flag-values.ts';
import type { RecordFlag } from './record-flags.ts';
import { flagsOf } from './record-flags.ts';
import { tellRecords } from './tell-records.ts';
import type { Tried } from './try-files.ts';
import { tryFiles } from './try-files.ts';

/** `lianfang add`: writes a record of the year, or nothing where it would be faulty (exit 2). */
export async function add(args: AddArgs, io: Io): Promise<ExitCode> {
  const opened = await openHere(io, args);
  const assessed = chooseUnit(opened, args, io);
  const flags = flagsOf(args.kind);
  const isBare = Object.keys(args.given).length === 0 && args.all !== true;
  const asks = isBare && io.interactive && args.input !== false;
  const input = calendarInput(assessed, opened, args.today);
  const answers = asks ? await askForRecord(args.kind, flags, input) : args;
  if (answers === undefined) return ExitCode.interrupted;
  const { given, all } = answers;

  const { unit } = assessed;
  const values = fieldValues(flags, given, unit);
  const scans = scansOf(namesOfFiles(values), opened, unit, { args, io });
  const parent = idOfParent(args.kind, given, unit);
  const drafts = draftsOf(values, scans.attachments).flatMap((draft) =>
    oneForEach({ kind: args.kind, draft, all: all === true }, input),
  );
  if (drafts.length === 0) {
    io.out('没有要增加的记录：都已办结\n');
    return ExitCode.ok;
  }
  const filled = drafts.map((draft) => withDuty(args.kind, draft, input));
  lackNothing(flags, filled);
  const records = filled.map((draft, index) => ({
    id: nextId(args.kind, unit, index + 1),
    ...draft,
  }));
  const filesWith = (added: readonly object[]): readonly OutputFile[] => [
    ...scans.files,
    parent === undefined
      ? listWith(added, args.kind, assessed, opened)
      : nestedIn(parent, args.kind, added, opened),
  ];
  const first = await tryFiles(filesWith(records), assessed, opened);
  const named = records.map((record) => withDutyNamed(record, args, first));
  const isSame = named.every((record, index) => record === records[index]);
  const files = filesWith(named);
  const tried = isSame ? first : await tryFiles(files, assessed, opened);
  return tellRecords(args, io, { records: named, files, tried });
}

/** A record that only one duty fits says so itself, whatever the scheme has later. */
function withDutyNamed(
  record: Draft & { readonly id: string },
  { kind, today }: Pick<AddArgs, 'kind' | 'today'>,
  { assessed, opened }: Tried,
): Draft & { readonly id: string } {
  if (record['duty'] !== undefined || !('duty' in shapeOf(KINDS[kind].schema))) return record;
  const found = dischargesOf(calendarInput(assessed, opened, today)).find(
    ({ deed }) => deed.kind === kind && deed.record.id === record.id,
  );
  const [duty] = found?.duties ?? [];
  if (duty === undefined || found?.faults.length !== 0) return record;
  const { id, ...rest } = record;
  return { id, duty: [duty.id], ...rest };
}

function listWith(
  records: readonly object[],
  kind: Kind,
  { unit }: AssessedUnit,
  opened: Opened,
): OutputFile {
  const list = FILE_OF[kind] as RecordFile;
  const after = unit[list].at(-1);
  const heading = `# ${KINDS[kind].title}：用 lianfang add ${kind} 增加，办结后用 lianfang complete ${kind} 补记\n`;
  return lengthenedList(opened, unit, list, { records, after, heading });
}

function namesOfFiles(values: readonly GivenValue[]): readonly string[] {
  return values.flatMap(({ flag, value }) =>
    flag.shape === 'files' ? (value as readonly string[]) : [],
  );
}

/** The record that the flags say; where one field has several ids, a record for each. */
function draftsOf(values: readonly GivenValue[], attachments: readonly object[]): Draft[] {
  const several = values.find(({ flag, value }) => flag.shape === 'text' && Array.isArray(value));
  const ids = several === undefined ? [undefined] : (several.value as readonly string[]);
  return ids.map((id) => {
    const draft: Record<string, unknown> = {};
    for (const { flag, value } of values) {
      const isFiles = flag.shape === 'files';
      setAt(draft, flag.path, isFiles ? attachments : flag === several?.flag ? id : value);
    }
    return draft;
  });
}

function lackNothing(flags: readonly RecordFlag[], drafts: readonly Draft[]): void {
  const lacking = flags.filter(
    ({ needed, path: [key = ''] }) => needed && drafts.some((draft) => draft[key] === undefined),
  );
  if (lacking.length === 0) return;
  const names = lacking.map(({ name, title }) => `--${name}（${title}）`).join('、');
  throw new UsageError(`须写明 ${names}`);
}
