import { z } from 'zod';
import {
  factors,
  idSchema,
  marked,
  noRisk,
  refTo,
  requiredText,
  signed,
  text,
  texts,
} from '../common.ts';
import type { KindDescriptor } from '../kind-descriptor.ts';
/** Published, and covered by sign-offs. */
const open = { audience: 'public', signed: 1 } as const;

const nextSchema = z
  .union([idSchema, z.strictObject({ to: idSchema, when: text('条件').optional() })])
  .transform((value) => (typeof value === 'string' ? { to: value } : value));

/** 权力运行流程的一个环节. */
export const stepSchema = z.strictObject({
  id: marked(idSchema, { audience: 'unit' }),
  name: requiredText('环节名称', { ...open, width: 16 }),
  kind: z
    .enum(['步骤', '判断'])
    .default('步骤')
    .meta({ title: '环节类型', ...open, tie: true, width: 8 }),
  post: refTo('post', '承办岗位', { ...open, tie: true, width: 14 }).optional(),
  timeLimit: text('办理时限', { ...open, width: 12 }).optional(),
  documents: texts('文书', open),
  /** Absent: the step that stands next; the last one ends. */
  next: z
    .array(nextSchema)
    .optional()
    .meta({ title: '后续环节', ...open, tie: true }),
  end: z.boolean().default(false).meta({ title: '办结', audience: 'unit', signed: 1, tie: true }),
  factors: signed(factors),
  noRisk: signed(noRisk),
});
export type Step = z.infer<typeof stepSchema>;

export const step = {
  id: 'step',
  title: '环节',
  schema: stepSchema,
  list: 'steps',
  within: 'power',
  local: true,
  standing: true,
} as const satisfies KindDescriptor;
