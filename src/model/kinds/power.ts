import { z } from 'zod';
import {
  common,
  factors,
  marked,
  none,
  noRisk,
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
import { stepSchema } from './step.ts';

/** Every field of a power may be published: catalogues and lists of powers are made for it. */
const open = { audience: 'public', signed: 1 } as const;

const discretionSchema = z.strictObject({
  factor: text('裁量因素'),
  grade: text('裁量档次'),
  standard: text('裁量标准'),
});

/** 职权 (权力事项). */
export const powerSchema = z.strictObject({
  ...common,
  id: marked(common.id, { audience: 'unit' }),
  extra: signed(common.extra),
  name: requiredText('职权名称', { ...open, width: 18 }),
  code: text('职权编码', { ...open, width: 12, header: '{power}编码' }).optional(),
  /** Outward administrative powers and inner management are listed apart. */
  class: z
    .enum(['对外行使', '内部管理'])
    .optional()
    .meta({ title: '职权分类', ...open, width: 10, header: '{power}分类' }),
  type: text('职权类别', { ...open, width: 10, words: 'powerType' }).optional(),
  domain: text('重点领域', { ...open, term: true }).optional(),
  majorMatter: text('三重一大事项', { ...open, words: 'majorMatter' }).optional(),
  /** 决策权、执行权、监督权. */
  nature: text('权力性质', { ...open, width: 8, words: 'powerNature' }).optional(),
  content: texts('职权内容', { ...open, header: '{power}内容' }),
  basis: texts('行使依据', open),
  department: refTo('department', '承办机构', { ...open, tie: true, width: 12 }).optional(),
  posts: refsTo('post', '行使岗位', { ...open, tie: true, width: 14 }),
  subject: text('行使主体', open).optional(),
  conditions: texts('条件', open),
  procedure: texts('程序', open),
  timeLimit: text('时限', { ...open, width: 12 }).optional(),
  responsibility: texts('责任', open),
  supervision: texts('监督方式', open),
  servicePromise: texts('服务承诺', open),
  discipline: texts('工作纪律', open),
  citizenRights: texts('相对人权利', open),
  complaintChannel: text('投诉举报途径', open).optional(),
  discretion: z
    .array(discretionSchema)
    .default(none)
    .meta({ title: '裁量权基准', ...open }),
  disclosure: z
    .strictObject({
      form: text('公开形式', { audience: 'public', width: 12 }).optional(),
      scope: text('公开范围', { audience: 'public', width: 12 }).optional(),
    })
    .optional()
    .meta({ title: '公开', signed: 1 }),
  steps: z.array(stepSchema).default(none).meta({ title: '运行流程', audience: 'public' }),
  noRisk: signed(noRisk),
  factors: signed(factors),
  scores,
  ratings,
});
export type Power = z.infer<typeof powerSchema>;

export const power = {
  id: 'power',
  title: '职权',
  schema: powerSchema,
  list: 'powers',
  standing: true,
  known: 'name',
  sheet: { per: '职权', each: '每项职权一张', name: 'name' },
} as const satisfies KindDescriptor;
