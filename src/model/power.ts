import { z } from 'zod';
import {
  common,
  signed,
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
  name: signed(requiredText('环节名称')),
  kind: signed(z.enum(['步骤', '判断']).default('步骤').meta({ title: '环节类型' })),
  post: signed(refTo('post', '承办岗位').optional()),
  timeLimit: signed(text('办理时限').optional()),
  documents: signed(texts('文书')),
  /** Absent: the step that stands next; the last one ends. */
  next: signed(z.array(nextSchema).optional().meta({ title: '后续环节' })),
  end: signed(z.boolean().default(false).meta({ title: '办结' })),
  factors: signed(factors),
  noRisk: signed(noRisk),
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
  extra: signed(common.extra),
  name: signed(requiredText('职权名称')),
  code: signed(text('职权编码').optional()),
  /** Outward administrative powers and inner management are listed apart. */
  class: signed(z.enum(['对外行使', '内部管理']).optional().meta({ title: '职权分类' })),
  type: signed(text('职权类别').optional()),
  domain: signed(text('重点领域').optional()),
  majorMatter: signed(text('三重一大事项').optional()),
  /** 决策权、执行权、监督权. */
  nature: signed(text('权力性质').optional()),
  content: signed(texts('职权内容')),
  basis: signed(texts('行使依据')),
  department: signed(refTo('department', '承办机构').optional()),
  posts: signed(refsTo('post', '行使岗位')),
  subject: signed(text('行使主体').optional()),
  conditions: signed(texts('条件')),
  procedure: signed(texts('程序')),
  timeLimit: signed(text('时限').optional()),
  responsibility: signed(texts('责任')),
  supervision: signed(texts('监督方式')),
  servicePromise: signed(texts('服务承诺')),
  discipline: signed(texts('工作纪律')),
  citizenRights: signed(texts('相对人权利')),
  complaintChannel: signed(text('投诉举报途径').optional()),
  discretion: signed(z.array(discretionSchema).default(none).meta({ title: '裁量权基准' })),
  disclosure: signed(
    z
      .strictObject({ form: text('公开形式').optional(), scope: text('公开范围').optional() })
      .optional()
      .meta({ title: '公开' }),
  ),
  steps: z.array(stepSchema).default(none).meta({ title: '运行流程' }),
  noRisk: signed(noRisk),
  factors: signed(factors),
  scores,
  ratings,
});
export type Power = z.infer<typeof powerSchema>;
