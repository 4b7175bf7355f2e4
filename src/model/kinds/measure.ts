import { z } from 'zod';
import {
  common,
  day,
  marked,
  none,
  refsTo,
  refTo,
  requiredText,
  signed,
  text,
  texts,
} from '../common.ts';
import type { KindDescriptor } from '../kind-descriptor.ts';
/** Published, and covered by sign-offs. */
const open = { audience: 'public', signed: 1 } as const;
/** Published, and what ties the measure to its subjects. */
const tied = { audience: 'public', tie: true } as const;

/** 防控措施. Serves risk points, or a power, a post or a department as a whole. */
export const measureSchema = z.strictObject({
  ...common,
  id: marked(common.id, { audience: 'unit', width: 10 }),
  extra: signed(common.extra),
  content: requiredText('措施内容', { ...open, header: '{measure}' }),
  risks: refsTo('risk', '针对风险点', { ...tied, header: '针对的{riskPoint}' }),
  powers: refsTo('power', '针对职权', tied),
  posts: refsTo('post', '针对岗位', tied),
  departments: refsTo('department', '针对机构', tied),
  /** Numbers of the manifestations that the measure answers, counted from 1. */
  answers: z
    .array(z.number().int().min(1))
    .default(none)
    .meta({ title: '针对第几项表现', signed: 1, tie: true }),
  line: text('防线', { ...open, width: 12, words: 'line' }).optional(),
  aspect: text('方面', { ...open, width: 10, words: 'aspect' }).optional(),
  kind: text('类型', { ...open, width: 10, words: 'measureKind' }).optional(),
  basis: texts('制度依据', open),
  executor: refTo('post', '执行人', {
    audience: 'unit',
    signed: 1,
    tie: true,
    width: 12,
  }).optional(),
  /** A day, or how often: 长期坚持, 每季度. */
  due: text('完成时限', { audience: 'unit', signed: 1, width: 12 }).optional(),
  status: z
    .enum(['未启动', '推进中', '已完成', '长期坚持'])
    .optional()
    .meta({ title: '落实状态', audience: 'unit', width: 10 }),
  doneOn: day('完成日期', { width: 12 }).optional(),
  evidence: texts('佐证材料'),
});
export type Measure = z.infer<typeof measureSchema>;

export const measure = {
  id: 'measure',
  title: '防控措施',
  schema: measureSchema,
  list: 'measures',
  standing: true,
  known: 'content',
} as const satisfies KindDescriptor;
