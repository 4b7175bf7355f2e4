import type { NodeRef } from '../diagnostics/diagnostic.ts';
import type { Day } from './dates.ts';
import { addDays } from './dates.ts';
import type { DutyKind } from './duty-kinds.ts';
import { SOON } from './duty-kinds.ts';
import { oneLine, shorten } from '../util/shorten.ts';

/** Something that a unit has to do, and by when. Data only: what it is worth today says `stateOf`. */
export type Duty = {
  /** Stable and unique in the unit: `cadence/季度评议/2026-Q1`. */
  readonly key: string;
  readonly kind: DutyKind;
  readonly title: string;
  /** Not to be done before this day; absent: from the beginning. */
  readonly from: Day | undefined;
  /** The last day on which it is in time; absent: no day is set. */
  readonly due: Day | undefined;
  /** The day may still move: no holidays are known for its year. */
  readonly provisional: boolean;
  readonly doneOn: Day | undefined;
  /** Posts that have to act, and in words whoever is no post of the unit. */
  readonly posts: readonly string[];
  readonly departments: readonly string[];
  readonly who: string;
  /** Where it comes from: the record, or the scheme's own file. */
  readonly ref: NodeRef | undefined;
  readonly clause: string | undefined;
  readonly note: string | undefined;
};

/** What a duty is worth on a day, in words. */
export const DUTY_STATES = {
  overdue: '逾期',
  soon: '将到期',
  waiting: '待办',
  notBegun: '未开始',
  done: '已办',
} as const;
export type DutyState = keyof typeof DUTY_STATES;

/** What a duty is worth on a day. A day of doing that lies after it does not count yet. */
export function stateOf({ from, due, doneOn }: Duty, asOf: Day, soon = SOON): DutyState {
  if (doneOn !== undefined && doneOn <= asOf) return 'done';
  if (from !== undefined && asOf < from) return 'notBegun';
  if (due === undefined) return 'waiting';
  if (asOf > due) return 'overdue';
  return asOf >= addDays(due, -soon) ? 'soon' : 'waiting';
}

/** The days on which the state of a duty changes, in order: nothing changes between them. */
export function turningDays({ from, due, doneOn }: Duty, soon = SOON): readonly Day[] {
  const days = [
    ...(from === undefined ? [] : [from]),
    ...(due === undefined ? [] : [addDays(due, -soon), addDays(due, 1)]),
    ...(doneOn === undefined ? [] : [doneOn]),
  ];
  return [...new Set(days)].toSorted();
}

/** A duty with what most have in common filled in. */
export function duty(given: Pick<Duty, 'key' | 'kind' | 'title'> & Partial<Duty>): Duty {
  return {
    from: undefined,
    due: undefined,
    provisional: false,
    doneOn: undefined,
    posts: [],
    departments: [],
    who: '',
    ref: undefined,
    clause: undefined,
    note: undefined,
    ...given,
  };
}

/** A text on one line, so long as a title of a duty may have it. */
export function shortTitle(text: string): string {
  return shorten(oneLine(text), 30);
}
