import type { SchemeDue } from '../../model/scheme-duty.ts';
import type { Holidays } from '../../model/holidays.ts';
import type { UnitInfo } from '../../model/kinds/unit.ts';
import type { Scheme } from '../../model/scheme.ts';
import { dayInYear } from '../../scheme/day-in-year.ts';
import { stageEnd } from '../../scheme/stage-end.ts';
import type { Day } from '../dates.ts';
import { addDays } from '../dates.ts';
import { lastDay } from '../workdays.ts';

/** Between which days something is to be done; either may be open. */
export type DueTerm = {
  readonly from: Day | undefined;
  readonly due: Day | undefined;
  /** The day may still move: no holidays are known for its year. */
  readonly provisional: boolean;
  /** What the scheme says instead of a day. */
  readonly words: string | undefined;
};

/** What the days of a scheme are reckoned from. */
export type TermContext = {
  readonly year: number;
  readonly scheme: Pick<Scheme, 'stages' | 'year'>;
  readonly stages: UnitInfo['stages'];
  readonly holidays: Holidays;
  /** The last day of an event: of a step of the review chain, of another duty, of the turn (`period`). */
  readonly eventDay: (event: string) => Day | undefined;
};

const OPEN: DueTerm = { from: undefined, due: undefined, provisional: false, words: undefined };

/** The term that a scheme's `due` gives in a year of work. */
export function termOf(due: SchemeDue | undefined, context: TermContext): DueTerm {
  if (due === undefined) return OPEN;
  if (typeof due === 'string') return termInWords(due, context);
  if ('words' in due) return { ...OPEN, words: due.words };
  if ('firstYear' in due) {
    const isFirst = context.scheme.year === context.year;
    return termOf(isFirst ? due.firstYear : due.later, context);
  }
  const event = context.eventDay(due.after);
  if (event === undefined) return OPEN;
  const from = addDays(event, 1);
  const end = lastDay(from, due.days, due.dayKind, context.holidays);
  return { ...OPEN, from, due: end.day, provisional: end.provisional };
}

function termInWords(text: string, { year, scheme, stages }: TermContext): DueTerm {
  const stage = scheme.stages.find(({ id }) => id === text);
  if (stage === undefined) {
    const day = dayInYear(year, text);
    return day === undefined ? { ...OPEN, words: text } : { ...OPEN, due: day };
  }
  const dated = stages.find(({ id }) => id === text);
  return {
    ...OPEN,
    from: dated?.start ?? dayInYear(year, stage.start),
    due: dated?.end ?? stageEnd(stage, scheme, year),
  };
}
