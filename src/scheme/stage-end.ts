import type { Scheme } from '../model/scheme.ts';
import { dayInYear } from './day-in-year.ts';

/** The last day of a stage of the scheme in a year: the notice may give its own year another. */
export function stageEnd(
  { end, firstYearEnd }: Pick<Scheme['stages'][number], 'end' | 'firstYearEnd'>,
  scheme: Pick<Scheme, 'year'>,
  year: number,
): string | undefined {
  return dayInYear(year, year === scheme.year ? (firstYearEnd ?? end) : end);
}
