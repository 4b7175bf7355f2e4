import { UsageError } from '../errors.ts';
import { isDay } from '../calendar/dates.ts';
import type { AssessedUnit, Opened } from '../pipeline/open-and-assess.ts';
import { suggest } from '../util/suggest.ts';

/** The units that `--unit` names, without it all whose scheme can be used. */
export function unitsAsked(
  ids: readonly string[] | undefined,
  { assessed, project }: Opened,
): readonly AssessedUnit[] {
  if (ids === undefined) return assessed;
  const known = project.units.map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const meant = suggest(id, known);
    const hint = meant === undefined ? `现有：${known.join('、')}` : `您是否要写「${meant}」`;
    throw new UsageError(`没有单位「${id}」`, hint);
  }
  return assessed.filter(({ unit }) => ids.includes(unit.id));
}

/** The day that `--as-of` names. */
export function dayAsked(asOf: string): string {
  if (isDay(asOf)) return asOf;
  throw new UsageError(`--as-of「${asOf}」不是日期`, '写成 2026-03-31 的形式');
}
