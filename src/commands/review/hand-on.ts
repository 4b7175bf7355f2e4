import { dirname } from 'node:path';
import type { CalendarInput } from '../../calendar/calendar-input.ts';
import { deedFaults } from '../../calendar/obligations/deed-faults.ts';
import { ofFiling, ofNotice } from '../../calendar/obligations/deeds.ts';
import { signersOf } from '../../calendar/obligations/deed-faults.ts';
import type { DutySubject } from '../../calendar/obligations/duty-subjects.ts';
import { pointsOfDuty } from '../../calendar/obligations/duty-subjects.ts';
import { hasPassed, stageAsked } from '../../calendar/obligations/signed-steps.ts';
import { lastDay } from '../../calendar/workdays.ts';
import { UsageError } from '../../errors.ts';
import type { CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import type { SchemeDuty } from '../../model/scheme-duty.ts';
import type { RecordFile } from '../../model/kinds.ts';
import { filingSchema } from '../../model/kinds/year/filing.ts';
import { noticeSchema } from '../../model/kinds/year/notice.ts';
import type { Scheme } from '../../model/scheme.ts';
import { calendarInput } from '../../pipeline/calendar.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import { makeDigest } from '../../signoff/digests/versions.ts';
import type { PointState, SignOffStates } from '../../signoff/states/sign-off-states.ts';
import { signOffStates } from '../../signoff/states/sign-off-states.ts';
import { chooseUnit } from '../choose-unit.ts';
import { nextId } from '../next-id.ts';
import { openHere } from '../open-here.ts';
import { writeFiles } from '../write-files.ts';
import { chooseDuty, subjectsAsked } from './choose-duty.ts';
import { subjectsNamed } from './choose-subjects.ts';
import { checkDay } from './act-on-subjects.ts';
import { lengthenedList } from './write-records.ts';
import type { SignState } from '../../signoff/states/progress.ts';
import { SIGN_STATES } from '../../signoff/states/progress.ts';

type HandOnArgs = CommonArgs & {
  readonly subjects: readonly string[];
  readonly unit?: string;
  readonly duty?: string;
  readonly on: string;
  readonly by?: string;
  readonly dryRun?: boolean;
};
export type FileArgs = HandOnArgs & { readonly to?: string; readonly receipt?: string };
export type PublishArgs = HandOnArgs & {
  readonly title?: string;
  readonly until?: string;
  readonly place?: string;
};

/** `lianfang review file`: files (备案) what a duty of the scheme wants filed, of what has been signed. */
export async function reviewFile(args: FileArgs, io: Io): Promise<ExitCode> {
  checkDay(args.on);
  const hands = await begin(args, io);
  const { input, assessed } = hands;
  const duty = chooseDuty({ ...args, record: 'filing', words: args.subjects }, input);
  const parts = [partOf(duty, subjectsAsked(duty, args.subjects, input), args, hands)];
  const body = duty.by === undefined || args.by === duty.by ? undefined : duty.by;
  const records = parts.map((part) => ({
    id: nextId('filing', assessed.unit, 1),
    duty: [duty.id],
    ...subjectsOf(part),
    papers: paperNames(duty, input.scheme),
    to: duty.to,
    on: args.on,
    by: args.by === undefined && body === undefined ? undefined : { post: args.by, body },
    receipt: args.receipt,
    receivedOn: args.receipt === undefined ? undefined : args.on,
    items: digestsOf(part.points),
  }));
  const faults = records.flatMap((record) => {
    const deed = ofFiling({ ...filingSchema.parse(plain(record)), ref: assessed.unit.ref });
    return deedFaults(deed, [duty], input).map(({ message }) => message);
  });
  return finish(hands, args, io, { list: 'filings', parts, records, faults });
}

/** `lianfang review publish`: posts (公示) what a duty of the scheme wants posted, as long as it says. */
export async function reviewPublish(args: PublishArgs, io: Io): Promise<ExitCode> {
  checkDay(args.on);
  if (args.until !== undefined) checkDay(args.until);
  const hands = await begin(args, io);
  const { input, assessed } = hands;
  const { scheme, relations } = input;
  const duty = chooseDuty({ ...args, record: 'notice', words: args.subjects }, input);
  const until = args.until ?? lastDayOf(duty, args.on, input);
  if (until < args.on) throw new UsageError(`公示到 ${until}，早于开始的 ${args.on}`);
  const subjects = subjectsAsked(duty, args.subjects, input);
  // Where each is signed by its own leader, each has a notice of its own.
  const groups = duty.signedBy === undefined ? [subjects] : subjects.map((subject) => [subject]);
  const parts = groups.map((group) => partOf(duty, group, args, hands));
  const { contacts } = assessed.unit.info;
  const records = parts.map((part, index) => ({
    id: nextId('notice', assessed.unit, index + 1),
    duty: [duty.id],
    title: args.title ?? titleOf(duty, scheme),
    ...subjectsOf(part),
    papers: paperNames(duty, scheme),
    audience: duty.audience === 'public' ? 'public' : 'unit',
    place: args.place ?? duty.place ?? contacts?.board,
    from: args.on,
    to: until,
    telephone: contacts?.supervision,
    signedBy: args.by ?? signerOf(duty, part.subjects, relations),
    items: digestsOf(part.points),
  }));
  const faults = records.flatMap((record) => {
    const deed = ofNotice({ ...noticeSchema.parse(plain(record)), ref: assessed.unit.ref });
    return deedFaults(deed, [duty], input).map(({ message }) => message);
  });
  return finish(hands, args, io, { list: 'notices', parts, records, faults });
}

type Hands = {
  readonly opened: Opened;
  readonly assessed: AssessedUnit;
  readonly states: SignOffStates;
  readonly input: CalendarInput;
};

async function begin(args: HandOnArgs, io: Io): Promise<Hands> {
  const opened = await openHere(io, args);
  const assessed = chooseUnit(opened, args, io);
  const { unit, resolved, relations, assessment } = assessed;
  if (args.by !== undefined && !relations.postById.has(args.by)) {
    throw new UsageError(`没有岗位「${args.by}」`);
  }
  const states = signOffStates({ unit, scheme: resolved.scheme, relations }, assessment);
  return { opened, assessed, states, input: calendarInput(assessed, opened, args.on) };
}

/** What one record is to be of. */
type Part = {
  readonly duty: SchemeDuty;
  readonly subjects: readonly DutySubject[];
  readonly points: readonly PointState[];
  readonly refusals: readonly string[];
};

function partOf(
  duty: SchemeDuty,
  subjects: readonly DutySubject[],
  { subjects: words, on }: HandOnArgs,
  { states, input }: Hands,
): Part {
  const named = pointsNamed(duty, words, states, input);
  const points = subjects
    .flatMap((subject) => pointsOfDuty(duty, subject, input))
    .filter(({ id }) => named === undefined || named.has(id))
    .flatMap(({ id }) => states.byRisk.get(id) ?? []);
  const isEmpty = duty.of.points && points.length === 0;
  return {
    duty,
    subjects,
    points,
    refusals: [
      ...(isEmpty ? ['没有可报送或公示的风险点'] : []),
      ...points.flatMap((point) => refusalOf(point, duty, on, input)),
    ],
  };
}

/** The points to which the words of the command confine a record; undefined: to none. */
function pointsNamed(
  { each }: SchemeDuty,
  words: readonly string[],
  states: SignOffStates,
  { unit, relations }: CalendarInput,
): ReadonlySet<string> | undefined {
  if (each === 'unit' && words.length > 0) {
    const items = subjectsNamed(words, states, unit).flatMap(({ state, items: only }) =>
      state.items.filter(
        ({ item }) => only.length === 0 || only.includes(item.risk?.id ?? item.key),
      ),
    );
    return new Set(items.flatMap(({ item }) => item.risk?.id ?? []));
  }
  const risks = words.filter((word) => relations.riskById.has(word));
  return risks.length === 0 ? undefined : new Set(risks);
}

const CHANGED: readonly SignState[] = ['contentChanged', 'basisChanged', 'returned'];

/** Why a point may not be handed on: its reviews have not come as far as the duty asks. */
function refusalOf(
  { progress: { item, state } }: PointState,
  { after }: SchemeDuty,
  on: string,
  { signed }: CalendarInput,
): string[] {
  const steps = item.risk === undefined ? undefined : signed?.points.get(item.risk.id);
  if (steps === undefined) return [`「${item.name}」没有审核`];
  const stage = stageAsked(steps, after);
  if (CHANGED.includes(state)) return [`「${item.name}」${SIGN_STATES[state]}，没有审核通过`];
  if (stage === undefined || hasPassed(steps, stage, on)) return [];
  if (steps.agreed.has(stage)) return [`「${item.name}」的审核晚于 ${on}`];
  return after.length === 0
    ? [`「${item.name}」${SIGN_STATES[state]}，没有审核通过`]
    : [`「${item.name}」还没有办「${stage}」`];
}

type HandedOn = {
  readonly list: Extract<RecordFile, 'filings' | 'notices'>;
  readonly parts: readonly Part[];
  readonly records: readonly { readonly id: string }[];
  readonly faults: readonly string[];
};

/** Writes the records, unless something in one is not signed for as it stands, or lacks what is asked. */
function finish(
  { opened, assessed }: Hands,
  args: HandOnArgs,
  io: Io,
  { list, parts, records, faults }: HandedOn,
): ExitCode {
  const refusals = [...parts.flatMap((part) => part.refusals), ...faults];
  if (refusals.length > 0) {
    for (const refusal of new Set(refusals)) io.err(`${refusal}\n`);
    return ExitCode.findings;
  }
  const { unit } = assessed;
  const file = lengthenedList(opened, unit, list, {
    records: records.map(plain),
    after: unit[list].at(-1),
  });
  writeFiles(opened.root.path, [file], { ...args, force: true });
  for (const [index, { id }] of records.entries()) {
    const { duty, points } = parts[index]!;
    io.out(`${id} ${duty.title}${points.length === 0 ? '' : `：${points.length} 个风险点`}\n`);
  }
  if (args.quiet !== true) {
    const done = args.dryRun === true ? '将写入' : '已写入';
    io.err(`${done} ${dirname(unit.ref.file)} 的 ${list}\n`);
  }
  return ExitCode.ok;
}

/** Of whom and of what a record says that it is. */
function subjectsOf({ duty, subjects, points }: Part) {
  const ids = subjects.map(({ id }) => id);
  return {
    posts: duty.each === 'post' || duty.each === 'person' ? ids : [],
    departments: duty.each === 'department' ? ids : [],
    risks: points.flatMap(({ progress }) => progress.item.risk?.id ?? []),
  };
}

/** The papers of a duty by title, or what it posts in words. */
function paperNames({ of, contents, paper }: SchemeDuty, { papers }: Scheme): string[] {
  const titleOfPaper = (id: string) => papers.find((one) => one.id === id)?.title ?? id;
  if (of.papers.length > 0) return of.papers.map(titleOfPaper);
  if (contents.length > 0) return [...contents];
  return paper === undefined ? [] : [titleOfPaper(paper)];
}

function titleOf({ title, paper }: SchemeDuty, { papers }: Scheme): string {
  return papers.find(({ id, document }) => id === paper && document !== undefined)?.title ?? title;
}

/** The one who signs for a department, where the notice leaves no choice. */
function signerOf(
  { signedBy }: SchemeDuty,
  subjects: readonly DutySubject[],
  relations: CalendarInput['relations'],
): string | undefined {
  const [subject] = subjects;
  if (signedBy === undefined || subject?.department === undefined) return undefined;
  const [signer, other] = signersOf(signedBy, subject.department, relations);
  return other === undefined ? signer?.id : undefined;
}

/** The last day of a notice that begins on a day, as the scheme counts. */
function lastDayOf({ within }: SchemeDuty, from: string, { holidays }: CalendarInput): string {
  const end = within && lastDay(from, within.days, within.dayKind, holidays);
  if (end === undefined) {
    throw new UsageError('方案没有定公示多少天', '用 --until 写明公示到哪一天');
  }
  if (end.provisional) {
    throw new UsageError('这一年的放假安排没有登记，工作日算不准', '用 --until 写明公示到哪一天');
  }
  return end.day;
}

function digestsOf(points: readonly PointState[]): Record<string, string> {
  return Object.fromEntries(
    points.map(({ progress: { item } }) => [item.key, makeDigest('content', item.content)]),
  );
}

/** As it would be read: keys without a value left out. */
function plain<T extends object>(record: T): T {
  return JSON.parse(JSON.stringify(record)) as T;
}
