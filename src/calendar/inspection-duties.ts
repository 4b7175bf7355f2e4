import type { Entity } from '../model/common.ts';
import type { Post } from '../model/kinds/post.ts';
import type { SchemeCadence } from '../model/scheme.ts';
import { isOpen } from '../scheme/relations.ts';
import type { Period } from './cadence.ts';
import { periodsOf } from './cadence.ts';
import type { Duty } from './duty.ts';
import { duty } from './duty.ts';
import type { CalendarInput } from './calendar-input.ts';
import { whoDoes } from './scheme-duties.ts';

/**
 * 监督检查 that must be done so many times in a period: by each leader in charge, or by a body of the
 * unit. The last one needed is the day on which it is done.
 */
export function inspectionDuties(input: CalendarInput): Duty[] {
  return input.scheme.cadence.flatMap((cadence) => {
    if (cadence.atLeast === undefined) return [];
    const periods = periodsOf(cadence.per ?? 'year', input.year);
    const leaders = cadence.by === 'leaderInCharge' ? leadersInCharge(input) : [undefined];
    return leaders.flatMap((leader) =>
      periods.map((period) =>
        inspectionDuty(cadence, { atLeast: cadence.atLeast!, leader, period }, input),
      ),
    );
  });
}

/** How often whom is inspected, and in what span. */
type InspectionRound = {
  readonly atLeast: number;
  readonly leader: Entity<Post> | undefined;
  readonly period: Period;
};

function inspectionDuty(
  { what, by, clause }: SchemeCadence,
  { atLeast, leader, period }: InspectionRound,
  { unit, scheme }: CalendarInput,
): Duty {
  const days = unit.inspections
    .filter((one) => isOpen(one) && (leader === undefined || one.by?.post === leader.id))
    .flatMap(({ on }) => (on !== undefined && on >= period.from && on <= period.due ? [on] : []))
    .toSorted();
  return duty({
    key: `inspection/${what}/${period.id}${leader === undefined ? '' : `/${leader.id}`}`,
    kind: 'inspection',
    title: leader === undefined ? what : `${what}（${leader.name}）`,
    from: period.from,
    due: period.due,
    doneOn: days[atLeast - 1],
    posts: leader === undefined ? [] : [leader.id],
    departments: leader?.inChargeOf ?? [],
    who: leader?.name ?? whoDoes(by, scheme),
    ref: leader?.ref ?? unit.ref,
    clause,
    note: `至少 ${atLeast} 次，已有 ${days.length} 次`,
  });
}

/** Every leader to whom a department is entrusted. */
function leadersInCharge({ relations }: CalendarInput): readonly Entity<Post>[] {
  return relations.posts.filter(({ inChargeOf }) => inChargeOf.length > 0);
}
