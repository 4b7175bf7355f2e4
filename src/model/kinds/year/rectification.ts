import { z } from 'zod';
import {
  about,
  attachments,
  common,
  day,
  marked,
  refTo,
  requiredText,
  text,
  texts,
} from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';
/** rectifications.yaml: 整改, and defects that a sampled test of a measure found. */
const rectificationSchema = z.strictObject({
  ...common,
  ...about,
  id: marked(common.id, { width: 10 }),
  finding: refTo('finding', '对应问题', { tie: true }).optional(),
  warning: refTo('warning', '对应预警', { tie: true }).optional(),
  problem: requiredText('问题'),
  testedOn: day('测评日期', { width: 12 }).optional(),
  samples: z.number().int().min(0).optional().meta({ title: '样本数', width: 8 }),
  defects: z.number().int().min(0).optional().meta({ title: '不符合数', width: 8 }),
  cause: text('原因').optional(),
  actions: texts('整改措施'),
  department: refTo('department', '责任机构', { width: 12 }).optional(),
  owner: refTo('post', '责任人', { width: 12 }).optional(),
  due: day('整改时限', { width: 12 }).optional(),
  doneOn: day('完成日期', { width: 12 }).optional(),
  result: text('整改情况').optional(),
  verifiedBy: refTo('post', '验收人', { aside: true, width: 12 }).optional(),
  verifiedOn: day('验收日期', { width: 12 }).optional(),
  conclusion: z
    .enum(['销号', '继续整改', '退回重办'])
    .optional()
    .meta({ title: '结论', width: 10 }),
  attachments,
});

export const rectification = {
  id: 'rectification',
  title: '整改',
  schema: rectificationSchema,
  list: 'rectifications',
  numbered: {
    prefix: 'rc',
    by: 'add',
    asks: ['finding', 'problem', 'actions', 'department', 'owner', 'due'],
  },
  sheet: { per: '整改', each: '每项整改一张' },
  dates: [{ days: ['testedOn', 'doneOn', 'verifiedOn'] }],
} as const satisfies KindDescriptor;
