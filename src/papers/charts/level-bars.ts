import type { ChartLevel, LevelBars } from '../../model/chart.ts';
import { departmentOf } from '../../scheme/relations.ts';
import type { RiskRecord } from '../fields/field.ts';
import { UNRATED } from '../fields/field-values.ts';
import type { CountInput } from './count-table.ts';
import { ratedRisks } from './count-table.ts';

/** How many points of each level there are on the sheet. */
export function levelBars(on: CountInput): LevelBars {
  const { words } = on.given.context.scheme;
  const { info } = on.given.context.unit;
  const levels = levelsOf(on);
  const { sheet } = on;
  const label =
    sheet === undefined || sheet.subject === 'unit' || !('name' in sheet.record)
      ? undefined
      : sheet.record.name;
  return {
    kind: 'bars',
    title: on.title ?? `${words.level}分布`,
    levels,
    rows: [
      { label: label ?? info.shortName ?? info.name, counts: countsOf(ratedRisks(on), levels, on) },
    ],
  };
}

/** The same for each department: its own points and those of its posts. */
export function departmentBars(on: CountInput): LevelBars {
  const { relations, scheme } = on.given.context;
  const { words } = scheme;
  const levels = levelsOf(on);
  const risks = ratedRisks(on);
  const groups = [
    { label: `${words.unit}层面`, risks: risks.filter(({ unit }) => unit !== undefined) },
    {
      label: words.leadership,
      risks: risks.filter(
        (risk) => risk.unit === undefined && departmentOf(risk, relations) === undefined,
      ),
    },
    ...relations.departments.map(({ id, name }) => ({
      label: name,
      risks: risks.filter((risk) => departmentOf(risk, relations) === id),
    })),
  ];
  const isWhole = on.sheet === undefined || on.sheet.subject === 'unit';
  return {
    kind: 'bars',
    title: on.title ?? `各${words.department}${words.level}分布`,
    levels,
    rows: groups
      .filter(({ risks: own }, index) => own.length > 0 || (isWhole && index > 1))
      .map(({ label, risks: own }) => ({ label, counts: countsOf(own, levels, on) })),
  };
}

/** The scheme's levels; points that have none come last, where the unit has any. */
function levelsOf({ given }: CountInput): ChartLevel[] {
  const { scheme, assessment } = given.context;
  const levels = scheme.levels.map(({ id, tone, color }) => ({ text: id, tone, color }));
  const unrated = ratedRisks({ given, sheet: undefined, title: undefined }).some(
    ({ id }) => assessment.risks.get(id)?.level === undefined,
  );
  return unrated ? [...levels, { text: UNRATED, tone: 'plain', color: undefined }] : levels;
}

function countsOf(
  risks: readonly RiskRecord[],
  levels: readonly ChartLevel[],
  { given }: CountInput,
): number[] {
  const { assessment } = given.context;
  return levels.map(
    ({ text }) =>
      risks.filter(({ id }) => (assessment.risks.get(id)?.level ?? UNRATED) === text).length,
  );
}
