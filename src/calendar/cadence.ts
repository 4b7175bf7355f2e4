import type { SchemeDuty } from '../model/scheme-duty.ts';
import type { Day } from './dates.ts';
import { addYears, lastDayOfMonth } from './dates.ts';
/** One turn of something that comes again: the first quarter, the first half of the year, the year. */
export type Period = {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly due: Day;
};

/** The turns of a cadence in a year; none where it comes with a change and not with a date. */
export function periodsOf(
  every: NonNullable<SchemeDuty['every']>,
  year: number,
): readonly Period[] {
  const span = (id: string, name: string, first: number, last: number): Period => ({
    id: `${year}${id}`,
    name,
    from: `${year}-${String(first).padStart(2, '0')}-01`,
    due: lastDayOfMonth(year, last),
  });
  switch (every) {
    case 'quarter':
      return ['第一季度', '第二季度', '第三季度', '第四季度'].map((name, index) =>
        span(`-Q${index + 1}`, name, index * 3 + 1, index * 3 + 3),
      );
    case 'halfYear':
      return [span('-H1', '上半年', 1, 6), span('-H2', '下半年', 7, 12)];
    case 'firstQuarter':
      return [span('-Q1', '第一季度', 1, 3)];
    case 'year':
      return [span('', `${year}年`, 1, 12)];
    case 'threeYears':
    case 'onChange':
      return [];
  }
}

/** The day by which something of every three years falls due again after it was last done. */
export function threeYearsAfter(last: Day): Day {
  return addYears(last, 3);
}
