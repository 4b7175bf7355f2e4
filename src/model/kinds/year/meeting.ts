import { z } from 'zod';
import {
  about,
  actor,
  attachments,
  common,
  day,
  discharged,
  marked,
  participants,
  refsTo,
  refTo,
  requiredText,
  text,
  texts,
} from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';

/** Forms of meetings and study that notices ask for; a scheme's duties may name further ones. */
export const MEETING_FORMS = ['动员会', '专题会议', '讨论会', '学习培训', '知识测试'] as const;

/** meetings.yaml: 会议和学习. */
const meetingSchema = z.strictObject({
  ...common,
  ...about,
  id: marked(common.id, { width: 10 }),
  duty: discharged,
  kind: requiredText('会议种类', { width: 12, term: true, words: 'meetingForm' }),
  title: text('会议名称').optional(),
  period: text('所属时段', { width: 12 }).optional(),
  on: day('日期', { width: 12 }).optional(),
  place: text('地点', { width: 14 }).optional(),
  /** Who calls it: the leading group, a department. */
  by: actor('召开机构').optional(),
  chair: refTo('post', '主持人', { aside: true, width: 12 }).optional(),
  recorder: refTo('post', '记录人', { aside: true, width: 12 }).optional(),
  participants,
  present: refsTo('post', '到会岗位', { aside: true }),
  expected: z.number().int().min(1).optional().meta({ title: '应到人数', width: 8 }),
  topics: texts('议题'),
  /** Of a test: how many passed. */
  passed: z.number().int().min(0).optional().meta({ title: '合格人数', width: 8 }),
  minutes: text('会议纪要编号', { width: 14 }).optional(),
  conclusion: text('结果').optional(),
  attachments,
});

export const meeting = {
  id: 'meeting',
  title: '会议和学习',
  schema: meetingSchema,
  list: 'meetings',
  dated: ['on'],
  numbered: {
    prefix: 'mt',
    by: 'add',
    asks: ['kind', 'on', 'by', 'chair', 'participants', 'topics', 'conclusion'],
  },
  sheet: { per: '会议', each: '每次会议一张' },
} as const satisfies KindDescriptor;
