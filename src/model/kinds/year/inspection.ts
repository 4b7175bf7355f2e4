import { z } from 'zod';
import {
  about,
  actor,
  attachments,
  common,
  day,
  marked,
  none,
  refTo,
  requiredText,
  text,
  texts,
  discharged,
} from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';
import { findingSchema } from './finding.ts';

/** inspections.yaml: 监督检查: written, talk, visit or a project of its own. */
const inspectionSchema = z.strictObject({
  ...common,
  ...about,
  id: marked(common.id, { width: 10 }),
  duty: discharged,
  title: requiredText('检查名称'),
  /** 文号 of the letter that asks, or of the project as it was approved. */
  number: text('文号').optional(),
  method: text('检查方式', { width: 12, words: 'inspectionMethod' }).optional(),
  by: actor('检查人', { width: 14 }).optional(),
  team: texts('检查组成员岗位'),
  assists: texts('协办单位'),
  recorder: refTo('post', '记录人', { aside: true }).optional(),
  on: day('检查日期', { width: 12 }).optional(),
  until: day('结束日期', { width: 12 }).optional(),
  period: text('所属时段', { width: 12 }).optional(),
  place: text('地点', { width: 14 }).optional(),
  scope: texts('检查范围'),
  visited: texts('走访对象'),
  reason: text('立项理由').optional(),
  basis: texts('检查依据'),
  focus: texts('检查重点'),
  plan: texts('检查方案'),
  schedule: texts('时间安排'),
  questions: texts('问询事项'),
  replyDue: day('答复时限').optional(),
  answer: texts('情况说明'),
  answeredBy: actor('答复人', { aside: true }).optional(),
  answeredOn: day('答复日期', { width: 12 }).optional(),
  record: texts('检查记录'),
  /** What those talked to or visited declared. */
  statement: texts('对方表态'),
  findings: z.array(findingSchema).default(none).meta({ title: '发现的问题' }),
  conclusion: text('检查结论').optional(),
  approvedBy: actor('审批人', { aside: true }).optional(),
  approvedOn: day('审批日期').optional(),
  feedbackOn: day('反馈日期', { width: 12 }).optional(),
  feedbackNumber: text('反馈文号').optional(),
  attachments,
});

export const inspection = {
  id: 'inspection',
  title: '监督检查',
  schema: inspectionSchema,
  list: 'inspections',
  dated: ['on'],
  numbered: {
    prefix: 'in',
    by: 'add',
    asks: ['title', 'method', 'by', 'on', 'departments', 'posts', 'record', 'conclusion'],
  },
  sheet: { per: '检查', each: '每次检查一张', name: 'title' },
  dates: [
    { days: ['on', 'until', 'feedbackOn'] },
    { days: ['on', 'replyDue'] },
    { days: ['on', 'answeredOn'] },
  ],
  carries: {
    as: 'letter',
    part: 'answer',
    title: '答复问询：{title}',
    from: ['on'],
    due: 'replyDue',
    ifDue: true,
    doneOn: 'answeredOn',
    who: 'posts',
    departments: 'departments',
  },
} as const satisfies KindDescriptor;
