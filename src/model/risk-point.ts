import { z } from 'zod';
import {
  common,
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
  name: requiredText('风险点'),
  manifestation: texts('表现形式'),
  /** Exactly one of `post`, `department` and `unit: true`. */
  post: refTo('post', '所属岗位').optional(),
  department: refTo('department', '所属机构').optional(),
  unit: z.literal(true).optional().meta({ title: '单位层面' }),
  /** With `post`: one person of it. */
  holder: refTo('person', '所属人员').optional(),
  power: refTo('power', '对应职权').optional(),
  step: idSchema.optional().meta({ title: '对应环节' }),
  category: text('风险类别').optional(),
  foundBy: texts('查找方式'),
  main: z.boolean().default(false).meta({ title: '主要风险点' }),
  /** 共性风险点: also stands on the sheets of those it applies to. */
  appliesTo: appliesToSchema.optional().meta({ title: '共性适用范围' }),
  factors,
  scores,
  ratings,
  indicator: text('监测指标').optional(),
  leader: refTo('post', '责任领导').optional(),
  ownerDepartment: refTo('department', '责任机构').optional(),
  owner: refTo('post', '责任人').optional(),
  supervision: supervisionPathSchema.optional().meta({ title: '监督检查路径' }),
});
export type RiskPoint = z.infer<typeof riskPointSchema>;
