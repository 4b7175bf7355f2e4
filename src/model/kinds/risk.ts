import { z } from 'zod';
import {
  common,
  factors,
  idSchema,
  marked,
  ratings,
  refsTo,
  refTo,
  requiredText,
  scores,
  signed,
  text,
  texts,
} from '../common.ts';
import type { KindDescriptor } from '../kind-descriptor.ts';
/** Published, and covered by sign-offs. */
const open = { audience: 'public', signed: 1 } as const;
const inside = { audience: 'unit' } as const;

const appliesToSchema = z.strictObject({
  all: z.boolean().default(false).meta({ title: '全体' }),
  ranks: texts('适用职级', { words: 'rank' }),
  tiers: texts('适用层级', { words: 'tier' }),
  departments: refsTo('department', '内设机构'),
  posts: refsTo('post', '岗位'),
});

const supervisionPathSchema = z.strictObject({
  basis: texts('监督依据', inside),
  focus: texts('监督重点', inside),
  method: texts('监督方法', inside),
});

/** 风险点: where and how a power could be abused. Belongs to one post, department or the unit. */
export const riskPointSchema = z.strictObject({
  ...common,
  id: marked(common.id, { audience: 'unit', width: 10 }),
  extra: signed(common.extra),
  name: requiredText('风险点', { ...open, width: 18 }),
  manifestation: texts('表现形式', { ...open, header: '{manifestation}' }),
  /** Exactly one of `post`, `department` and `unit: true`. */
  post: refTo('post', '所属岗位', { signed: 1, tie: true }).optional(),
  department: refTo('department', '所属机构', { signed: 1, tie: true }).optional(),
  unit: z.literal(true).optional().meta({ title: '单位层面', signed: 1, tie: true }),
  /** With `post`: one person of it. */
  holder: refTo('person', '所属人员', { signed: 1, tie: true, width: 10 }).optional(),
  power: refTo('power', '对应职权', {
    ...open,
    tie: true,
    width: 16,
    header: '{power}',
  }).optional(),
  step: marked(idSchema, { ...open, tie: true, width: 12 })
    .optional()
    .meta({ title: '对应环节' }),
  category: text('风险类别', { ...open, width: 12, words: 'category' }).optional(),
  foundBy: texts('查找方式', { audience: 'unit', signed: 1, width: 12, words: 'method' }),
  main: z
    .boolean()
    .default(false)
    .meta({ title: '主要风险点', ...open, tie: true, width: 8 }),
  /** 共性风险点: also stands on the sheets of those it applies to. */
  appliesTo: appliesToSchema.optional().meta({ title: '共性适用范围', ...open, tie: true }),
  factors: signed(factors),
  scores,
  ratings,
  indicator: text('监测指标', open).optional(),
  leader: refTo('post', '责任领导', { ...open, tie: true, aside: true, width: 12 }).optional(),
  ownerDepartment: refTo('department', '责任机构', {
    ...open,
    tie: true,
    aside: true,
    width: 12,
  }).optional(),
  owner: refTo('post', '责任人', { ...open, tie: true, aside: true, width: 12 }).optional(),
  supervision: supervisionPathSchema
    .optional()
    .meta({ title: '监督检查路径', audience: 'unit', signed: 1 }),
});
export type RiskPoint = z.infer<typeof riskPointSchema>;

export const risk = {
  id: 'risk',
  title: '风险点',
  schema: riskPointSchema,
  list: 'risks',
  standing: true,
  known: 'name',
} as const satisfies KindDescriptor;
