import type { Review } from '../../model/kinds/year/review.ts';
import type { Relations } from '../../scheme/relations.ts';
import type { ChainStep } from './chain.ts';
import { SELF } from './chain.ts';
import type { Freshness } from '../states/freshness.ts';
import { laterThan } from '../states/freshness.ts';
import type { SignedItem } from '../digests/signed-item.ts';
import { partContent } from '../digests/parts.ts';
import type { ItemProgress } from '../states/progress.ts';
import { ownWork, tooEarly, whyNoReturn, whyNot, wrongPost } from './refusals.ts';
import { attendanceFaults, returnIndex, wrongActor } from './replay.ts';
import type { SubjectState } from '../states/sign-off-states.ts';
import { makeDigest } from '../digests/versions.ts';
import { presentHolders } from '../../scheme/relations.ts';

/** What somebody wants to do with one subject. */
export type ActRequest = {
  readonly act: 'submit' | 'approve' | 'return';
  /** Absent: the step that comes next. */
  readonly stage?: string;
  readonly on: string;
  readonly by: Review['by'];
  /** One of many: whoever fills in for the others, each person hands in their own. */
  readonly isBatch?: boolean;
  readonly attendance?: Review['attendance'];
  readonly opinion?: string;
  readonly minutes?: string;
  /** Only these items; empty: all that stand at the step. */
  readonly items: readonly string[];
  /** Of a return: the parts that were not agreed to. */
  readonly returned: readonly string[];
  readonly form?: string;
  readonly attachments: Review['attachments'];
};

/** A record without what the chain of records gives it. */
export type ReviewDraft = Omit<Review, 'id' | 'previous' | 'digest'>;

export type Planned =
  | {
      readonly draft: ReviewDraft;
      readonly step: ChainStep;
      readonly left: readonly ItemProgress[];
    }
  | { readonly refusals: readonly string[] };

const ACTS: Readonly<Record<ChainStep['kind'], NonNullable<Review['act']>>> = {
  decide: '同意',
  consult: '反馈意见',
  collect: '登记',
};

/** The record that an act gives, or every reason why it may not be. */
export function planAct(
  state: SubjectState,
  request: ActRequest,
  relations: Relations,
  fresh: Freshness,
): Planned {
  const { chain, subject } = state;
  const chosen = state.items.filter(
    ({ item }) =>
      request.items.length === 0 ||
      request.items.includes(item.key) ||
      request.items.includes(item.risk?.id ?? item.key),
  );
  const index = stepIndex(state, chosen, request);
  if (typeof index === 'string') return { refusals: [index] };
  const step = chain.steps[index];
  const covered = chosen.filter(({ next }) => next === index);
  if (step === undefined || covered.length === 0)
    return { refusals: [whyNot(chosen, step, index, state)] };

  const by = actorOf(step, request);
  const act = request.act === 'return' ? '退回' : index === 0 ? '报送' : ACTS[step.kind];
  const shape = { by, act, stage: step.stage, attendance: request.attendance };
  const refusals = [
    ...wrongActor(shape, step.by, subject),
    ...wrongPost(by?.post, step, relations),
    ...attendanceFaults(shape, step, subject, relations),
    ...tooEarly(request.on, step, covered, index),
    ...ownWork(step, by?.post, covered, act),
    ...(act === '退回' ? whyNoReturn(step, request.opinion, request.returned) : []),
  ];
  if (refusals.length > 0) return { refusals };
  const target = chain.steps[returnIndex(step.returnTo, chain)];
  const draft: ReviewDraft = {
    ...NOTHING_ELSE,
    of: { ...ofSubject(state), ...(request.form !== undefined && { form: request.form }) },
    stage: step.stage,
    kind: step.kind,
    act,
    by,
    role: step.by,
    chain: chain.steps.map(({ stage }) => stage),
    ...(request.attendance && { attendance: request.attendance }),
    on: request.on,
    ...(request.opinion !== undefined && { opinion: request.opinion }),
    ...(request.minutes !== undefined && { minutes: request.minutes }),
    ...(act === '退回' && target !== undefined && { returnTo: target.stage }),
    returned: [...request.returned],
    ...signedFor(
      covered.map(({ item }) => item),
      step,
      state,
    ),
    holders: holdersOf(state),
    scheme: fresh.scheme,
    attachments: [...request.attachments],
  };
  return { draft, step, left: chosen.filter((one) => !covered.includes(one)) };
}

const NOTHING_ELSE = {
  formerly: [],
  ignore: [],
  extra: {},
  proposed: {},
} satisfies Partial<ReviewDraft>;

/** Digests of everything that an act covers, and of what it rests on. */
export function signedFor(
  items: readonly SignedItem[],
  step: Pick<ChainStep, 'stage' | 'parts'>,
  { chain }: Pick<SubjectState, 'chain'>,
): Pick<ReviewDraft, 'items' | 'basis' | 'levels' | 'parts'> {
  const line = chain.steps.map(({ stage }) => stage);
  const isLater = laterThan(line, step.stage);
  const basis: Record<string, string> = {};
  const levels: Record<string, string> = {};
  const parts: Record<string, Record<string, string>> = {};
  for (const item of items) {
    basis[item.key] = makeDigest('basis', item.basis);
    const { power } = item;
    if (power !== undefined) basis[power.key] = makeDigest('power', power.content);
    const level = item.level(isLater);
    if (level !== undefined) levels[item.key] = level;
    if (item.risk === undefined || step.parts.length === 0) continue;
    parts[item.key] = Object.fromEntries(
      step.parts.map((part) => [part.id, makeDigest('part', partContent(item, part, level))]),
    );
  }
  const contents = items.map((item) => [item.key, makeDigest('content', item.content)]);
  return { items: Object.fromEntries(contents), basis, levels, parts };
}

/** What a record is of, as it is written down. */
export function ofSubject({ subject: { kind, id } }: Pick<SubjectState, 'subject'>): Review['of'] {
  return kind === 'unit' ? { unit: true } : { [kind]: id };
}

function holdersOf({ subject: { post } }: SubjectState): string[] {
  return post === undefined ? [] : presentHolders(post).map(({ person }) => person);
}

function stepIndex(
  { chain, subject }: SubjectState,
  chosen: readonly ItemProgress[],
  { act, stage }: ActRequest,
): number | string {
  if (chosen.length === 0) return `「${subject.name}」没有可审核的内容`;
  if (act === 'submit') {
    const first = chain.steps[0]!.stage;
    return stage === undefined || stage === first
      ? 0
      : `报送的环节是「${first}」，不是「${stage}」`;
  }
  const next = Math.min(...chosen.map((one) => one.next));
  const named = chain.steps.findIndex((step) => step.stage === stage);
  if (stage !== undefined && named < 0) {
    const passed = chain.passedOver.find((one) => one.stage === stage);
    const stages = chain.steps.map((step) => step.stage).join(' → ');
    return passed === undefined
      ? `没有环节「${stage}」，审核链是：${stages}`
      : `不经过「${stage}」：${passed.why}，审核链是：${stages}`;
  }
  const index = stage === undefined ? next : named;
  if (index === 0) {
    return chosen.some(({ track }) => track.done[0] !== undefined)
      ? '内容在报送后又改过，须先重新报送（review submit）'
      : '还没有报送（review submit）';
  }
  return index;
}

function actorOf({ actors, isRole, by }: ChainStep, request: ActRequest): Review['by'] {
  if (!isRole) return { ...request.by, body: request.by?.body ?? by };
  if (request.isBatch === true && by === SELF && actors.length === 1) return { post: actors[0]! };
  if (request.by?.post !== undefined || request.by?.body !== undefined) return request.by;
  return actors.length === 1 ? { ...request.by, post: actors[0]! } : request.by;
}
