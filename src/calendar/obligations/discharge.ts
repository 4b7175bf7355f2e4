import type { SchemeDuty } from '../../model/scheme-duty.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Deed } from './deeds.ts';
import { deedsOf } from './deeds.ts';
import type { DeedFault } from './deed-faults.ts';
import { bodyFaults, deedFaults } from './deed-faults.ts';
import { wordsOfDuty } from './duty-words.ts';
import { subjectsOfDuty } from './duty-subjects.ts';
import type { CalendarInput } from '../calendar-input.ts';

/** What a record discharges: the duties that it names, else the one that fits it. */
export type Discharge = {
  readonly deed: Deed;
  readonly duties: readonly SchemeDuty[];
  /** The record names none and several fit: it discharges none of them. */
  readonly fitting: readonly SchemeDuty[];
  /** Why it does not stand; a faulty record discharges nothing. */
  readonly faults: readonly DeedFault[];
};

/** Of every record which duties of the scheme it discharges. */
export function dischargesOf(input: CalendarInput): readonly Discharge[] {
  return deedsOf(input.unit).map((deed) => {
    if (deed.duties.length > 0) return dischargeNamed(deed, input);
    const fitting = fittingDuties(deed, input);
    const duties = fitting.length === 1 ? fitting : [];
    return {
      deed,
      duties,
      fitting: fitting.length > 1 ? fitting : [],
      faults: deedFaults(deed, duties, input),
    };
  });
}

function dischargeNamed(deed: Deed, input: CalendarInput): Discharge {
  const duties = deed.duties.flatMap(
    (id) => input.scheme.duties.find((duty) => duty.id === id) ?? [],
  );
  const known = new Set(duties.map(({ id }) => id));
  const faults: readonly DeedFault[] = [
    ...deed.duties
      .filter((id) => !known.has(id))
      .map((id) => ({
        kind: 'unknown' as const,
        key: 'duty',
        message: `方案没有办理事项「${id}」`,
      })),
    ...duties
      .filter(({ record }) => !record.includes(deed.kind))
      .map(({ title }) => ({
        kind: 'unknown' as const,
        key: 'duty',
        message: `「${title}」不是由这一种记录办结的`,
      })),
  ];
  return {
    deed,
    duties,
    fitting: [],
    faults: faults.length > 0 ? faults : deedFaults(deed, duties, input),
  };
}

/** The duties that a record which names none may be of; of several only those of its own body. */
function fittingDuties(deed: Deed, input: CalendarInput): readonly SchemeDuty[] {
  const { duties } = input.scheme;
  const fitting = duties.filter((duty) => fits(duty, deed, input));
  if (fitting.length < 2) return fitting;
  return fitting.filter((duty) => bodyFaults(deed, duty, input.scheme).length === 0);
}

/** Whether a record that names no duty may be of this one: by its kind, body, papers and subjects. */
function fits(duty: SchemeDuty, deed: Deed, input: CalendarInput): boolean {
  if (!duty.record.includes(deed.kind)) return false;
  switch (deed.kind) {
    case 'notice':
      return isNoticeOf(duty, deed, input.scheme);
    case 'filing':
      return (
        (duty.to === undefined || deed.to === duty.to) &&
        hasWords(duty, deed, input.scheme) &&
        namesSubject(duty, deed)
      );
    case 'inspection':
      if (duty.kinds.length > 0) return duty.kinds.includes(deed.word ?? '');
      if (duty.each === 'leader') return subjectIds(duty, input).has(deed.by?.post ?? '');
      return duty.by !== undefined && duty.by === deed.by?.body;
    case 'evaluation':
    case 'meeting':
      return duty.kinds.includes(deed.word ?? '');
    case 'commitment':
      if (duty.each === 'unit') return deed.isUnit;
      return !deed.isUnit && subjectIds(duty, input).has(deed.post ?? '');
    case 'rotation':
    case 'warning':
      return true;
  }
}

/** Whether a notice that names no duty may be of this one. */
export function isNoticeOf(duty: SchemeDuty, deed: Deed, scheme: Scheme): boolean {
  return duty.record.includes('notice') && hasWords(duty, deed, scheme) && namesSubject(duty, deed);
}

function hasWords(duty: SchemeDuty, { papers }: Deed, scheme: Scheme): boolean {
  if (papers.length === 0) return true;
  const words = wordsOfDuty(duty, scheme);
  return papers.some((paper) => words.has(paper));
}

function namesSubject({ each }: SchemeDuty, { posts, departments, risks }: Deed): boolean {
  if (each === 'unit') return true;
  if (each === 'department') return departments.length + risks.length > 0;
  return posts.length + departments.length + risks.length > 0;
}

function subjectIds(duty: SchemeDuty, input: CalendarInput): ReadonlySet<string> {
  return new Set(subjectsOfDuty(duty, input).map(({ id }) => id));
}
