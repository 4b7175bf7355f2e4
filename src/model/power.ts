import { z } from 'zod';
import {
  common,
  factors,
  noRisk,
  ratings,
  idSchema,
  refTo,
  refsTo,
  requiredText,
  scores,
  text,
  texts,
  none,
} from './common.ts';

const nextSchema = z
  .union([idSchema, z.strictObject({ to: idSchema, when: text('条件').optional() })])
  .transform((value) => (typeof value === 'string' ? { to: value } : value));

/** 权力运行流程的一个环节. */
export const stepSchema = z.strictObject({
  id: idSchema,
  name: requiredText('环节名称'),
  kind: z.enum(['步骤', '判断']).default('步骤').meta({ title: '环节类型' }),
  post: refTo('post', '承办岗位').optional(),
  timeLimit: text('办理时限').optional(),
  documents: texts('文书'),
  /** Absent: the step that stands next; the last one ends. */
  next: z.array(nextSchema).optional().meta({ title: '后续环节' }),
  end: z.boolean().default(false).meta({ title: '办结' }),
  factors,
  noRisk,
});
export type Step = z.infer<typeof stepSchema>;

const discretionSchema = z.strictObject({
  factor: text('裁量因素'),
  grade: text('裁量档次'),
  standard: text('裁量标准'),
});

/** 职权 (权力事项). */
export const powerSchema = z.strictObject({
  ...common,
  name: requiredText('职权名称'),
  code: text('职权编码').optional(),
  /** Outward administrative powers and inner management are listed apart. */
  class: z.enum(['对外行使', '内部管理']).optional().meta({ title: '职权分类' }),
  type: text('职权类别').optional(),
  domain: text('重点领域').optional(),
  majorMatter: text('三重一大事项').optional(),
  /** 决策权、执行权、监督权. */
  nature: text('权力性质').optional(),
  content: texts('职权内容'),
  basis: texts('行使依据'),
  department: refTo('department', '承办机构').optional(),
  posts: refsTo('post', '行使岗位'),
  subject: text('行使主体').optional(),
  conditions: texts('条件'),
  procedure: texts('程序'),
  timeLimit: text('时限').optional(),
  responsibility: texts('责任'),
  supervision: texts('监督方式'),
  servicePromise: texts('服务承诺'),
  discipline: texts('工作纪律'),
  citizenRights: texts('相对人权利'),
  complaintChannel: text('投诉举报途径').optional(),
  discretion: z.array(discretionSchema).default(none).meta({ title: '裁量权基准' }),
  disclosure: z
    .strictObject({ form: text('公开形式').optional(), scope: text('公开范围').optional() })
    .optional()
    .meta({ title: '公开' }),
  steps: z.array(stepSchema).default(none).meta({ title: '运行流程' }),
  noRisk,
  factors,
  scores,
  ratings,
});
export type Power = z.infer<typeof powerSchema>;
