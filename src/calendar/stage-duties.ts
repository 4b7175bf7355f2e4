import { dayInYear } from '../scheme/day-in-year.ts';
import { stageEnd } from '../scheme/stage-end.ts';
import type { CalendarInput } from './calendar-input.ts';
import type { Duty } from './duty.ts';
import { duty } from './duty.ts';

/** 工作阶段: the dates that the unit set, else those of the notice. */
export function stageDuties({ unit, scheme, year }: CalendarInput): Duty[] {
  return scheme.stages.map((stage) => {
    const dated = unit.info.stages.find(({ id }) => id === stage.id);
    return duty({
      key: `stage/${stage.id}`,
      kind: 'stage',
      title: stage.id,
      from: dated?.start ?? dayInYear(year, stage.start),
      due: dated?.end ?? stageEnd(stage, scheme, year),
      doneOn: dated?.doneOn,
      who: scheme.words.unit,
      ref: unit.ref,
      clause: stage.clause,
      note: stage.tasks.length === 0 ? undefined : stage.tasks.join('、'),
    });
  });
}
