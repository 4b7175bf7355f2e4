import type { Entity } from '../../model/common.ts';
import type { DischargingKind } from '../../model/scheme-duty.ts';
import type { RecordOf } from '../../model/kinds.ts';
import type { Unit } from '../../model/project.ts';
import { inspectedBy } from '../../scheme/leader-inspections.ts';
import { isOpen } from '../../scheme/relations.ts';
import type { Day } from '../dates.ts';
import { attendanceFault } from './attendance.ts';

type DeedActor = { readonly post?: string | undefined; readonly body?: string | undefined };

/** What was done, as a record tells it (办理记录): one shape for every kind that discharges duties. */
export type Deed = {
  readonly kind: Exclude<DischargingKind, 'review' | 'rating'>;
  readonly record: Entity<RecordOf<Exclude<DischargingKind, 'review' | 'rating'>>>;
  /** Ids of the duties that the record names itself. */
  readonly duties: readonly string[];
  /** The day on which it was done; of a notice the first day. */
  readonly on: Day | undefined;
  readonly until: Day | undefined;
  /** The method of an inspection, the kind of an evaluation or meeting. */
  readonly word: string | undefined;
  readonly papers: readonly string[];
  readonly posts: readonly string[];
  readonly departments: readonly string[];
  readonly powers: readonly string[];
  readonly risks: readonly string[];
  /** Of a commitment: whose it is. */
  readonly post: string | undefined;
  readonly person: string | undefined;
  readonly isUnit: boolean;
  readonly by: DeedActor | undefined;
  readonly to: string | undefined;
  readonly period: string | undefined;
  readonly signedBy: string | undefined;
  readonly telephone: string | undefined;
  readonly audience: 'unit' | 'public' | undefined;
  readonly participants: readonly string[];
  /** Of a meeting: why it was none. */
  readonly unheld: ReturnType<typeof attendanceFault>;
};

const NOTHING = {
  duties: [],
  on: undefined,
  until: undefined,
  word: undefined,
  papers: [],
  posts: [],
  departments: [],
  powers: [],
  risks: [],
  post: undefined,
  person: undefined,
  isUnit: false,
  by: undefined,
  to: undefined,
  period: undefined,
  signedBy: undefined,
  telephone: undefined,
  audience: undefined,
  participants: [],
  unheld: undefined,
} as const;

/** Every open record of a unit that may discharge a duty. */
export function deedsOf(unit: Unit): readonly Deed[] {
  return [
    ...unit.notices.filter(isOpen).map(ofNotice),
    ...unit.filings.filter(isOpen).map(ofFiling),
    ...unit.commitments.filter(isOpen).map(ofCommitment),
    ...unit.inspections.filter(isOpen).map(ofInspection),
    ...unit.evaluations.filter(isOpen).map(ofEvaluation),
    ...unit.meetings.filter(isOpen).map(ofMeeting),
    ...unit.rotations.filter(isOpen).map(ofRotation),
    ...unit.warnings.filter(isOpen).map(ofWarning),
  ];
}

/** A notice as a deed. */
export function ofNotice(record: Entity<RecordOf<'notice'>>): Deed {
  const { duty = [], papers, from, to, signedBy, telephone, audience } = record;
  return {
    ...NOTHING,
    ...aboutOf(record),
    kind: 'notice',
    record,
    duties: duty,
    papers,
    on: from,
    until: to,
    signedBy,
    telephone,
    audience,
  };
}

/** A filing as a deed. */
export function ofFiling(record: Entity<RecordOf<'filing'>>): Deed {
  const { duty = [], papers, on, by, to } = record;
  return {
    ...NOTHING,
    ...aboutOf(record),
    kind: 'filing',
    record,
    duties: duty,
    papers,
    on,
    by,
    to,
  };
}

function ofCommitment(record: Entity<RecordOf<'commitment'>>): Deed {
  const { duty = [], post, person, unit, on } = record;
  return {
    ...NOTHING,
    kind: 'commitment',
    record,
    duties: duty,
    post,
    person,
    isUnit: unit === true,
    on,
  };
}

function ofInspection(record: Entity<RecordOf<'inspection'>>): Deed {
  const { duty = [], method, by, on, period } = record;
  return {
    ...NOTHING,
    ...inspectedBy(record),
    kind: 'inspection',
    record,
    duties: duty,
    word: method,
    by,
    on,
    period,
  };
}

function ofEvaluation(record: Entity<RecordOf<'evaluation'>>): Deed {
  const { duty = [], kind, on, period, participants, unit } = record;
  return {
    ...NOTHING,
    ...aboutOf(record),
    kind: 'evaluation',
    record,
    duties: duty,
    word: kind,
    on,
    period,
    isUnit: unit === true,
    participants: participants.filter(({ count }) => count > 0).map(({ who }) => who),
  };
}

function ofMeeting(record: Entity<RecordOf<'meeting'>>): Deed {
  const { duty = [], kind, on, period, participants, by } = record;
  return {
    ...NOTHING,
    ...aboutOf(record),
    kind: 'meeting',
    record,
    unheld: attendanceFault(record),
    duties: duty,
    word: kind,
    by,
    on,
    period,
    participants: participants.filter(({ count }) => count > 0).map(({ who }) => who),
  };
}

function ofRotation(record: Entity<RecordOf<'rotation'>>): Deed {
  const { duty = [], post, on, by } = record;
  const posts = post === undefined ? [] : [post];
  return { ...NOTHING, kind: 'rotation', record, duties: duty, posts, by, on };
}

function ofWarning(record: Entity<RecordOf<'warning'>>): Deed {
  return { ...NOTHING, kind: 'warning', record, on: record.reportedOn };
}

type DeedSubjects = Pick<Deed, 'posts' | 'departments' | 'powers' | 'risks'>;

function aboutOf({ posts, departments, powers, risks }: DeedSubjects): DeedSubjects {
  return { posts, departments, powers, risks };
}
