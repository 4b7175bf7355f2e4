import type { Scheme } from '../../model/scheme.ts';
import type { RiskRecord } from './field.ts';
import { distinct, levelWord, NOT_RATED } from './field-values.ts';
import type { Specials } from './vocabulary.ts';

/** Rows `changes`: points that are new, graver, lighter or gone since an earlier edition. */
export const changeFields: Specials<'change'> = {
  kind: {
    audience: 'unit',
    width: 8,
    header: '变动',
    inline: true,
    value: ({ kind }) => kind,
    rank: ({ kind }) => ['新增', '升级', '降级', '定级', '销号'].indexOf(kind),
  },
  name: {
    audience: 'unit',
    width: 24,
    header: (words) => words.riskPoint,
    inline: true,
    value: ({ risk }) => risk.name,
  },
  subject: {
    audience: 'unit',
    width: 16,
    header: (words) => `${words.department}/${words.post}`,
    inline: true,
    value: ({ risk }, { relations, unit }) =>
      relations.postById.get(risk.post ?? '')?.name ??
      relations.departmentById.get(risk.department ?? '')?.name ??
      (risk.unit === undefined ? undefined : (unit.info.shortName ?? unit.info.name)),
  },
  before: {
    audience: 'unit',
    width: 10,
    header: (words) => `原${words.level}`,
    value: ({ before }, { scheme }) =>
      before === undefined ? NOT_RATED : levelWord(before, scheme),
  },
  after: {
    audience: 'unit',
    width: 10,
    header: (words) => `现${words.level}`,
    value: ({ after }, { scheme }) => (after === undefined ? NOT_RATED : levelWord(after, scheme)),
  },
  reason: {
    header: '变动原因',
    value: ({ kind, risk, earlier }, { scheme }) => {
      if (kind === '销号') return risk.closed?.reason;
      const entered = risk.ratings.slice(earlier?.ratings.length ?? 0);
      const reasons = distinct(entered.map(({ reason }) => reason));
      return reasons.length > 0 ? reasons : changedFactors(risk, earlier, scheme);
    },
  },
};

/** What the level rests on and is another than before: 危害程度：中→大. How it is computed is no reason. */
function changedFactors(
  { factors }: RiskRecord,
  earlier: RiskRecord | undefined,
  scheme: Scheme,
): readonly string[] {
  if (earlier === undefined) return [];
  return Object.keys(scheme.factors).flatMap((key) => {
    const [before, after] = [earlier.factors[key], factors[key]].map(factorText);
    return before === after ? [] : [`${scheme.factors[key]?.label ?? key}：${before}→${after}`];
  });
}

function factorText(value: RiskRecord['factors'][string] | undefined): string {
  if (value === undefined) return '未填';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.join('、') : String(value);
}
