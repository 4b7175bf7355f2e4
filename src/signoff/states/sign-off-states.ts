import type { Entity } from '../../model/common.ts';
import type { Unit } from '../../model/project.ts';
import type { Review } from '../../model/kinds/year/review.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Assessment } from '../../scheme/assessment.ts';
import type { Relations } from '../../scheme/relations.ts';
import { groupBy } from '../../util/group-by.ts';
import type { Chain, ChainStep } from '../steps/chain.ts';
import { chainOf } from '../steps/chain.ts';
import { dueDate } from '../steps/step-due.ts';
import type { Freshness, Stale } from './freshness.ts';
import { freshness } from './freshness.ts';
import type { SignedItems } from '../digests/items.ts';
import { itemsOf } from '../digests/items.ts';
import type { ItemProgress, SignState } from './progress.ts';
import { progressOf, worstOf } from './progress.ts';
import type { ReplayFault } from '../steps/replay.ts';
import { replay } from '../steps/replay.ts';
import { inChainOrder } from '../digests/record-chain.ts';
import type { ReviewSubject } from '../steps/subjects.ts';
import { keyOfReview, subjectsOf } from '../steps/subjects.ts';

/** One record with what it says today. */
type SignOff = {
  readonly record: Entity<Review>;
  readonly state: Extract<SignState, 'valid' | 'contentChanged' | 'basisChanged' | 'returned'>;
  /** Items that are not as they were signed; empty: all are. */
  readonly stale: readonly Stale[];
};

/** Where one subject stands in its chain. */
export type SubjectState = {
  readonly subject: ReviewSubject;
  readonly chain: Chain;
  readonly items: readonly ItemProgress[];
  readonly state: SignState;
  /** Steps that every item has behind it. */
  readonly done: readonly ChainStep[];
  /** The step that comes next for the item furthest behind; undefined: the chain is through. */
  readonly next: ChainStep | undefined;
  readonly due: string | undefined;
  readonly signOffs: readonly SignOff[];
};

/** Where one point stands, and the subject with whose chain it goes. */
export type PointState = { readonly owner: SubjectState; readonly progress: ItemProgress };

/** All sign-offs of one unit. */
export type SignOffStates = {
  readonly subjects: readonly SubjectState[];
  readonly bySubject: ReadonlyMap<string, SubjectState>;
  /** Points by id, with the subject that they belong to. */
  readonly byRisk: ReadonlyMap<string, PointState>;
  readonly signOffs: readonly SignOff[];
  /** Records that cannot be right: unknown stage, wrong body, twice, out of order, impossible dates. */
  readonly faults: readonly ReplayFault[];
  readonly items: SignedItems;
  readonly freshness: Freshness;
};

export type StateOptions = {
  /** The day on which it is asked; without it nothing is 逾期. */
  readonly asOf?: string;
  /** The year of work, for dates that a scheme gives as month and day. */
  readonly edition?: number;
  /** Ids of papers that are about to be signed as lists of the whole unit. */
  readonly lists?: readonly string[];
};

/** A unit with the scheme that it works by. */
export type UnitOfScheme = {
  readonly unit: Unit;
  readonly scheme: Scheme;
  readonly relations: Relations;
};

/** Reads the state of every subject off its records. Nothing here knows the clock. */
export function signOffStates(
  { unit, scheme, relations }: UnitOfScheme,
  assessment: Assessment,
  options: StateOptions = {},
): SignOffStates {
  const items = itemsOf(unit, scheme, relations, assessment);
  const fresh = freshness(items, scheme);
  const ordered = inChainOrder(unit.reviews);
  const recordsBy = new Map(groupBy(ordered, keyOfReview));
  const faults: ReplayFault[] = [];
  const subjects: SubjectState[] = [];
  for (const subject of subjectsOf(unit, scheme, relations, options.lists)) {
    const chain = chainOf(subject, scheme, relations);
    const records = recordsBy.get(subject.key) ?? [];
    recordsBy.delete(subject.key);
    if (chain === undefined) {
      faults.push(...records.map((record): ReplayFault => noChain(record)));
      continue;
    }
    const replayed = replay(records, chain, subject, relations);
    faults.push(...replayed.faults);
    const due = dueDate(chain.due, unit, scheme, options.edition);
    const progress = items
      .of(subject)
      .map((item) => progressOf(item, replayed, { chain, fresh }, { due, asOf: options.asOf }));
    const furthest = Math.min(...progress.map(({ next }) => next));
    subjects.push({
      subject,
      chain,
      items: progress,
      state: worstOf(progress),
      done: chain.steps.slice(0, furthest),
      next: chain.steps[furthest],
      due,
      signOffs: records.map((record) => signOffOf(record, chain, fresh)),
    });
  }
  for (const records of recordsBy.values()) faults.push(...records.map(noSubject));
  return {
    subjects,
    byRisk: pointsOf(subjects),
    bySubject: new Map(subjects.map((one) => [one.subject.key, one])),
    signOffs: subjects.flatMap(({ signOffs }) => signOffs),
    faults,
    items,
    freshness: fresh,
  };
}

function pointsOf(subjects: readonly SubjectState[]): ReadonlyMap<string, PointState> {
  const points = new Map<string, PointState>();
  for (const owner of subjects) {
    if (owner.subject.kind === 'list') continue;
    for (const progress of owner.items) {
      const { risk } = progress.item;
      if (risk !== undefined) points.set(risk.id, { owner, progress });
    }
  }
  return points;
}

function signOffOf(record: Entity<Review>, chain: Chain, fresh: Freshness): SignOff {
  const stale = fresh.staleItems(record, chain);
  const state =
    record.act === '退回'
      ? 'returned'
      : stale.some(({ what }) => what === 'content')
        ? 'contentChanged'
        : stale.length > 0
          ? 'basisChanged'
          : 'valid';
  return { record, state, stale };
}

function noChain(record: Entity<Review>): ReplayFault {
  return {
    kind: 'stage',
    record,
    message: `方案没有规定这一对象的审核，「${record.stage}」无从谈起`,
  };
}

function noSubject(record: Entity<Review>): ReplayFault {
  return { kind: 'subject', record, message: `审核对象「${keyOfReview(record)}」已终止或不存在` };
}
