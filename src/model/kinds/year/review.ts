import { z } from 'zod';
import {
  actor,
  attachments,
  common,
  day,
  digestsOf,
  idSchema,
  marked,
  nothing,
  refsTo,
  refTo,
  requiredText,
  text,
  texts,
} from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';
/** What a sign-off is of: exactly one of these; `form` adds the paper on which a subject was signed. */
const reviewedSchema = z
  .strictObject({
    unit: z.literal(true).optional().meta({ title: '单位层面' }),
    department: refTo('department', '机构', { aside: true }).optional(),
    post: refTo('post', '岗位', { aside: true }).optional(),
    /** A list of the whole unit, by the paper's id. */
    list: idSchema.optional().meta({ title: '清单' }),
    notice: refTo('notice', '公示', { aside: true }).optional(),
    commitment: refTo('commitment', '承诺', { aside: true }).optional(),
    form: idSchema.optional().meta({ title: '表格' }),
  })
  .refine(
    ({ form: _, ...of }) => Object.values(of).filter((one) => one !== undefined).length === 1,
    {
      params: { expected: 'oneSubject' },
    },
  )
  .meta({ title: '审核对象' });

/** reviews.yaml: 审核: one act of one step of a review chain, written by `lianfang review`. */
export const reviewSchema = z.strictObject({
  ...common,
  id: marked(common.id, { width: 10 }),
  of: reviewedSchema,
  stage: requiredText('审核环节', { width: 14 }),
  kind: z.enum(['decide', 'consult', 'collect']).default('decide').meta({ title: '环节性质' }),
  act: z
    .enum(['报送', '登记', '同意', '退回', '征求意见', '反馈意见', '建议提级'])
    .optional()
    .meta({ title: '动作', width: 10 }),
  by: actor('审核人', { width: 14 }).optional(),
  /** The word by which the scheme names who acts: departmentHead, leaderInCharge, a body. */
  role: text('审核身份').optional(),
  /** The stages of the chain as they applied then: who heads what may change, what was done does not. */
  chain: texts('当时的审核链'),
  attendance: z
    .strictObject({
      present: z.number().int().min(0).meta({ title: '到会' }),
      of: z.number().int().min(1).meta({ title: '应到' }),
    })
    .optional()
    .meta({ title: '到会情况' }),
  on: day('日期', { width: 12 }).optional(),
  opinion: text('意见').optional(),
  minutes: text('会议纪要编号', { width: 14 }).optional(),
  returnTo: text('退回至', { width: 14 }).optional(),
  /** Of a return: the parts that were not agreed to. */
  returned: texts('未通过的内容'),
  /** Of a proposal to raise (建议提级): the level proposed for each item. */
  proposed: z.record(z.string(), z.string()).default(nothing).meta({ title: '建议等级' }),
  /** What was signed, item by item, so that only what changed goes stale. */
  items: digestsOf('内容摘要'),
  /** What each item rests on: steps, measures and powers. */
  basis: digestsOf('依据摘要'),
  levels: z.record(z.string(), z.string()).default(nothing).meta({ title: '当时的等级' }),
  /** The parts that the scheme has reviewed one by one, for each item. */
  parts: z
    .record(z.string(), z.record(z.string(), z.string()))
    .default(nothing)
    .meta({ title: '各部分摘要', digest: true }),
  /** Who held the post; a new holder asks for a new review. */
  holders: refsTo('person', '当时的在岗人员', { aside: true }),
  /** The scheme with the digest of its rating part: `own@sha256-v1:…`. */
  scheme: text('方案版本').optional(),
  attachments,
  /** Digest of the record before this one. */
  previous: text('上一条摘要', { digest: true }).optional(),
  /** Digest of this record, over everything else in it. */
  digest: text('本条摘要', { digest: true }).optional(),
});
export type Review = z.infer<typeof reviewSchema>;

export const review = {
  id: 'review',
  title: '审核记录',
  schema: reviewSchema,
  list: 'reviews',
} as const satisfies KindDescriptor;
