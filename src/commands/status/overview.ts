import { dutiesOf } from '../../calendar/duties.ts';
import type { DutyKind } from '../../calendar/duty-kinds.ts';
import type { Duty } from '../../calendar/duty.ts';
import { stateOf } from '../../calendar/duty.ts';
import { calendarInput } from '../../pipeline/calendar.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import type { Rerating } from '../../signoff/states/rerating.ts';
import { reratings } from '../../signoff/states/rerating.ts';
import type { SignOffStates } from '../../signoff/states/sign-off-states.ts';
import { signOffStates } from '../../signoff/states/sign-off-states.ts';
import { concerns, isSubjectOf } from '../concerns.ts';
import type { NotSeenAgain } from './not-seen-again.ts';
import { notSeenAgain } from './not-seen-again.ts';

/** 未开始: nothing handed in; 已报送 until every subject is through; 已备案 when all of it is filed too. */
export const UNIT_STATES = {
  notBegun: '未开始',
  submitted: '已报送',
  returned: '被退回',
  decided: '已审定',
  filed: '已备案',
} as const;
type UnitState = keyof typeof UNIT_STATES;

/** Done of how many. */
export type Share = { readonly done: number; readonly of: number };

/** Where one unit stands in its year. */
export type Overview = {
  readonly unit: AssessedUnit;
  readonly state: UnitState;
  readonly reviews: Share;
  readonly shares: Readonly<Record<(typeof SHARED_KINDS)[number], Share>>;
  readonly overdue: readonly Duty[];
  readonly duties: readonly Duty[];
  readonly signOffs: SignOffStates;
  readonly reratings: readonly Rerating[];
  /** Only in a repository that has an earlier edition. */
  readonly notSeenAgain: readonly NotSeenAgain[] | undefined;
};

/** What an overview counts, in the order of the year. */
export const SHARED_KINDS = [
  'commitment',
  'notice',
  'filing',
  'inspection',
  'cadence',
  'measure',
  'rectification',
] as const satisfies readonly DutyKind[];

/** One unit on a day; with a post only what is that post's. */
export function overviewOf(
  unit: AssessedUnit,
  opened: Opened,
  asOf: string,
  post?: string,
): Overview {
  const { resolved, relations, assessment } = unit;
  const { scheme } = resolved;
  const input = calendarInput(unit, opened, asOf);
  const duties = dutiesOf(input).filter((duty) => post === undefined || concerns(duty, post, unit));
  const all = signOffStates({ unit: unit.unit, scheme, relations }, assessment, {
    asOf,
    edition: input.year,
  });
  const subjects = all.subjects.filter(
    ({ subject }) => post === undefined || isSubjectOf(subject, post, unit),
  );
  const signOffs = { ...all, subjects };
  const keys = new Set(subjects.map(({ subject }) => subject.key));
  const shareOf = (kind: DutyKind): Share => {
    const own = duties.filter((duty) => duty.kind === kind);
    return { done: own.filter((duty) => stateOf(duty, asOf) === 'done').length, of: own.length };
  };
  const shares = Object.fromEntries(
    SHARED_KINDS.map((kind) => [kind, shareOf(kind)]),
  ) as Overview['shares'];
  return {
    unit,
    state: stateOfUnit(signOffs, shares.filing),
    reviews: {
      done: signOffs.subjects.filter(({ state }) => state === 'valid').length,
      of: signOffs.subjects.length,
    },
    shares,
    overdue: duties.filter((duty) => stateOf(duty, asOf) === 'overdue'),
    duties,
    signOffs,
    reratings: reratings({ scheme, relations }, all, { asOf }).filter(({ subject }) =>
      keys.has(subject),
    ),
    notSeenAgain: notSeenAgain(unit, opened, asOf),
  };
}

function stateOfUnit({ subjects }: SignOffStates, filing: Share): UnitState {
  const states = new Set(subjects.map(({ state }) => state));
  if (states.has('returned')) return 'returned';
  const isThrough = subjects.length > 0 && [...states].every((state) => state === 'valid');
  if (isThrough) return filing.of > 0 && filing.done === filing.of ? 'filed' : 'decided';
  return subjects.some(({ signOffs }) => signOffs.length > 0) ? 'submitted' : 'notBegun';
}
