import { describeMethod } from '../../scheme/rating/describe-method.ts';
import { measuresAgainst } from '../../scheme/relations.ts';
import { commitmentOf, promiseeOf } from '../rows/promisee.ts';
import { scopeOf } from '../rows/row-scope.ts';
import { ratingSpecials, texts } from './rating-specials.ts';
import { reviewOfPoints, signOffSpecials, steppedLevels } from './sign-off-specials.ts';
import { currentNames, distinct, levelRank, levelValue, namesOf } from './field-values.ts';
import type { FieldContext } from './field.ts';
import { unitCounts } from './unit-counts.ts';
import type { Specials } from './vocabulary.ts';

export const unitFields: Specials<'unit'> = {
  edition: {
    audience: 'public',
    header: '年度',
    inline: true,
    value: (_unit, { edition }) => edition,
  },
  departmentCount: {
    audience: 'public',
    header: (words) => `${words.department}数`,
    value: (_unit, { relations }) => relations.departments.length,
  },
  postCount: {
    audience: 'public',
    header: (words) => `${words.post}数`,
    value: (_unit, { relations }) => relations.posts.length,
  },
  powerCount: {
    audience: 'public',
    header: (words) => `${words.power}数`,
    value: (_unit, { relations }) => relations.powers.length,
  },
  riskCount: {
    audience: 'public',
    header: (words) => `${words.riskPoint}数`,
    value: (_unit, { relations }) => relations.risks.length,
  },
  measureCount: {
    audience: 'public',
    header: (words) => `${words.measure}数`,
    value: (_unit, { relations }) => relations.measures.length,
  },
  ...unitCounts,
  /** As the scheme computes it, in sentences. */
  ratingRules: {
    audience: 'public',
    header: '评定办法',
    value: (_unit, { scheme }) => describeMethod(scheme),
  },
  ...reviewOfPoints<'unit'>({ sheetOf: (info) => scopeOf('unit', info) }),
};

export const departmentFields: Specials<'department'> = {
  ...signOffSpecials('department'),
  ...reviewOfPoints<'department'>({ sheetOf: (department) => scopeOf('department', department) }),
  name: {
    header: (words) => words.department,
    inline: true,
    value: ({ name }) => name,
    rank: ({ id }, { relations }) => relations.departments.findIndex((one) => one.id === id),
  },
  head: {
    header: (words) => words.departmentHead,
    inline: true,
    value: ({ id }, { relations }) => relations.headOf(id)?.name,
  },
  headName: {
    audience: 'public',
    width: 10,
    header: (words) => words.departmentHead,
    personal: true,
    inline: true,
    value: ({ id }, context) =>
      namesOf(context.relations.headOf(id), 'department.headName', context),
  },
  leader: {
    audience: 'public',
    width: 12,
    header: (words) => words.leaderInCharge,
    inline: true,
    value: ({ id }, { relations }) => relations.leadersInChargeOf(id).map(({ name }) => name),
  },
  leaderName: {
    audience: 'public',
    width: 10,
    header: (words) => words.leaderInCharge,
    personal: true,
    inline: true,
    value: ({ id }, context) =>
      context.relations
        .leadersInChargeOf(id)
        .flatMap((post) => namesOf(post, 'department.leaderName', context)),
  },
  posts: {
    audience: 'public',
    header: (words) => words.post,
    gathers: 'post',
    inline: true,
    value: ({ id }, { relations }, { filter }) =>
      texts(relations.postsOf(id), filter, ({ name }) => name),
  },
  powers: {
    audience: 'unit',
    header: (words) => words.power,
    gathers: 'power',
    value: ({ id }, { relations }, { filter }) =>
      texts(
        relations.powers.filter(({ department }) => department === id),
        filter,
        ({ name }) => name,
      ),
  },
  risks: {
    audience: 'unit',
    header: (words) => words.riskPoint,
    gathers: 'risk',
    value: ({ id }, { relations }, { filter }) =>
      texts(relations.risksOfDepartment(id), filter, ({ name }) => name),
  },
  riskCount: {
    audience: 'unit',
    width: 8,
    header: (words) => `${words.riskPoint}数`,
    gathers: 'risk',
    value: ({ id }, { relations }, { filter }) =>
      [
        ...relations.risksOfDepartment(id),
        ...relations.postsOf(id).flatMap((post) => relations.risksOfPost(post.id)),
      ].filter((risk) => filter?.(risk) ?? true).length,
  },
};

/** Powers that a post exercises. */
function powersOf(postId: string, { relations }: FieldContext) {
  return relations.powers.filter(({ posts }) => posts.includes(postId));
}

export const postFields: Specials<'post'> = {
  name: {
    header: (words) => words.post,
    inline: true,
    value: ({ name }) => name,
    rank: ({ id }, { relations }) => relations.posts.findIndex((one) => one.id === id),
  },
  tier: {
    header: (words) => `${words.post}层级`,
    inline: true,
    value: (post, { relations }) => relations.tierOf(post),
    rank: (post, { relations, scheme }) =>
      scheme.tiers.findIndex(({ id }) => id === relations.tierOf(post)),
  },
  rank: {
    header: '职级层次',
    inline: true,
    value: ({ rank }) => rank,
    rank: (post, { scheme }) => scheme.ranks.findIndex(({ id }) => id === post.rank),
  },
  // Words such as 人、财、物 stand in one line.
  handles: { header: '经手事项', inline: true, value: ({ handles }) => handles },
  holders: {
    header: (words) => words.holder,
    personal: true,
    inline: true,
    value: (post, context) =>
      context.showsNames('post.holders') ? currentNames(post, context) : undefined,
  },
  powers: {
    audience: 'public',
    header: (words) => `行使的${words.power}`,
    gathers: 'power',
    value: ({ id }, context, { filter }) =>
      texts(powersOf(id, context), filter, ({ name }) => name),
  },
  level: {
    audience: 'public',
    signed: true,
    width: 8,
    header: (words) => words.level,
    value: ({ id }, { assessment, scheme }) => levelValue(assessment.posts.get(id), scheme),
    rank: ({ id }, { assessment, scheme }) => levelRank(assessment.posts.get(id), scheme),
  },
  risks: {
    audience: 'public',
    header: (words) => words.riskPoint,
    gathers: 'risk',
    value: ({ id }, { relations }, { filter }) =>
      texts(relations.risksOfPost(id), filter, ({ name }) => name),
  },
  riskCount: {
    audience: 'unit',
    header: (words) => `${words.riskPoint}数`,
    gathers: 'risk',
    value: ({ id }, { relations }, { filter }) =>
      relations.risksOfPost(id).filter((risk) => filter?.(risk) ?? true).length,
  },
  measures: {
    audience: 'public',
    header: (words) => words.measure,
    gathers: 'measure',
    value: ({ id }, { relations }, { filter }) => {
      const ofRisks = relations.risksOfPost(id).flatMap((risk) => measuresAgainst(risk, relations));
      const direct = relations.measures.filter(({ posts }) => posts.includes(id));
      return texts([...new Set([...ofRisks, ...direct])], filter, ({ content }) => content);
    },
  },
  noRisk: {
    header: '经查无风险',
    inline: true,
    value: ({ noRisk }) => (noRisk === undefined ? '' : `经查无风险：${noRisk.reason}`),
  },
  ...signOffSpecials('post'),
  ...steppedLevels('post'),
  ...ratingSpecials<'post'>(({ id }, { assessment }) => assessment.posts.get(id)),
};

export const holderFields: Specials<'holder'> = {
  name: {
    width: 10,
    header: (words) => words.holder,
    personal: true,
    inline: true,
    value: ({ person }, { showsNames }) => (showsNames('holder.name') ? person?.name : undefined),
  },
  post: {
    audience: 'public',
    width: 14,
    header: (words) => words.post,
    inline: true,
    value: ({ posts }) => distinct(posts.map(({ name }) => name)),
  },
  seat: { audience: 'public', width: 6, header: '席位', value: ({ seat }) => seat },
  since: {
    width: 12,
    header: '任职日期',
    personal: true,
    inline: true,
    value: ({ since }) => since,
  },
  // 廉政承诺: to whom by rank, and what the scheme says it is about.
  promisee: { audience: 'unit', width: 16, header: '受承诺人', inline: true, value: promiseeOf },
  promises: {
    audience: 'unit',
    header: '承诺内容',
    value: (holder, context) => commitmentOf(holder, context)?.contents ?? [],
  },
};
