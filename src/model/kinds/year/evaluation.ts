import { z } from 'zod';
import {
  about,
  attachments,
  common,
  day,
  marked,
  none,
  participants,
  refTo,
  requiredText,
  text,
  discharged,
} from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';
const itemSchema = z.strictObject({
  item: text('评议内容'),
  risk: refTo('risk', '涉及风险点').optional(),
  post: refTo('post', '涉及岗位').optional(),
  opinion: text('意见').optional(),
  score: z.number().optional().meta({ title: '得分' }),
  votes: z.record(z.string(), z.number().int().min(0)).optional().meta({ title: '票数' }),
  result: text('结论').optional(),
});

/** evaluations.yaml: 评议、评估、评查、问卷: raw counts are kept. */
const evaluationSchema = z.strictObject({
  ...common,
  ...about,
  id: marked(common.id, { width: 10 }),
  duty: discharged,
  kind: requiredText('评议种类', { width: 12, term: true, usual: 'evaluationKind' }),
  period: text('所属时段', { width: 12 }).optional(),
  unit: z.literal(true).optional().meta({ title: '单位层面' }),
  on: day('日期', { width: 12 }).optional(),
  place: text('地点', { width: 14 }).optional(),
  chair: refTo('post', '主持人', { aside: true, width: 12 }).optional(),
  recorder: refTo('post', '记录人', { aside: true, width: 12 }).optional(),
  participants,
  items: z.array(itemSchema).default(none).meta({ title: '评议事项' }),
  /** Who rates, as the scheme's `raters` names it; a ballot may name another. */
  rater: text('评定方').optional(),
  /** The raw votes: each ballot's mark for every matter in turn, '' where it leaves it open. */
  ballots: z
    .array(
      z.strictObject({
        rater: text('评定方').optional(),
        marks: z.array(z.union([z.string().trim(), z.number()])).meta({ title: '逐项意见' }),
      }),
    )
    .default(none)
    .meta({ title: '原始票' }),
  conclusion: text('结论').optional(),
  attachments,
});
export type Evaluation = z.infer<typeof evaluationSchema>;

export const evaluation = {
  id: 'evaluation',
  title: '评议评估',
  schema: evaluationSchema,
  list: 'evaluations',
  dated: ['on'],
  numbered: {
    prefix: 'ev',
    by: 'add',
    asks: ['kind', 'period', 'on', 'departments', 'posts', 'participants', 'conclusion'],
  },
  sheet: { per: '评议', each: '每次评议一张' },
} as const satisfies KindDescriptor;
