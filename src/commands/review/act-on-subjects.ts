import { dirname } from 'node:path';
import type { CalendarInput } from '../../calendar/calendar-input.ts';
import { unmetBefore } from '../../calendar/obligations/unmet-before.ts';
import { UsageError } from '../../errors.ts';
import type { CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import { isRealDay } from '../../model/common.ts';
import type { Review } from '../../model/kinds/year/review.ts';
import { calendarInput } from '../../pipeline/calendar.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import { HEAD_FILE } from '../../repository/load-unit.ts';
import type { Planned, ReviewDraft } from '../../signoff/steps/plan-act.ts';
import { planAct } from '../../signoff/steps/plan-act.ts';
import { brokenLinks, inChainOrder } from '../../signoff/digests/record-chain.ts';
import { seal } from '../../signoff/digests/seal.ts';
import type { SignOffStates } from '../../signoff/states/sign-off-states.ts';
import { signOffStates } from '../../signoff/states/sign-off-states.ts';
import { chooseUnit } from '../choose-unit.ts';
import { openHere } from '../open-here.ts';
import type { OutputFile } from '../write-files.ts';
import { writeFiles } from '../write-files.ts';
import { blockersOf } from './blockers.ts';
import type { Chosen } from './choose-subjects.ts';
import { subjectsNamed, subjectsOfDepartment } from './choose-subjects.ts';
import { frozenScheme } from './frozen-scheme.ts';
import { scansOf } from './scans.ts';
import { actLine, blockerLine, nameOf } from './tell.ts';
import { lengthenedList } from './write-records.ts';

export type ReviewArgs = CommonArgs & {
  readonly action: 'submit' | 'approve' | 'return';
  readonly subjects: readonly string[];
  readonly unit?: string;
  readonly department?: string;
  readonly all?: boolean;
  readonly stage?: string;
  readonly on: string;
  readonly by?: string;
  readonly person?: string;
  readonly body?: string;
  readonly attendance?: string;
  readonly opinion?: string;
  readonly minutes?: string;
  readonly part?: readonly string[];
  readonly form?: string;
  readonly scan?: readonly string[];
  readonly dryRun?: boolean;
};

/**
 * `lianfang review submit|approve|return`: one act of the review chain for one subject or many. Either
 * every subject can take it, or nothing is written and every reason is told.
 */
export async function review(args: ReviewArgs, io: Io): Promise<ExitCode> {
  checkDay(args.on);
  const opened = await openHere(io, args);
  const assessed = chooseUnit(opened, args, io);
  const { unit, resolved, relations, assessment } = assessed;
  const lists = resolved.scheme.papers
    .map(({ id }) => id)
    .filter((id) => args.subjects.includes(`list/${id}`));
  const states = signOffStates({ unit, scheme: resolved.scheme, relations }, assessment, { lists });
  const { chosen, passed } = choose(args, assessed, states);
  const scans = scansOf(args.scan ?? [], opened, unit, { args, io });
  const request = requestOf(args, scans.attachments);

  const calendar = calendarInput(assessed, opened, args.on);
  const blockers = args.action === 'return' ? () => [] : blockersOf(opened, assessed);
  const drafts: { readonly draft: ReviewDraft; readonly line: string }[] = [];
  const refusals: string[] = [];
  for (const one of chosen) {
    const name = nameOf(one.state, resolved.scheme);
    const planned = planAct(
      one.state,
      { ...request, items: one.items },
      relations,
      states.freshness,
    );
    const blocking = blockers(one);
    refusals.push(...blocking.map((diagnostic) => `${name}：${blockerLine(diagnostic)}`));
    const why = 'refusals' in planned ? planned.refusals : waitingFor(planned, one, calendar);
    refusals.push(...why.map((reason) => `${name}：${reason}`));
    if ('draft' in planned && why.length === 0 && blocking.length === 0) {
      drafts.push({ draft: planned.draft, line: actLine(one.state, planned, resolved.scheme) });
    }
  }
  const records = seal(
    drafts.map(({ draft }) => draft),
    unit,
  );
  refusals.push(...chainFaults(assessed, records));
  if (args.quiet !== true) for (const line of passed) io.err(`${line}\n`);
  if (refusals.length > 0) {
    for (const refusal of refusals) io.err(`${refusal}\n`);
    io.err(`未写入任何记录：有 ${refusals.length} 处不能办理\n`);
    return ExitCode.findings;
  }
  const files = filesOf(opened, assessed, records, states);
  writeFiles(opened.root.path, [...scans.files, ...files], { ...args, force: true });
  drafts.forEach(({ line }, index) => io.out(`${records[index]!.id} ${line}\n`));
  if (args.quiet !== true) {
    const done = args.dryRun === true ? '将写入' : '已写入';
    io.err(`${done} ${records.length} 条审核记录：${files.at(-1)!.path}\n`);
  }
  return ExitCode.ok;
}

/** The notices that come before the step and are not posted yet. */
function waitingFor(
  { draft, step: { stage } }: Extract<Planned, { draft: ReviewDraft }>,
  { state }: Chosen,
  calendar: CalendarInput,
): string[] {
  if (draft.act === '退回') return [];
  const points = state.items.flatMap(({ item: { key, risk } }) =>
    risk !== undefined && Object.hasOwn(draft.items, key) ? [risk.id] : [],
  );
  return unmetBefore(stage, points, draft.on, calendar).map(
    ({ duty }) =>
      `「${stage}」之前须先「${duty.title}」（lianfang review publish --duty ${duty.id}）`,
  );
}

/** A calendar day, or the command was used wrongly. */
export function checkDay(on: string): void {
  if (!isRealDay(on)) throw new UsageError(`「${on}」不是日期`, '写成 2026-03-31 的形式，或 today');
}

/** The records of one act with the end of their chain and, at first, the scheme that they rest on. */
export function filesOf(
  opened: Opened,
  { unit, resolved }: AssessedUnit,
  records: readonly Review[],
  states: SignOffStates,
): OutputFile[] {
  const head = records.at(-1)?.digest ?? '';
  return [
    ...frozenScheme(resolved.scheme, states.freshness.scheme, opened),
    // The end first: a write that breaks off is found, and repeating the command completes it.
    { path: `${dirname(unit.ref.file)}/${HEAD_FILE}`, bytes: `${head}\n` },
    lengthenedList(opened, unit, 'reviews', { records, after: inChainOrder(unit.reviews).at(-1) }),
  ];
}

/** Nothing is added to a chain that is broken already, save what a broken-off write left out. */
export function chainFaults({ unit }: AssessedUnit, records: readonly Review[]): string[] {
  if ([...unit.unreadable].some((id) => id.startsWith('review:'))) {
    return ['有审核记录写法不对，没有读取；先用 lianfang check 查清并改正'];
  }
  const broken = brokenLinks(unit);
  const isUnfinished =
    broken.every(({ kind }) => kind === 'head') && unit.reviewsHead === records.at(-1)?.digest;
  if (isUnfinished) return [];
  return broken
    .slice(0, 1)
    .map(({ message }) => `${message}；先用 lianfang verify 查清，从 git 或备份恢复`);
}

function choose(
  args: ReviewArgs,
  { unit, relations, resolved }: AssessedUnit,
  states: SignOffStates,
): { readonly chosen: readonly Chosen[]; readonly passed: readonly string[] } {
  const ways = [args.subjects.length > 0, args.department !== undefined, args.all === true];
  if (ways.filter(Boolean).length !== 1) {
    throw new UsageError('须写明审核对象', '写岗位、机构的编号或 unit，或用 --department、--all');
  }
  if (args.subjects.length > 0) {
    return { chosen: subjectsNamed(args.subjects, states, unit), passed: [] };
  }
  const all =
    args.department === undefined
      ? states.subjects
          .filter(({ subject }) => ['unit', 'department', 'post'].includes(subject.kind))
          .map((state) => ({ state, items: [] }))
      : subjectsOfDepartment(args.department, states, relations);
  const chosen = all.filter(({ state }) => isAtHand(state, args));
  if (chosen.length === 0)
    throw new UsageError('没有要办理的审核对象', '用 lianfang review list 查看');
  const passed = all
    .filter((one) => !chosen.includes(one))
    .map(({ state }) => `${nameOf(state, resolved.scheme)}：不经过此环节或已经办过，略过`);
  return { chosen, passed };
}

/** Of a batch: the subjects whose chain has the step and that are not through with it. */
function isAtHand(
  { chain, items }: SignOffStates['subjects'][number],
  { action, stage }: ReviewArgs,
): boolean {
  const index = action === 'submit' ? 0 : chain.steps.findIndex((step) => step.stage === stage);
  if (stage === undefined && action !== 'submit') {
    return items.some(({ next }) => next < chain.steps.length);
  }
  return index >= 0 && items.some(({ next }) => next <= index);
}

function requestOf(
  args: ReviewArgs,
  attachments: Review['attachments'],
): Parameters<typeof planAct>[1] {
  const { by, body, person } = args;
  const isNamed = by !== undefined || body !== undefined || person !== undefined;
  const attendance = attendanceOf(args.attendance);
  return {
    act: args.action,
    ...(args.stage !== undefined && { stage: args.stage }),
    on: args.on,
    by: isNamed
      ? {
          ...(by !== undefined && { post: by }),
          ...(person !== undefined && { person }),
          ...(body !== undefined && { body }),
        }
      : undefined,
    ...(attendance && { attendance }),
    ...(args.opinion !== undefined && { opinion: args.opinion }),
    ...(args.minutes !== undefined && { minutes: args.minutes }),
    items: [],
    isBatch: args.subjects.length === 0,
    returned: args.part ?? [],
    ...(args.form !== undefined && { form: args.form }),
    attachments,
  };
}

/** 「7/9」: present, of those who should be. */
function attendanceOf(text: string | undefined): Review['attendance'] {
  if (text === undefined) return undefined;
  const { present, of } = /^(?<present>\d+)\/(?<of>\d+)$/.exec(text)?.groups ?? {};
  if (present === undefined || Number(of) === 0) {
    throw new UsageError(`到会情况「${text}」看不懂`, '写成「到会/应到」，如 7/9');
  }
  return { present: Number(present), of: Number(of) };
}
