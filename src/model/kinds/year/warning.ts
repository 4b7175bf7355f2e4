import { z } from 'zod';
import {
  about,
  actor,
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
/** warnings.yaml: 预警. */
const warningSchema = z.strictObject({
  ...common,
  ...about,
  id: marked(common.id, { width: 10 }),
  source: text('信息来源', { width: 12, words: 'warningSource' }).optional(),
  receivedOn: day('收到日期', { width: 12 }).optional(),
  summary: requiredText('问题摘要'),
  judgement: text('研判意见').optional(),
  grade: text('预警级别', { width: 10, words: 'warningGrade' }).optional(),
  number: text('文号', { width: 14 }).optional(),
  /** Who sends the warning: the office or the discipline body. */
  by: actor('预警机关', { width: 14 }).optional(),
  demands: texts('处置要求'),
  notifiedOn: day('通知日期', { width: 12 }).optional(),
  department: refTo('department', '处置机构', { width: 12 }).optional(),
  responsible: refTo('post', '处置责任人').optional(),
  handling: text('处置方式', { words: 'handling' }).optional(),
  cause: text('原因分析').optional(),
  actions: texts('处置措施'),
  due: day('处置时限', { width: 12 }).optional(),
  reportedOn: day('上报日期').optional(),
  result: text('处置情况').optional(),
  assessment: text('评估意见').optional(),
  conclusion: z.enum(['销号', '退回', '升级']).optional().meta({ title: '结论', width: 8 }),
  closedOn: day('办结日期', { width: 12 }).optional(),
  attachments,
});

export const warning = {
  id: 'warning',
  title: '预警',
  schema: warningSchema,
  list: 'warnings',
  dated: ['receivedOn', 'notifiedOn'],
  known: 'summary',
  sheet: { per: '预警', each: '每次预警一张' },
  dates: [{ days: ['receivedOn', 'notifiedOn', 'closedOn'] }, { days: ['notifiedOn', 'due'] }],
  carries: {
    as: 'warning',
    title: '处置预警 {id}：{summary}',
    from: ['notifiedOn', 'receivedOn'],
    due: 'due',
    doneOn: 'closedOn',
    who: 'responsible',
    departments: 'department',
  },
} as const satisfies KindDescriptor;
