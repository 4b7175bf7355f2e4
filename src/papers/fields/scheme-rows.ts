import { isKind, KINDS } from '../../model/kinds.ts';
import type { SchemeDuty } from '../../model/scheme-duty.ts';
import { inspectedBy, leadersOfRisk, touchesPoints } from '../../scheme/leader-inspections.ts';
import { isOpen, measuresAgainst } from '../../scheme/relations.ts';
import type { FieldContext, Records } from './field.ts';
import { texts } from './rating-specials.ts';
import { currentNames, distinct } from './field-values.ts';
import type { Specials } from './vocabulary.ts';

function risksOfLevel(level: string, { relations, assessment }: FieldContext) {
  return relations.risks.filter(({ id }) => assessment.risks.get(id)?.level === level);
}

/** Posts of a level: those rated so, or where posts are not rated those that have such a point. */
function postsOfLevel(level: string, context: FieldContext) {
  const { relations, assessment } = context;
  const rated = [...assessment.posts.values()].some(({ status }) => status !== 'notRated');
  if (rated) return relations.posts.filter(({ id }) => assessment.posts.get(id)?.level === level);
  const ids = new Set(risksOfLevel(level, context).map(({ post }) => post));
  return relations.posts.filter(({ id }) => ids.has(id));
}

const rulesOf = (level: string, { scheme }: FieldContext) =>
  scheme.responsibility.filter((rule) => rule.level === level);

/** Rows `levels`: the scheme's levels, who answers for each, and how many there are. */
export const levelFields: Specials<'level'> = {
  id: {
    audience: 'public',
    width: 10,
    header: (words) => words.level,
    value: ({ id, tone }) => ({ level: id, tone }),
    rank: ({ id }, { scheme }) => scheme.levels.findIndex((level) => level.id === id),
  },
  definition: { audience: 'public', header: '划分标准', value: ({ definition }) => definition },
  count: {
    audience: 'public',
    width: 10,
    header: (words) => `${words.riskPoint}数`,
    value: ({ id }, context) => risksOfLevel(id, context).length,
  },
  earlierCount: {
    header: (words) => `对比年度${words.riskPoint}数`,
    value: ({ id }, { earlier }) =>
      earlier?.unit.risks.filter(
        (risk) => isOpen(risk) && earlier.assessment.risks.get(risk.id)?.level === id,
      ).length,
  },
  share: {
    audience: 'public',
    width: 10,
    header: '占比',
    inline: true,
    value: ({ id }, context) => {
      const all = [...context.assessment.risks.values()].filter(({ level }) => level !== undefined);
      if (all.length === 0) return undefined;
      return `${((risksOfLevel(id, context).length / all.length) * 100).toFixed(1)}%`;
    },
  },
  posts: {
    audience: 'public',
    header: (words) => words.post,
    gathers: 'post',
    inline: true,
    value: ({ id }, context, { filter }) =>
      texts(postsOfLevel(id, context), filter, ({ name }) => name),
  },
  postCount: {
    audience: 'public',
    width: 10,
    header: (words) => `${words.post}数`,
    value: ({ id }, context) => postsOfLevel(id, context).length,
  },
  owner: {
    audience: 'public',
    width: 16,
    header: '直接责任人',
    inline: true,
    value: ({ id }, context) => distinct(rulesOf(id, context).flatMap(({ owner }) => owner)),
  },
  leader: {
    audience: 'public',
    width: 16,
    header: '责任领导',
    inline: true,
    value: ({ id }, context) => distinct(rulesOf(id, context).flatMap(({ leader }) => leader)),
  },
  measures: {
    audience: 'public',
    header: (words) => words.measure,
    gathers: 'measure',
    value: ({ id }, context, { filter }) => {
      const measures = risksOfLevel(id, context).flatMap((risk) =>
        measuresAgainst(risk, context.relations),
      );
      return texts([...new Set(measures)], filter, ({ content }) => content);
    },
  },
  measureCount: {
    audience: 'public',
    width: 10,
    header: (words) => `${words.measure}数`,
    value: ({ id }, { relations, ...context }) =>
      new Set(
        risksOfLevel(id, { relations, ...context }).flatMap((risk) =>
          measuresAgainst(risk, relations),
        ),
      ).size,
  },
};

/** Points that a leader answers for (责任领导). */
function risksInCharge({ id }: Records['leader'], { relations }: FieldContext) {
  return relations.risks.filter((risk) => leadersOfRisk(risk, relations).includes(id));
}

/**
 * Inspections that a leader made in the year of work, all that are dated where no year is named; only of
 * what the leader answers for, where the scheme asks for just these.
 */
function inspectionsBy(leader: Records['leader'], context: FieldContext) {
  const { unit, edition } = context;
  const points =
    leaderDuty(context)?.of.points === true ? risksInCharge(leader, context) : undefined;
  return unit.inspections.filter(
    (inspection) =>
      isOpen(inspection) &&
      inspection.by?.post === leader.id &&
      inspection.on !== undefined &&
      (edition === '' || inspection.on.startsWith(`${edition}-`)) &&
      (points === undefined || touchesPoints(inspectedBy(inspection), points)),
  );
}

function leaderDuty({ scheme }: FieldContext): SchemeDuty | undefined {
  return scheme.duties.find(
    ({ each, record }) => each === 'leader' && record.includes('inspection'),
  );
}

const TURNS_A_YEAR: Readonly<Partial<Record<NonNullable<SchemeDuty['every']>, number>>> = {
  quarter: 4,
  halfYear: 2,
  year: 1,
};

/** How often a year the scheme has a leader inspect; undefined where it says nothing. */
function requiredInspections(context: FieldContext): number | undefined {
  const duty = leaderDuty(context);
  if (duty === undefined) return undefined;
  return (duty.times ?? 1) * (TURNS_A_YEAR[duty.every ?? 'year'] ?? 1);
}

/** Rows `leaders`: members of the 领导班子, what they are in charge of, how often they inspected. */
export const leaderFields: Specials<'leader'> = {
  name: {
    audience: 'public',
    width: 14,
    header: (words) => words.post,
    inline: true,
    value: ({ name }) => name,
    rank: ({ id }, { relations }) => relations.posts.findIndex((post) => post.id === id),
  },
  holder: {
    width: 10,
    header: (words) => words.holder,
    personal: true,
    inline: true,
    value: (post, context) =>
      context.showsNames('leader.holder') ? currentNames(post, context) : undefined,
  },
  rank: {
    audience: 'public',
    width: 12,
    header: '职级层次',
    inline: true,
    value: ({ rank }) => rank,
  },
  departments: {
    audience: 'public',
    header: (words) => `分管${words.department}`,
    inline: true,
    value: ({ inChargeOf }, { relations }) =>
      distinct(inChargeOf.map((id) => relations.departmentById.get(id)?.name)),
  },
  count: {
    audience: 'unit',
    width: 10,
    header: (words) => `${words.riskPoint}数`,
    gathers: 'risk',
    value: (leader, context, { filter }) =>
      risksInCharge(leader, context).filter((risk) => filter?.(risk) ?? true).length,
  },
  inspections: {
    width: 10,
    header: '检查次数',
    gathers: 'inspection',
    value: (leader, context, { filter }) =>
      inspectionsBy(leader, context).filter((one) => filter?.(one) ?? true).length,
  },
  inspectionDates: {
    header: '检查日期',
    gathers: 'inspection',
    inline: true,
    value: (leader, context, { filter }) =>
      texts(inspectionsBy(leader, context), filter, ({ on }) => on),
  },
  required: {
    audience: 'unit',
    width: 10,
    header: '应检查次数',
    value: (_leader, context) => requiredInspections(context),
  },
  enough: {
    width: 10,
    header: '是否达到要求',
    inline: true,
    value: (leader, context) => {
      const required = requiredInspections(context);
      if (required === undefined) return undefined;
      return inspectionsBy(leader, context).length >= required ? '是' : '否';
    },
  },
};

function sheetWord(per: string | undefined): string | undefined {
  if (per === 'holder') return '个人';
  if (per === 'none') return '—';
  return per !== undefined && isKind(per) ? KINDS[per].sheet?.per : undefined;
}

/** Rows `papers`: what the scheme asks for, as in a list of an archive. */
export const paperFields: Specials<'paper'> = {
  id: { audience: 'unit', width: 14, header: '表号', inline: true, value: ({ id }) => id },
  title: { audience: 'unit', header: '材料名称', inline: true, value: ({ title }) => title },
  per: {
    audience: 'unit',
    width: 12,
    header: '填写单位',
    inline: true,
    value: ({ per }) => sheetWord(per),
  },
  sheets: { audience: 'unit', width: 8, header: '份数', value: ({ sheets }) => sheets },
  audience: {
    audience: 'unit',
    width: 12,
    header: '使用范围',
    inline: true,
    value: ({ audience }) => ({ internal: '内部', unit: '单位内', public: '社会' })[audience],
  },
  clause: { audience: 'unit', header: '依据条款', inline: true, value: ({ clause }) => clause },
};
