import type { Unit } from '../../model/project.ts';
import type { Scheme } from '../../model/scheme.ts';
import { dayInYear } from '../../scheme/day-in-year.ts';
import { stageEnd } from '../../scheme/stage-end.ts';

/**
 * The day by which a chain must be through: the end of a stage, as the unit dates it or the scheme
 * gives it for the year of work, or month and day. undefined where nobody says.
 */
export function dueDate(
  due: string | undefined,
  { info }: Unit,
  scheme: Scheme,
  edition: number | undefined,
): string | undefined {
  if (due === undefined) return undefined;
  const own = info.stages.find(({ id }) => id === due)?.end;
  if (own !== undefined) return own;
  if (edition === undefined) return undefined;
  const stage = scheme.stages.find(({ id }) => id === due);
  return stage === undefined ? dayInYear(edition, due) : stageEnd(stage, scheme, edition);
}
