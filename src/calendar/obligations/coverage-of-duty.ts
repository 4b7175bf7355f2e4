import type { SchemeDuty } from '../../model/scheme-duty.ts';
import { touchesPoints } from '../../scheme/leader-inspections.ts';
import { isOpen } from '../../scheme/relations.ts';
import type { CalendarInput } from '../calendar-input.ts';
import { inYear } from '../calendar-input.ts';
import type { Period } from '../cadence.ts';
import { periodsOf } from '../cadence.ts';
import type { Day } from '../dates.ts';
import type { Deed } from './deeds.ts';
import type { Discharge } from './discharge.ts';
import type { DutySubject } from './duty-subjects.ts';
import { pointsOfDuty } from './duty-subjects.ts';
import { wordsHeld, wordsNeeded } from './duty-words.ts';
import { turnNamed } from './named-period.ts';
import { hasPassed, stageAsked } from './signed-steps.ts';
import { lastDay } from '../workdays.ts';

/** How far records have gone towards one obligation. */
export type Coverage = {
  readonly records: readonly string[];
  readonly count: number;
  readonly missing: readonly string[];
  readonly doneOn: Day | undefined;
  /** Not to be done before this day, for the subject's own reason. */
  readonly from: Day | undefined;
  /** When it was last done before the year of work. */
  readonly lastBefore: Day | undefined;
  readonly notes: readonly string[];
};

const NOTHING: Coverage = {
  records: [],
  count: 0,
  missing: [],
  doneOn: undefined,
  from: undefined,
  lastBefore: undefined,
  notes: [],
};

/** The turn of a duty to which a record belongs: the one that it names, else that of its day. */
export function turnOf(deed: Deed, duty: SchemeDuty, input: CalendarInput): Period | undefined {
  const { every } = duty;
  if (every === undefined) return undefined;
  const turns = periodsOf(every, input.year);
  if (deed.period !== undefined) return turnNamed(deed.period, turns, input.year);
  const { on } = deed;
  return turns.find(({ from, due }) => on !== undefined && on >= from && on <= due);
}

/**
 * How far valid records of one turn have gone for one subject; undefined: nothing is asked of it. It is
 * done on the day of the record that covers what was last missing.
 */
export function coverageOf(
  duty: SchemeDuty,
  subject: DutySubject,
  discharges: readonly Discharge[],
  input: CalendarInput,
): Coverage | undefined {
  if (duty.record.includes('review')) return ofReviews(duty, input);
  if (duty.record.includes('rating')) return ofRatings(subject, input);
  const points = pointsOfDuty(duty, subject, input);
  if (duty.of.levels.length > 0 && points.length === 0) return undefined;
  const valid = discharges
    .filter(({ faults }) => faults.length === 0)
    .map(({ deed }) => deed)
    .filter((deed) => concernsSubject(deed, duty, subject, input));
  if (duty.every === 'threeYears') return everyThreeYears(valid, input);
  const dated = valid
    .map((deed) => ({ deed, day: dayOfDoing(deed, duty, input) }))
    .filter(({ deed, day }) => duty.every !== undefined || inYear(input, day ?? deed.on))
    .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));

  const isWhole = duty.record.includes('inspection');
  const open = new Set(isWhole ? [] : points.map(({ id }) => id));
  const words = new Set(wordsNeeded(duty));
  let count = 0;
  let doneOn: Day | undefined;
  for (const { deed, day } of dated) {
    for (const id of pointsCovered(deed, duty, points, input)) open.delete(id);
    for (const word of wordsHeld(deed.papers, duty, input.scheme)) words.delete(word);
    count += 1;
    if (open.size === 0 && words.size === 0 && count >= (duty.times ?? 1)) doneOn ??= day;
  }
  const { since } = subject;
  return {
    ...NOTHING,
    records: dated.map(({ deed }) => deed.record.id),
    count,
    missing: doneOn === undefined ? [...open, ...words].map((id) => nameOf(id, input)) : [],
    doneOn,
    from: inYear(input, since) ? since : undefined,
    notes: notesOf(subject, input),
  };
}

function nameOf(id: string, { scheme }: CalendarInput): string {
  return scheme.papers.find((paper) => paper.id === id)?.title ?? id;
}

/** Where several hold one post: whose it is. */
function notesOf({ kind, post, person }: DutySubject, { relations }: CalendarInput): string[] {
  if (kind !== 'person' || person === undefined) return [];
  const holders = post?.holders.filter(({ until }) => until === undefined) ?? [];
  return holders.length < 2 ? [] : [relations.personById.get(person)?.name ?? person];
}

/** Whether a record is of this subject. */
function concernsSubject(
  deed: Deed,
  duty: SchemeDuty,
  subject: DutySubject,
  input: CalendarInput,
): boolean {
  const { kind, id, department } = subject;
  if (deed.kind === 'commitment') return isCommitmentOf(deed, subject);
  if (deed.kind === 'warning') return deed.record.id === id;
  const points = pointsOfDuty(duty, subject, input);
  const hasPoint = points.some((point) => deed.risks.includes(point.id));
  switch (kind) {
    case 'unit':
      return true;
    case 'leader':
      return deed.by?.post === id && (!duty.of.points || touchesPoints(deed, points));
    case 'department':
      return deed.departments.includes(id) || hasPoint;
    case 'post':
    case 'person':
      return deed.posts.includes(id) || deed.departments.includes(department ?? '') || hasPoint;
    case 'power':
      return deed.powers.includes(id) || hasPoint;
    case 'warning':
      return false;
  }
}

/** A new holder signs anew: what the one before signed is not theirs. */
function isCommitmentOf(deed: Deed, { kind, id, post, person, since }: DutySubject): boolean {
  if (kind === 'unit') return deed.isUnit;
  if (deed.isUnit || deed.post !== id) return false;
  if (person === undefined) return true;
  const holders = post?.holders.filter(({ until }) => until === undefined) ?? [];
  const isTheirs = deed.person === person || (deed.person === undefined && holders.length === 1);
  return isTheirs && (since === undefined || deed.on === undefined || deed.on >= since);
}

/** The day on which a record does its part; a notice that must hang so long does on its last day. */
export function dayOfDoing(
  { kind, on, until }: Deed,
  { within }: SchemeDuty,
  { holidays }: CalendarInput,
): Day | undefined {
  if (kind !== 'notice' || within === undefined || on === undefined) return on;
  return until ?? lastDay(on, within.days, within.dayKind, holidays).day;
}

/** The points that a record covers: those that it names, and that had come so far in their reviews. */
export function pointsCovered(
  { risks, posts, departments, on }: Deed,
  duty: SchemeDuty,
  points: ReturnType<typeof pointsOfDuty>,
  { relations, signed }: CalendarInput,
): readonly string[] {
  const isNamed = risks.length + posts.length + departments.length > 0;
  const named = points.filter((point) => {
    if (!isNamed) return true;
    if (risks.length > 0) return risks.includes(point.id);
    const department = point.department ?? relations.postById.get(point.post ?? '')?.department;
    return posts.includes(point.post ?? '') || departments.includes(department ?? '');
  });
  const passed = named.filter(({ id }) => {
    const steps = signed?.points.get(id);
    if (steps === undefined) return true;
    const stage = stageAsked(steps, duty.after);
    return stage === undefined || (on !== undefined && hasPassed(steps, stage, on));
  });
  return passed.map(({ id }) => id);
}

/** 每年再次排查: done when everything has been signed through anew in the year of work. */
function ofReviews({ every }: SchemeDuty, input: CalendarInput): Coverage {
  const subjects = input.signed?.subjects ?? [];
  const open = subjects.filter(({ through }) => through === undefined || !inYear(input, through));
  const days = subjects.flatMap(({ through }) => through ?? []).toSorted();
  const isDone = subjects.length > 0 && open.length === 0 && every !== undefined;
  return {
    ...NOTHING,
    count: subjects.length - open.length,
    doneOn: isDone ? days.at(-1) : undefined,
    notes: open.length === 0 ? [] : [`尚有 ${open.length} 个对象没有审定`],
  };
}

/** 重新评级: the days on which a body decided the level, by its own record or by the last step of review. */
function ofRatings({ post }: DutySubject, input: CalendarInput): Coverage {
  const points = post === undefined ? [] : input.relations.risksOfPost(post.id);
  const days = [
    ...(post?.ratings.flatMap(({ on }) => on ?? []) ?? []),
    ...points.flatMap(({ id }) => {
      const steps = input.signed?.points.get(id);
      return steps?.agreed.get(steps.chain.at(-1) ?? '') ?? [];
    }),
  ];
  return { ...NOTHING, ...lastTimes(days, input) };
}

function everyThreeYears(deeds: readonly Deed[], input: CalendarInput): Coverage {
  const days = deeds.filter(({ record }) => isOpen(record)).flatMap(({ on }) => on ?? []);
  return {
    ...NOTHING,
    records: deeds.map(({ record }) => record.id),
    count: deeds.length,
    ...lastTimes(days, input),
  };
}

function lastTimes(days: readonly Day[], input: CalendarInput) {
  const sorted = days.toSorted();
  return {
    lastBefore: sorted.findLast((day) => day < `${input.year}-01-01`),
    doneOn: sorted.find((day) => inYear(input, day)),
  };
}
