import type { SchemeDuty } from '../../model/scheme-duty.ts';
import type { CalendarInput } from '../calendar-input.ts';
import type { Day } from '../dates.ts';
import { dayOfDoing, pointsCovered } from './coverage-of-duty.ts';
import { dischargesOf } from './discharge.ts';
import { pointsOfDuty, subjectsOfDuty } from './duty-subjects.ts';

/** A duty that a step of the review chain waits for, and the points that it does not cover yet. */
export type UnmetDuty = {
  readonly duty: SchemeDuty;
  readonly points: readonly string[];
};

/** What must be behind a step (公示 before 组织评) and by a day is not, for the points given. */
export function unmetBefore(
  stage: string,
  points: readonly string[],
  on: Day | undefined,
  input: CalendarInput,
): readonly UnmetDuty[] {
  const duties = input.scheme.duties.filter(({ before, of }) => before === stage && of.points);
  if (duties.length === 0) return [];
  const discharges = dischargesOf(input).filter(({ faults }) => faults.length === 0);
  return duties.flatMap((duty) => {
    const asked = subjectsOfDuty(duty, input).flatMap((subject) =>
      pointsOfDuty(duty, subject, input),
    );
    const open = new Set(asked.map(({ id }) => id).filter((id) => points.includes(id)));
    for (const { deed, duties: own } of discharges) {
      if (!own.some(({ id }) => id === duty.id)) continue;
      const day = dayOfDoing(deed, duty, input);
      if (on !== undefined && (day === undefined || day > on)) continue;
      for (const id of pointsCovered(deed, duty, asked, input)) open.delete(id);
    }
    return open.size === 0 ? [] : [{ duty, points: [...open] }];
  });
}
