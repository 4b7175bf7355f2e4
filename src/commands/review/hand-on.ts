import { dirname } from 'node:path';
import { UsageError } from '../../errors.ts';
import type { Call, CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import type { Unit } from '../../model/project.ts';
import type { RecordFile } from '../../model/kinds.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import type { ItemProgress } from '../../signoff/states/progress.ts';
import type { SignOffStates } from '../../signoff/states/sign-off-states.ts';
import { signOffStates } from '../../signoff/states/sign-off-states.ts';
import { makeDigest } from '../../signoff/digests/versions.ts';
import { chooseUnit } from '../choose-unit.ts';
import { openHere } from '../open-here.ts';
import { writeFiles } from '../write-files.ts';
import { subjectsNamed } from './choose-subjects.ts';
import { checkDay } from './act-on-subjects.ts';
import { lengthenedList } from './write-records.ts';
import { SIGN_STATES } from '../../signoff/states/progress.ts';

type HandOnArgs = CommonArgs & {
  readonly subjects: readonly string[];
  readonly unit?: string;
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

/** `lianfang review file`: files (备案) what the scheme wants filed, of what has been signed through. */
export async function reviewFile(args: FileArgs, io: Io): Promise<ExitCode> {
  checkDay(args.on);
  const hands = await begin(args, io);
  const { scheme } = hands.assessed.resolved;
  const entry = filingOf(scheme, args.to);
  const points = hands.items.filter(
    ({ item }) =>
      item.risk !== undefined &&
      (entry.levels.length === 0 || entry.levels.includes(item.level(() => false) ?? '')),
  );
  return finish(hands, { args, io }, points, {
    list: 'filings',
    record: {
      id: nextId('fl', hands.assessed.unit.filings),
      risks: idsOf(points),
      papers: entry.papers,
      to: entry.to,
      on: args.on,
      by: args.by === undefined ? undefined : { post: args.by },
      receipt: args.receipt,
      receivedOn: args.receipt === undefined ? undefined : args.on,
      items: digestsOf(points),
    },
  });
}

/** `lianfang review publish`: posts (公示) what has been signed through, as long as the scheme says. */
export async function reviewPublish(args: PublishArgs, io: Io): Promise<ExitCode> {
  checkDay(args.on);
  if (args.until !== undefined) checkDay(args.until);
  const hands = await begin(args, io);
  const { scheme } = hands.assessed.resolved;
  const [entry] = scheme.publicNotices;
  if (entry === undefined) throw new UsageError(`方案「${scheme.title}」没有规定公示`);
  const until = args.until ?? lastDay(args.on, entry);
  if (until === undefined) {
    throw new UsageError('方案没有定公示多少天，或按工作日计算', '用 --until 写明公示到哪一天');
  }
  if (until < args.on) throw new UsageError(`公示到 ${until}，早于开始的 ${args.on}`);
  const points = hands.items.filter(({ item }) => item.risk !== undefined);
  const { contacts } = hands.assessed.unit.info;
  return finish(hands, { args, io }, points, {
    list: 'notices',
    record: {
      id: nextId('nt', hands.assessed.unit.notices),
      title: args.title ?? `${entry.what.join('、')}公示`,
      risks: idsOf(points),
      audience: entry.audience === 'public' ? 'public' : 'unit',
      place: args.place ?? entry.place ?? contacts?.board,
      from: args.on,
      to: until,
      telephone: contacts?.supervision,
      signedBy: args.by,
      items: digestsOf(points),
    },
  });
}

type Hands = {
  readonly opened: Opened;
  readonly assessed: AssessedUnit;
  readonly states: SignOffStates;
  readonly items: readonly ItemProgress[];
};

async function begin(args: HandOnArgs, io: Io): Promise<Hands> {
  const opened = await openHere(io, args);
  const assessed = chooseUnit(opened, args, io);
  const { unit, resolved, relations, assessment } = assessed;
  if (args.by !== undefined && !relations.postById.has(args.by)) {
    throw new UsageError(`没有岗位「${args.by}」`);
  }
  const states = signOffStates({ unit, scheme: resolved.scheme, relations }, assessment);
  const own = states.subjects.filter(({ subject }) => subject.kind !== 'list');
  const items =
    args.subjects.length === 0
      ? own.flatMap((state) => state.items)
      : subjectsNamed(args.subjects, states, unit).flatMap(({ state, items: only }) =>
          state.items.filter(
            ({ item }) => only.length === 0 || only.includes(item.risk?.id ?? item.key),
          ),
        );
  return { opened, assessed, states, items };
}

type NewRecord = {
  readonly list: RecordFile;
  readonly record: Readonly<Record<string, unknown>> & { readonly id: string };
};

/** Writes the record, unless something in it is not signed for as it stands. */
function finish(
  { opened, assessed }: Hands,
  { args, io }: Call<HandOnArgs>,
  points: readonly ItemProgress[],
  { list, record }: NewRecord,
): ExitCode {
  const unsigned = points.filter(({ state }) => state !== 'valid');
  const early = points.filter((one) =>
    [...one.track.round.values()].some(({ on }) => on !== undefined && on > args.on),
  );
  const refusals = [
    ...(points.length === 0 ? ['没有可报送或公示的风险点'] : []),
    ...unsigned.map(({ item, state }) => `「${item.name}」${SIGN_STATES[state]}，没有审核通过`),
    ...early.map(({ item }) => `「${item.name}」的审核晚于 ${args.on}`),
  ];
  if (refusals.length > 0) {
    for (const refusal of refusals) io.err(`${refusal}\n`);
    return ExitCode.findings;
  }
  const { unit } = assessed;
  const file = lengthenedList(opened, unit, list, { records: [record], after: unit[list].at(-1) });
  writeFiles(opened.root.path, [file], { ...args, force: true });
  io.out(`${record.id} ${points.length} 个风险点\n`);
  if (args.quiet !== true) {
    const done = args.dryRun === true ? '将写入' : '已写入';
    io.err(`${done} ${dirname(unit.ref.file)} 的 ${list}\n`);
  }
  return ExitCode.ok;
}

function filingOf(scheme: Scheme, to: string | undefined): Scheme['filings'][number] {
  const offices = [...new Set(scheme.filings.map((one) => one.to))];
  const found = scheme.filings.filter((one) => to === undefined || one.to === to);
  const [entry, other] = found;
  if (entry !== undefined && (to !== undefined || other === undefined)) return entry;
  if (offices.length === 0) throw new UsageError(`方案「${scheme.title}」没有规定备案`);
  throw new UsageError(
    to === undefined ? '须写明报给谁备案' : `方案没有规定报「${to}」备案`,
    `用 --to 指定：${offices.join('、')}`,
  );
}

/** The last day of a notice that begins on a day; undefined where working days are counted. */
function lastDay(
  from: string,
  { days, dayKind }: Scheme['publicNotices'][number],
): string | undefined {
  if (days === undefined || dayKind === 'workday') return undefined;
  const time = Date.parse(`${from}T00:00:00Z`) + (days - 1) * 24 * 60 * 60 * 1000;
  return new Date(time).toISOString().slice(0, 10);
}

function idsOf(points: readonly ItemProgress[]): string[] {
  return points.flatMap(({ item }) => item.risk?.id ?? []);
}

function digestsOf(points: readonly ItemProgress[]): Record<string, string> {
  return Object.fromEntries(
    points.map(({ item }) => [item.key, makeDigest('content', item.content)]),
  );
}

/** `fl-0001`: one more than the highest number that there ever was. */
function nextId(letters: string, records: Unit['filings'] | Unit['notices']): string {
  const pattern = new RegExp(`^${letters}-(\\d+)$`, 'u');
  const numbers = records
    .flatMap(({ id, formerly }) => [id, ...formerly])
    .map((id) => Number(pattern.exec(id)?.[1] ?? 0));
  return `${letters}-${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}`;
}
