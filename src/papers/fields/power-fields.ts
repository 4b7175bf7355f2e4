import { measuresAgainst } from '../../scheme/relations.ts';
import type { FieldContext, Records } from './field.ts';
import { childRows } from './kind-rows.ts';
import { ratingSpecials, texts } from './rating-specials.ts';
import { gravest, levelRank, levelValue, namesOf, postOf } from './field-values.ts';
import type { Specials } from './vocabulary.ts';

const bySchemeOrder =
  (words: (context: FieldContext) => readonly string[], key: 'type' | 'nature' | 'domain') =>
  (record: { readonly [Key in typeof key]?: string | undefined }, context: FieldContext) => {
    const index = words(context).indexOf(record[key] ?? '');
    return index < 0 ? Number.MAX_SAFE_INTEGER : index;
  };

export const powerFields: Specials<'power'> = {
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
    audience: 'public',
    width: 12,
    header: '行使责任人',
    personal: true,
    inline: true,
    value: ({ posts }, context) =>
      posts.flatMap((id) => namesOf(postOf(id, context), 'power.postNames', context)),
  },
  steps: {
    signed: true,
    header: '运行流程',
    gathers: 'step',
    value: (power, context, { filter }) =>
      texts(childRows('step', power), filter, stepText(context)),
  },
  discretion: {
    header: '裁量权基准',
    value: ({ discretion }) =>
      discretion.map(({ factor, grade, standard }) => `${factor}（${grade}）：${standard}`),
  },
  risks: {
    audience: 'public',
    header: (words) => words.riskPoint,
    gathers: 'risk',
    value: ({ id }, { relations }, { filter }) =>
      texts(relations.risksOfPower(id), filter, ({ name }) => name),
  },
  riskCount: {
    audience: 'unit',
    header: (words) => `${words.riskPoint}数`,
    gathers: 'risk',
    value: ({ id }, { relations }, { filter }) =>
      relations.risksOfPower(id).filter((risk) => filter?.(risk) ?? true).length,
  },
  measures: {
    audience: 'public',
    header: (words) => words.measure,
    gathers: 'measure',
    value: ({ id }, { relations }, { filter }) => {
      const ofRisks = relations
        .risksOfPower(id)
        .flatMap((risk) => measuresAgainst(risk, relations));
      const direct = relations.measures.filter(({ powers }) => powers.includes(id));
      return texts([...new Set([...ofRisks, ...direct])], filter, ({ content }) => content);
    },
  },
  regulations: {
    audience: 'unit',
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
    audience: 'public',
    width: 8,
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
};

function stepText(context: FieldContext): (step: Records['step']) => string {
  return ({ name, post, timeLimit }) => {
    const about = [postOf(post, context)?.name, timeLimit].filter((part) => part !== undefined);
    return about.length === 0 ? name : `${name}（${about.join('，')}）`;
  };
}

function risksOfStep({ power, id }: Records['step'], { relations }: FieldContext) {
  return relations.risksOfStep(power.id, id);
}

export const stepFields: Specials<'step'> = {
  number: { audience: 'public', width: 6, header: '环节序号', value: ({ number }) => number },
  postName: {
    audience: 'public',
    width: 10,
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
    audience: 'public',
    header: (words) => words.riskPoint,
    gathers: 'risk',
    value: (step, context, { filter }) =>
      texts(risksOfStep(step, context), filter, ({ name }) => name),
  },
  measures: {
    audience: 'public',
    header: (words) => words.measure,
    gathers: 'measure',
    value: (step, context, { filter }) =>
      texts(
        [
          ...new Set(
            risksOfStep(step, context).flatMap((risk) => measuresAgainst(risk, context.relations)),
          ),
        ],
        filter,
        ({ content }) => content,
      ),
  },
  /** A step has no level of its own: the gravest of its points, as flow charts print it. */
  level: {
    audience: 'public',
    width: 8,
    header: (words) => words.level,
    value: (step, context) =>
      gravest(
        risksOfStep(step, context).map(({ id }) => context.assessment.risks.get(id)),
        context.scheme,
      ),
  },
};
