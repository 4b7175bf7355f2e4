import { measuresAgainst, subjectOf } from '../../scheme/relations.ts';
import type { FieldContext, Filter, RiskRecord } from './field.ts';
import { ratingSpecials, texts } from './rating-specials.ts';
import { partChecks, signOffSpecials, steppedLevels } from './sign-off-specials.ts';
import {
  asCommon,
  distinct,
  keepingStep,
  levelRank,
  levelValue,
  namesOf,
  postOf,
} from './field-values.ts';
import type { Specials } from './vocabulary.ts';
function measuresOf(risk: RiskRecord, { relations }: FieldContext, filter: Filter | undefined) {
  return measuresAgainst(risk, relations).filter((measure) => filter?.(measure) ?? true);
}

/** The name of the step of the power at which the point lies. */
function stepName({ power, step }: RiskRecord, { relations }: FieldContext): string | undefined {
  if (power === undefined || step === undefined) return undefined;
  return relations.powerById.get(power)?.steps.find(({ id }) => id === step)?.name;
}

/** The order of the flow, power by power. */
function stepRank({ power, step }: RiskRecord, { relations }: FieldContext): number {
  let before = 0;
  for (const { id, steps } of relations.powers) {
    const place = id === power ? steps.findIndex((one) => one.id === step) : -1;
    if (place >= 0) return before + place;
    before += steps.length;
  }
  return before;
}

export const riskFields: Specials<'risk'> = {
  name: {
    header: (words) => words.riskPoint,
    value: ({ name }) => name,
    rank: ({ id }, { relations }) => relations.risks.findIndex((one) => one.id === id),
  },
  category: {
    header: (words) => words.category,
    inline: true,
    value: ({ category }) => category,
    rank: ({ category }, { scheme }) => {
      const index = scheme.categories.findIndex(({ id }) => id === category);
      return index < 0 ? scheme.categories.length : index;
    },
  },
  foundBy: { header: '查找方式', inline: true, value: ({ foundBy }) => foundBy },
  level: {
    audience: 'public',
    signed: true,
    width: 8,
    header: (words) => words.level,
    value: ({ id }, { assessment, scheme }) => levelValue(assessment.risks.get(id), scheme),
    rank: ({ id }, { assessment, scheme }) => levelRank(assessment.risks.get(id), scheme),
  },
  origin: {
    audience: 'public',
    width: 10,
    header: '来源',
    inline: true,
    value: (risk, _context, { origin }) =>
      origin ?? (risk.appliesTo === undefined ? '个性' : '共性'),
  },
  /** Whose point it is: the post, the department or the unit by name. */
  subject: {
    audience: 'public',
    signed: true,
    width: 14,
    header: (words) => `${words.unit}/${words.department}/${words.post}`,
    inline: true,
    value: (risk, { unit, relations }) => {
      switch (subjectOf(risk)) {
        case 'post':
          return relations.postById.get(risk.post ?? '')?.name;
        case 'department':
          return relations.departmentById.get(risk.department ?? '')?.name;
        case 'unit':
          return unit.info.shortName ?? unit.info.name;
        case undefined:
          return undefined;
      }
    },
    rank: ({ post, department }, { relations }) => {
      if (post !== undefined) {
        const place = relations.posts.findIndex(({ id }) => id === post);
        return relations.departments.length + 1 + place;
      }
      return department === undefined
        ? 0
        : 1 + relations.departments.findIndex(({ id }) => id === department);
    },
  },
  /** Against an earlier edition; nothing where none is compared with, or the point is as it was. */
  change: {
    audience: 'unit',
    width: 14,
    header: '变动',
    inline: true,
    value: ({ id }, { changes }) => {
      const found = changes.find(({ risk }) => risk.id === id);
      if (found === undefined) return undefined;
      const { kind, before, after } = found;
      return before === undefined || after === undefined ? kind : `${kind}（${before}→${after}）`;
    },
  },
  appliesTo: {
    header: '适用范围',
    inline: true,
    value: ({ appliesTo }, { relations }) => {
      if (appliesTo === undefined) return undefined;
      const { all, tiers, ranks, departments, posts } = appliesTo;
      return distinct([
        all ? '全体' : undefined,
        ...tiers,
        ...ranks,
        ...departments.map((id) => relations.departmentById.get(id)?.name),
        ...posts.map((id) => relations.postById.get(id)?.name),
      ]);
    },
  },
  step: { header: '对应环节', inline: true, value: stepName, rank: stepRank },
  ownerName: {
    audience: 'public',
    width: 10,
    header: '责任人',
    personal: true,
    inline: true,
    value: ({ owner }, context) => namesOf(postOf(owner, context), 'risk.ownerName', context),
  },
  leaderName: {
    audience: 'public',
    width: 10,
    header: '责任领导',
    personal: true,
    inline: true,
    value: ({ leader }, context) => namesOf(postOf(leader, context), 'risk.leaderName', context),
  },
  supervision: {
    header: '监督检查路径',
    value: ({ supervision }) =>
      supervision === undefined
        ? undefined
        : [
            part('监督依据', supervision.basis),
            part('监督重点', supervision.focus),
            part('监督方法', supervision.method),
          ].filter((text) => text !== ''),
  },
  measures: {
    audience: 'public',
    signed: true,
    header: (words) => words.measure,
    gathers: 'measure',
    value: (risk, context, { filter }) =>
      texts(measuresOf(risk, context, filter), undefined, (measure) =>
        measure.risks.includes(risk.id) ? measure.content : asCommon(measure.content),
      ),
  },
  measureBasis: {
    audience: 'public',
    signed: true,
    header: '制度依据',
    gathers: 'measure',
    value: (risk, context, { filter }) => [
      ...new Set(measuresOf(risk, context, filter).flatMap(({ basis }) => basis)),
    ],
  },
  due: {
    audience: 'unit',
    signed: true,
    width: 12,
    header: '完成时限',
    gathers: 'measure',
    value: (risk, context, { filter }) =>
      keepingStep(measuresOf(risk, context, filter).map(({ due }) => due)),
  },
  executor: {
    audience: 'unit',
    signed: true,
    width: 12,
    header: '执行人',
    gathers: 'measure',
    value: (risk, context, { filter }) =>
      keepingStep(
        measuresOf(risk, context, filter).map(({ executor }) => postOf(executor, context)?.name),
      ),
  },
  executorName: {
    audience: 'unit',
    width: 10,
    header: '执行人',
    personal: true,
    gathers: 'measure',
    value: (risk, context, { filter }) =>
      keepingStep(
        measuresOf(risk, context, filter).map(({ executor }) => {
          const names = namesOf(postOf(executor, context), 'risk.executorName', context);
          return names.length === 0 ? undefined : names.join('、');
        }),
      ),
  },
  regulations: {
    audience: 'unit',
    header: '相关制度',
    gathers: 'regulation',
    value: ({ id }, { unit }, { filter }) =>
      texts(
        unit.regulations.filter(({ risks, closed }) => closed === undefined && risks.includes(id)),
        filter,
        ({ name }) => name,
      ),
  },
  ...signOffSpecials('risk'),
  ...steppedLevels('risk'),
  partChecks,
  ...ratingSpecials<'risk'>(({ id }, { assessment }) => assessment.risks.get(id)),
};

function part(label: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${label}：${items.join('；')}`;
}
