import type { DischargingKind, SchemeDuty } from '../../model/scheme-duty.ts';
import { groupBy } from '../../util/group-by.ts';
import type { CalendarInput } from '../calendar-input.ts';
import { inYear } from '../calendar-input.ts';
import type { Period } from '../cadence.ts';
import { periodsOf, threeYearsAfter } from '../cadence.ts';
import type { Coverage } from './coverage-of-duty.ts';
import { coverageOf, turnOf } from './coverage-of-duty.ts';
import type { Day } from '../dates.ts';
import type { Discharge } from './discharge.ts';
import { dischargesOf } from './discharge.ts';
import type { DueTerm, TermContext } from './due-language.ts';
import { termOf } from './due-language.ts';
import type { Duty } from '../duty.ts';
import type { DutyKind } from '../duty-kinds.ts';
import { duty as entryOf } from '../duty.ts';
import type { DutySubject } from './duty-subjects.ts';
import { subjectsOfDuty } from './duty-subjects.ts';
import { whoDoes } from '../who-does.ts';

/** What one of those asked owes in one turn of a scheme's duty, and how far it is done. */
export type Obligation = Duty & {
  readonly duty: SchemeDuty;
  readonly subject: DutySubject;
  readonly period: Period | undefined;
  /** Records by which it is, or begins to be, discharged. */
  readonly records: readonly string[];
  /** Risk points and papers that are still to be covered. */
  readonly missing: readonly string[];
  /** undefined: not done yet, or no day is set. */
  readonly inTime: boolean | undefined;
};

const KIND_OF: Readonly<Record<DischargingKind, DutyKind>> = {
  notice: 'notice',
  filing: 'filing',
  commitment: 'commitment',
  inspection: 'inspection',
  evaluation: 'cadence',
  meeting: 'cadence',
  rotation: 'cadence',
  warning: 'warning',
  review: 'cadence',
  rating: 'rerating',
};

/** Every obligation that the scheme's duties give in the scope of a unit: one a duty, subject and turn. */
export function obligationsOf(input: CalendarInput): readonly Obligation[] {
  const discharges = groupByDuty(dischargesOf(input));
  const done = new Map<string, readonly Obligation[]>();
  const ofDuty = (duty: SchemeDuty): readonly Obligation[] => {
    const known = done.get(duty.id);
    if (known !== undefined) return known;
    // A duty that waits for itself has no day.
    done.set(duty.id, []);
    const obligations = obligationsOfDuty(duty, discharges.get(duty.id) ?? [], input, eventDay);
    done.set(duty.id, obligations);
    return obligations;
  };
  const eventDay = (event: string): Day | undefined => {
    const other = input.scheme.duties.find(({ id }) => id === event);
    return other === undefined
      ? dayOfStep(event, input)
      : latest(ofDuty(other).map(({ doneOn }) => doneOn));
  };
  return input.scheme.duties.flatMap(ofDuty);
}

function groupByDuty(discharges: readonly Discharge[]): ReadonlyMap<string, readonly Discharge[]> {
  const pairs = discharges.flatMap((discharge) =>
    discharge.duties.map(({ id }) => ({ id, discharge })),
  );
  const groups = groupBy(pairs, ({ id }) => id);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ discharge }) => discharge)]));
}

type EventDay = TermContext['eventDay'];

function obligationsOfDuty(
  duty: SchemeDuty,
  discharges: readonly Discharge[],
  input: CalendarInput,
  eventDay: EventDay,
): readonly Obligation[] {
  const { every, record } = duty;
  if (every === 'onChange' || record.length === 0) return [];
  const subjects = subjectsOfDuty(duty, input);
  // Three years run from the last time, whenever that was.
  const turns =
    every === undefined || every === 'threeYears' ? [undefined] : periodsOf(every, input.year);
  return subjects.flatMap((subject) =>
    turns.flatMap((turn) => {
      const own = discharges.filter(({ deed }) => turnOf(deed, duty, input)?.id === turn?.id);
      const coverage = coverageOf(duty, subject, own, input);
      if (coverage === undefined) return [];
      return [obligation({ duty, subject, turn, turns: turns.length, coverage }, input, eventDay)];
    }),
  );
}

type Owed = {
  readonly duty: SchemeDuty;
  readonly subject: DutySubject;
  readonly turn: Period | undefined;
  readonly turns: number;
  readonly coverage: Coverage;
};

function obligation(owed: Owed, input: CalendarInput, eventDay: EventDay): Obligation {
  const { duty, subject, turn, coverage } = owed;
  const { unit, scheme } = input;
  const [record] = duty.record;
  const term = ofUnit(owed, input, eventDay);
  const due = duty.every === 'threeYears' ? afterThreeYears(coverage) : (term.due ?? turn?.due);
  const doneOn =
    duty.every === 'threeYears' && !inYear(input, coverage.doneOn) ? undefined : coverage.doneOn;
  const from = coverage.from ?? term.from ?? turn?.from;
  return {
    ...entryOf({
      key: ['duty', duty.id, ...idsOf(subject), ...(turn === undefined ? [] : [turn.id])].join('/'),
      kind: record === undefined ? 'cadence' : KIND_OF[record],
      title: titleOf(owed, input),
    }),
    from: from !== undefined && due !== undefined && from > due ? undefined : from,
    due,
    provisional: term.provisional,
    doneOn,
    posts: subject.post === undefined ? [] : [subject.post.id],
    departments: subject.department === undefined ? [] : [subject.department],
    who: subject.kind === 'unit' ? whoDoes(duty.by, scheme) || scheme.words.unit : subject.name,
    ref: subject.post?.ref ?? unit.ref,
    clause: duty.clause,
    note: notesOf(term, owed),
    duty,
    subject,
    period: turn,
    records: coverage.records,
    missing: coverage.missing,
    inTime: doneOn === undefined || due === undefined ? undefined : doneOn <= due,
  };
}

/** The unit's own day goes before the scheme's. */
function ofUnit({ duty, turn }: Owed, input: CalendarInput, eventDay: EventDay): DueTerm {
  const { unit, scheme, year, holidays } = input;
  const term = termOf(duty.due, {
    year,
    scheme,
    stages: unit.info.stages,
    holidays,
    eventDay: (event) => (event === 'period' ? turn?.due : eventDay(event)),
  });
  const day = unit.info.deadlines?.[duty.id];
  return day === undefined ? term : { ...term, due: day, provisional: false };
}

function afterThreeYears({ lastBefore }: Coverage): Day | undefined {
  return lastBefore === undefined ? undefined : threeYearsAfter(lastBefore);
}

function idsOf({ kind, id, person }: DutySubject): string[] {
  return kind === 'unit' ? [] : [id, ...(person === undefined ? [] : [person])];
}

function titleOf({ duty, subject, turn, turns }: Owed, { scheme }: CalendarInput): string {
  const { title, record, to, every } = duty;
  if (record.includes('commitment') && to !== undefined) {
    const name = subject.kind === 'unit' ? scheme.words.unit : subject.name;
    return `${name}向${to}承诺`;
  }
  const named = [
    ...(subject.kind === 'unit' ? [] : [subject.name]),
    ...(turn === undefined || (turns === 1 && every === 'year') ? [] : [turn.name]),
  ];
  return named.length === 0 ? title : `${title}（${named.join('，')}）`;
}

function notesOf({ words }: DueTerm, { duty, coverage }: Owed): string | undefined {
  const { missing, count, lastBefore } = coverage;
  const parts = [
    ...(words === undefined ? [] : [`时限：${words}`]),
    ...(duty.times !== undefined ? [`至少 ${duty.times} 次，已有 ${count} 次`] : []),
    ...(duty.every !== 'threeYears'
      ? []
      : [lastBefore === undefined ? '没有上一次的记录' : `上一次：${lastBefore}`]),
    ...(missing.length > 0 && count > 0 ? [`尚缺：${listed(missing)}`] : []),
    ...coverage.notes,
  ];
  return parts.length === 0 ? undefined : parts.join('；');
}

const NAMED = 3;

function listed(names: readonly string[]): string {
  const more = names.length > NAMED ? `等 ${names.length} 项` : '';
  return `${names.slice(0, NAMED).join('、')}${more}`;
}

/** The day on which the last point passed a step of its chain; undefined while one has not. */
function dayOfStep(stage: string, { signed }: CalendarInput): Day | undefined {
  const points = [...(signed?.points.values() ?? [])].filter(({ chain }) => chain.includes(stage));
  return latest(points.map(({ agreed }) => agreed.get(stage)?.at(-1)));
}

/** The last of some days; undefined where one is still open, or there is none. */
function latest(days: readonly (Day | undefined)[]): Day | undefined {
  const known = days.filter((day) => day !== undefined).toSorted();
  return known.length === days.length ? known.at(-1) : undefined;
}
