import { z } from 'zod';
import {
  about,
  actor,
  addressee,
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
/** 函件种类 that have a form of their own; a scheme's ladder may name further ones. */
export const LETTER_KINDS = ['提醒函', '个人提醒函', '督办函', '问询函', '通报'] as const;

/** letters.yaml: 函件: reminders, supervision and inquiry letters, circulars, talk notices. */
const letterSchema = z.strictObject({
  ...common,
  ...about,
  id: marked(common.id, { width: 10 }),
  kind: requiredText('函件种类', { width: 12, term: true, usual: 'letterKind' }),
  number: text('文号', { width: 14 }).optional(),
  /** Who sends it: a discipline body more often than the unit itself. */
  by: actor('发函机关').optional(),
  to: addressee('主送', { width: 14 }).optional(),
  unit: refTo('unit', '主送单位').optional(),
  copies: texts('抄送'),
  finding: refTo('finding', '对应问题', { tie: true }).optional(),
  warning: refTo('warning', '对应预警', { tie: true }).optional(),
  subject: text('事由').optional(),
  basis: texts('依据'),
  facts: texts('有关情况'),
  matters: texts('事项'),
  /** 谈话: when and where a person is called to, and what was said there. */
  talk: z
    .strictObject({
      time: text('谈话时间'),
      place: text('谈话地点').optional(),
      by: actor('谈话人', { aside: true }).optional(),
      recorder: refTo('post', '记录人', { aside: true }).optional(),
      record: texts('谈话内容'),
      statement: texts('本人表态'),
    })
    .optional()
    .meta({ title: '谈话' }),
  on: day('发出日期', { width: 12 }).optional(),
  replyDue: day('回复时限', { width: 12 }).optional(),
  repliedOn: day('回复日期', { width: 12 }).optional(),
  reply: texts('回复内容'),
  attachments,
});

export const letter = {
  id: 'letter',
  title: '函件',
  schema: letterSchema,
  list: 'letters',
  dated: ['on'],
  numbered: {
    prefix: 'lt',
    by: 'add',
    asks: ['kind', 'by', 'to', 'subject', 'finding', 'matters', 'on', 'replyDue'],
  },
  sheet: { per: '函件', each: '每份函件一张' },
  dates: [{ days: ['on', 'replyDue'] }, { days: ['on', 'repliedOn'] }],
  carries: {
    as: 'letter',
    title: '答复{kind}：{subject}',
    from: ['on'],
    due: 'replyDue',
    ifDue: true,
    doneOn: 'repliedOn',
    who: 'to',
    departments: 'departments',
  },
} as const satisfies KindDescriptor;
