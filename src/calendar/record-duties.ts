import type { Unit } from '../model/project.ts';
import { isOpen } from '../scheme/relations.ts';
import { isDay } from './dates.ts';
import type { Duty } from './duty.ts';
import { duty } from './duty.ts';
import type { CalendarInput } from './calendar-input.ts';
import { shortTitle } from './duty.ts';

/** 措施 with a day by which they are to be done; those kept up all the time have none. */
export function measureDuties({ relations }: CalendarInput): Duty[] {
  return relations.measures.flatMap((measure) => {
    const { id, content, due, doneOn, status, executor, departments, ref } = measure;
    if (due === undefined || !isDay(due)) return [];
    // Done, and nobody wrote down when: there is no day to tell of.
    if (status === '已完成' && doneOn === undefined) return [];
    return [
      duty({
        key: `measure/${id}`,
        kind: 'measure',
        title: `措施 ${id}：${shortTitle(content)}`,
        due,
        doneOn,
        posts: executor === undefined ? [] : [executor],
        departments,
        who: nameOf(executor, relations),
        ref,
      }),
    ];
  });
}

/** 问题 that nobody has taken up yet by a letter or a rectification. */
export function findingDuties({ unit, relations }: CalendarInput): Duty[] {
  return unit.inspections.filter(isOpen).flatMap((inspection) =>
    inspection.findings.map((finding) => {
      const taken = [
        ...unit.letters.filter((one) => one.finding === finding.id).map(({ on }) => on),
        ...unit.rectifications
          .filter((one) => one.finding === finding.id)
          .map(({ doneOn }) => inspection.feedbackOn ?? inspection.on ?? doneOn),
      ];
      return duty({
        key: `finding/${finding.id}`,
        kind: 'finding',
        title: `处置问题 ${finding.id}：${shortTitle(finding.problem)}`,
        from: inspection.on,
        doneOn: taken.filter((day) => day !== undefined).toSorted()[0],
        posts: finding.posts,
        departments: finding.departments,
        who: finding.departments
          .map((id) => relations.departmentById.get(id)?.name ?? id)
          .join('、'),
        ref: inspection.ref,
      });
    }),
  );
}

/** 整改, and after it 验收 by somebody else. */
export function rectificationDuties({ unit, relations }: CalendarInput): Duty[] {
  return unit.rectifications.filter(isOpen).flatMap((rectification) => {
    const { id, problem, due, doneOn, owner, department, verifiedBy, verifiedOn, ref } =
      rectification;
    const about = {
      kind: 'rectification' as const,
      departments: department === undefined ? [] : [department],
      ref,
    };
    const work = duty({
      ...about,
      key: `rectification/${id}`,
      title: `整改 ${id}：${shortTitle(problem)}`,
      from: foundOn(rectification, unit),
      due,
      doneOn,
      posts: owner === undefined ? [] : [owner],
      who: nameOf(owner, relations),
    });
    if (doneOn === undefined) return [work];
    const check = duty({
      ...about,
      key: `rectification/${id}/verify`,
      title: `验收整改 ${id}`,
      from: doneOn,
      doneOn: verifiedOn,
      posts: verifiedBy === undefined ? [] : [verifiedBy],
      who: nameOf(verifiedBy, relations),
    });
    return [work, check];
  });
}

/** A rectification begins with what it answers: the inspection's feedback, or the warning. */
function foundOn(
  { finding, warning, testedOn }: Unit['rectifications'][number],
  { inspections, warnings }: Unit,
): string | undefined {
  const inspection = inspections.find((one) => one.findings.some(({ id }) => id === finding));
  const warned = warnings.find(({ id }) => id === warning);
  return (
    inspection?.feedbackOn ?? inspection?.on ?? warned?.notifiedOn ?? warned?.receivedOn ?? testedOn
  );
}

function nameOf(post: string | undefined, { postById }: CalendarInput['relations']): string {
  return post === undefined ? '' : (postById.get(post)?.name ?? post);
}
