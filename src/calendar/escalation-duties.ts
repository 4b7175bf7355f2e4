import { isOpen } from '../scheme/relations.ts';
import { addDays } from './dates.ts';
import type { Duty } from './duty.ts';
import { duty } from './duty.ts';
import type { CalendarInput } from './calendar-input.ts';

/**
 * 逾期升级: what the discipline office has to send when a rectification stays undone past its day, a rung
 * of the scheme's ladder after the other, of those that are for problems of this nature; what nobody
 * called 共性 is 个性. A rung is taken by a letter of its kind about the same finding or warning.
 */
export function escalationDuties({ unit, scheme }: CalendarInput): Duty[] {
  const { ladder } = scheme.escalation;
  if (ladder.length === 0) return [];
  const findings = unit.inspections.flatMap((inspection) => inspection.findings);
  return unit.rectifications.filter(isOpen).flatMap((one) => {
    const { due, doneOn, finding, warning } = one;
    if (due === undefined) return [];
    const nature = findings.find(({ id }) => id === finding)?.typical ?? '个性';
    const rungs = ladder.filter(({ letter }) => {
      const natures = scheme.letters.find(({ id }) => id === letter)?.natures ?? [];
      return natures.length === 0 || natures.includes(nature);
    });
    return rungs.flatMap(({ after, letter, clause }): Duty[] => {
      const from = addDays(due, after + 1);
      if (doneOn !== undefined && doneOn < from) return [];
      const sent = unit.letters.filter(
        (own) =>
          isOpen(own) &&
          own.kind === letter &&
          own.on !== undefined &&
          own.on >= from &&
          ((finding !== undefined && own.finding === finding) ||
            (warning !== undefined && own.warning === warning)),
      );
      return [
        duty({
          key: `escalation/${one.id}/${letter}`,
          kind: 'escalation',
          title: `整改 ${one.id} 逾期，发出${letter}`,
          from,
          // Once the rectification is done there is nothing left to press for.
          doneOn: [
            ...sent.map(({ on }) => on!),
            ...(doneOn === undefined ? [] : [doneOn]),
          ].toSorted()[0],
          departments: one.department === undefined ? [] : [one.department],
          who: scheme.words.disciplineBody,
          ref: one.ref,
          clause,
        }),
      ];
    });
  });
}
