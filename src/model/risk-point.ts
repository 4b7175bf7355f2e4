import { z } from 'zod';
import {
  common,
  signed,
  factors,
  idSchema,
  ratings,
  refTo,
  refsTo,
  requiredText,
  scores,
  text,
  texts,
} from './common.ts';

const appliesToSchema = z.strictObject({
  all: z.boolean().default(false).meta({ title: '全体' }),
  ranks: texts('职级层次'),
  tiers: texts('岗位层级'),
  departments: refsTo('department', '内设机构'),
  posts: refsTo('post', '岗位'),
});

const supervisionPathSchema = z.strictObject({
  basis: texts('监督依据'),
  focus: texts('监督重点'),
  method: texts('监督方法'),
});

/** 风险点: where and how a power could be abused. Belongs to one post, department or the unit. */
export const riskPointSchema = z.strictObject({
  ...common,
  extra: signed(common.extra),
  name: signed(requiredText('风险点')),
  manifestation: signed(texts('表现形式')),
  /** Exactly one of `post`, `department` and `unit: true`. */
  post: signed(refTo('post', '所属岗位').optional()),
  department: signed(refTo('department', '所属机构').optional()),
  unit: signed(z.literal(true).optional().meta({ title: '单位层面' })),
  /** With `post`: one person of it. */
  holder: signed(refTo('person', '所属人员').optional()),
  power: signed(refTo('power', '对应职权').optional()),
  step: signed(idSchema.optional().meta({ title: '对应环节' })),
  category: signed(text('风险类别').optional()),
  foundBy: signed(texts('查找方式')),
  main: signed(z.boolean().default(false).meta({ title: '主要风险点' })),
  /** 共性风险点: also stands on the sheets of those it applies to. */
  appliesTo: signed(appliesToSchema.optional().meta({ title: '共性适用范围' })),
  factors: signed(factors),
  scores,
  ratings,
  indicator: signed(text('监测指标').optional()),
  leader: signed(refTo('post', '责任领导').optional()),
  ownerDepartment: signed(refTo('department', '责任机构').optional()),
  owner: signed(refTo('post', '责任人').optional()),
  supervision: signed(supervisionPathSchema.optional().meta({ title: '监督检查路径' })),
});
export type RiskPoint = z.infer<typeof riskPointSchema>;
