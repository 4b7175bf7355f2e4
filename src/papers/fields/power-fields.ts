import { powerSchema } from '../../model/kinds/power.ts';
import { stepSchema } from '../../model/kinds/step.ts';
import type { FieldContext, PowerStep } from './field.ts';
import { ratingSpecials, texts } from './rating-specials.ts';
import { gravest, levelRank, levelValue, namesOf, postOf } from './field-values.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Every plain field of a power may be published: catalogues and lists of powers are made for it. */
const POWER_TEXTS = [
  'name',
  'code',
  'class',
  'type',
  'domain',
  'majorMatter',
  'nature',
  'content',
  'basis',
  'department',
  'posts',
  'subject',
  'conditions',
  'procedure',
  'timeLimit',
  'responsibility',
  'supervision',
  'servicePromise',
  'discipline',
  'citizenRights',
  'complaintChannel',
  'disclosure.form',
  'disclosure.scope',
  'discretion',
  'steps',
];

const bySchemeOrder =
  (words: (context: FieldContext) => readonly string[], key: 'type' | 'nature' | 'domain') =>
  (record: { readonly [Key in typeof key]?: string | undefined }, context: FieldContext) => {
    const index = words(context).indexOf(record[key] ?? '');
    return index < 0 ? Number.MAX_SAFE_INTEGER : index;
  };

export const powerFields: Vocabulary<'power'> = {
  subject: 'power',
  schema: powerSchema,
  public: [...POWER_TEXTS, 'postNames', 'risks', 'measures', 'level'],
  unit: ['id', 'riskCount', 'regulations'],
  signed: ['steps'],
  headers: {
    content: (words) => `${words.power}内容`,
    code: (words) => `${words.power}编码`,
    class: (words) => `${words.power}分类`,
  },
  widths: {
    name: 18,
    code: 12,
    class: 10,
    type: 10,
    nature: 8,
    department: 12,
    posts: 14,
    postNames: 12,
    timeLimit: 12,
    'disclosure.form': 12,
    'disclosure.scope': 12,
    level: 8,
  },
  special: {
    name: {
      header: (words) => `${words.power}名称`,
      inline: true,
      value: ({ name }) => name,
      rank: ({ id }, { relations }) => relations.powers.findIndex((one) => one.id === id),
    },
    type: {
      header: (words) => `${words.power}类别`,
      inline: true,
      value: ({ type }) => type,
      rank: bySchemeOrder(({ scheme }) => scheme.powerTypes, 'type'),
    },
    nature: {
      header: '权力性质',
      inline: true,
      value: ({ nature }) => nature,
      rank: bySchemeOrder(({ scheme }) => scheme.powerNatures, 'nature'),
    },
    domain: {
      header: '重点领域',
      inline: true,
      value: ({ domain }) => domain,
      rank: bySchemeOrder(({ scheme }) => scheme.scope.domains, 'domain'),
    },
    postNames: {
      header: '行使责任人',
      personal: true,
      inline: true,
      value: ({ posts }, context) =>
        posts.flatMap((id) => namesOf(postOf(id, context), 'power.postNames', context)),
    },
    steps: {
      header: '运行流程',
      gathers: 'step',
      value: (power, context, { filter }) => texts(stepsOf(power), filter, stepText(context)),
    },
    discretion: {
      header: '裁量权基准',
      value: ({ discretion }) =>
        discretion.map(({ factor, grade, standard }) => `${factor}（${grade}）：${standard}`),
    },
    risks: {
      header: (words) => words.riskPoint,
      gathers: 'risk',
      value: ({ id }, { relations }, { filter }) =>
        texts(relations.risksOfPower(id), filter, ({ name }) => name),
    },
    riskCount: {
      header: (words) => `${words.riskPoint}数`,
      gathers: 'risk',
      value: ({ id }, { relations }, { filter }) =>
        relations.risksOfPower(id).filter((risk) => filter?.(risk) ?? true).length,
    },
    measures: {
      header: (words) => words.measure,
      gathers: 'measure',
      value: ({ id }, { relations }, { filter }) => {
        const ofRisks = relations.risksOfPower(id).flatMap((risk) => relations.measuresOf(risk.id));
        const direct = relations.measures.filter(({ powers }) => powers.includes(id));
        return texts([...new Set([...ofRisks, ...direct])], filter, ({ content }) => content);
      },
    },
    regulations: {
      header: '相关制度',
      gathers: 'regulation',
      value: ({ id }, { unit }, { filter }) =>
        texts(
          unit.regulations.filter(
            ({ powers, closed }) => closed === undefined && powers.includes(id),
          ),
          filter,
          ({ name }) => name,
        ),
    },
    level: {
      header: (words) => words.level,
      value: ({ id }, { assessment, scheme }) => levelValue(assessment.powers.get(id), scheme),
      rank: ({ id }, { assessment, scheme }) => levelRank(assessment.powers.get(id), scheme),
    },
    noRisk: {
      header: '经查无风险',
      inline: true,
      value: ({ noRisk }) => (noRisk === undefined ? '' : `经查无风险：${noRisk.reason}`),
    },
    ...ratingSpecials<'power'>(({ id }, { assessment }) => assessment.powers.get(id)),
  },
};

/** The steps of a power's flow, each with its power and its number. */
export function stepsOf(power: PowerStep['power']): PowerStep[] {
  return power.steps.map((step, index) => ({ ...step, power, number: index + 1 }));
}

function stepText(context: FieldContext): (step: PowerStep) => string {
  return ({ name, post, timeLimit }) => {
    const about = [postOf(post, context)?.name, timeLimit].filter((part) => part !== undefined);
    return about.length === 0 ? name : `${name}（${about.join('，')}）`;
  };
}

function risksOfStep({ power, id }: PowerStep, { relations }: FieldContext) {
  return relations.risksOfStep(power.id, id);
}

export const stepFields: Vocabulary<'step'> = {
  subject: 'step',
  schema: stepSchema,
  public: [
    'number',
    'name',
    'kind',
    'post',
    'postName',
    'timeLimit',
    'documents',
    'next',
    'risks',
    'measures',
    'level',
  ],
  unit: ['id', 'end'],
  widths: { number: 6, name: 16, kind: 8, post: 14, postName: 10, timeLimit: 12, level: 8 },
  special: {
    number: { header: '环节序号', value: ({ number }) => number },
    postName: {
      header: '承办人',
      personal: true,
      inline: true,
      value: ({ post }, context) => namesOf(postOf(post, context), 'step.postName', context),
    },
    next: {
      header: '后续环节',
      inline: true,
      value: ({ next, end, power, number }) => {
        if (end) return '办结';
        const nameOf = (id: string) => power.steps.find((step) => step.id === id)?.name ?? id;
        if (next === undefined) return power.steps[number]?.name ?? '办结';
        return next.map(({ to, when }) =>
          when === undefined ? nameOf(to) : `${when}→${nameOf(to)}`,
        );
      },
    },
    risks: {
      header: (words) => words.riskPoint,
      gathers: 'risk',
      value: (step, context, { filter }) =>
        texts(risksOfStep(step, context), filter, ({ name }) => name),
    },
    measures: {
      header: (words) => words.measure,
      gathers: 'measure',
      value: (step, context, { filter }) =>
        texts(
          [
            ...new Set(
              risksOfStep(step, context).flatMap(({ id }) => context.relations.measuresOf(id)),
            ),
          ],
          filter,
          ({ content }) => content,
        ),
    },
    /** A step has no level of its own: the gravest of its points, as flow charts print it. */
    level: {
      header: (words) => words.level,
      value: (step, context) =>
        gravest(
          risksOfStep(step, context).map(({ id }) => context.assessment.risks.get(id)),
          context.scheme,
        ),
    },
  },
};
