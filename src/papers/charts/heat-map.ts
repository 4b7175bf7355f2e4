import type { HeatMap } from '../../model/chart.ts';
import { subjectOf } from '../../scheme/relations.ts';
import type { RiskRecord } from '../fields/field.ts';
import type { CountInput } from './count-table.ts';
import { ratedRisks } from './count-table.ts';
const NONE = '未分类';

/** Tiers of posts by categories of points; points of a department or the unit have rows of their own. */
export function heatMap(on: CountInput): HeatMap {
  const { scheme, relations } = on.given.context;
  const { words } = scheme;
  const all = ratedRisks({ ...on, sheet: undefined });
  const risks = ratedRisks(on);
  const tierOf = ({ post }: RiskRecord) => {
    const found = relations.postById.get(post ?? '');
    return found === undefined ? undefined : relations.tierOf(found);
  };
  const tiers = new Set(scheme.tiers.map(({ id }) => id));
  const categories = scheme.categories.map(({ id }) => id);
  const known = new Set(categories);
  const isOther = ({ category }: RiskRecord) => !known.has(category ?? '');
  const columns = all.some(isOther) || categories.length === 0 ? [...categories, NONE] : categories;
  const counts = (own: readonly RiskRecord[]) =>
    columns.map(
      (column) =>
        own.filter((risk) => (isOther(risk) ? column === NONE : risk.category === column)).length,
    );
  const others = [
    {
      label: `其他${words.post}`,
      own: (risk: RiskRecord) => isPost(risk) && !tiers.has(tierOf(risk) ?? ''),
    },
    { label: words.department, own: (risk: RiskRecord) => subjectOf(risk) === 'department' },
    { label: words.unit, own: (risk: RiskRecord) => subjectOf(risk) === 'unit' },
  ];
  return {
    kind: 'heat',
    title: on.title ?? `${words.post}层级与${words.category}分布`,
    columns,
    rows: [
      ...scheme.tiers.map(({ id }) => ({
        label: id,
        counts: counts(risks.filter((risk) => isPost(risk) && tierOf(risk) === id)),
      })),
      ...others
        .map(({ label, own }) => ({ label, risks: risks.filter(own) }))
        .filter(({ risks: own }) => own.length > 0)
        .map(({ label, risks: own }) => ({ label, counts: counts(own) })),
    ],
  };
}

function isPost(risk: RiskRecord): boolean {
  return subjectOf(risk) === 'post';
}
