import { z } from 'zod';
import {
  about,
  attachments,
  common,
  day,
  digestsOf,
  marked,
  none,
  refTo,
  requiredText,
  text,
  texts,
  discharged,
} from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';
/** Published, and covered by sign-offs. */
const open = { audience: 'public', signed: 1 } as const;
const inside = { audience: 'unit' } as const;
/** What a notice is about; without it one department's notice would show the whole unit. */
const tied = { signed: 1, tie: true } as const;

/** notices.yaml: 公示. */
export const noticeSchema = z.strictObject({
  ...common,
  id: marked(common.id, { ...inside, width: 10 }),
  posts: marked(about.posts, tied),
  departments: marked(about.departments, tied),
  powers: marked(about.powers, tied),
  risks: marked(about.risks, tied),
  measures: marked(about.measures, tied),
  duty: discharged,
  title: requiredText('公示名称', open),
  papers: texts('公示材料', open),
  audience: z
    .enum(['unit', 'public'])
    .optional()
    .meta({ title: '公示范围', ...inside, signed: 1, width: 10 }),
  place: text('公示地点', { ...open, width: 14 }).optional(),
  from: day('开始', { ...open, width: 12 }).optional(),
  to: day('结束', { ...open, width: 12 }).optional(),
  telephone: text('监督电话', { ...open, width: 14 }).optional(),
  /** What was posted, point by point: it must be what was signed. */
  items: digestsOf('公示内容摘要'),
  /** Who takes objections in. */
  receiver: text('受理机构', { audience: 'public' }).optional(),
  signedBy: refTo('post', '签发人', { audience: 'public', aside: true, width: 12 }).optional(),
  objections: z
    .array(
      z.strictObject({
        on: day('日期').optional(),
        content: text('意见'),
        handling: text('处理情况').optional(),
        handledOn: day('处理日期').optional(),
      }),
    )
    .default(none)
    .meta({ title: '收到的意见' }),
  attachments,
});
export type Notice = z.infer<typeof noticeSchema>;

export const notice = {
  id: 'notice',
  title: '公示',
  schema: noticeSchema,
  list: 'notices',
  dated: ['from'],
  numbered: { prefix: 'nt', by: 'review', asks: [] },
  sheet: { per: '公示', each: '每次公示一张', name: 'title', covers: true },
  dates: [
    {
      days: [
        ['from', '公示开始'],
        ['to', '公示结束'],
      ],
    },
    { under: 'objections', days: [['on', '收到日期'], 'handledOn'] },
  ],
} as const satisfies KindDescriptor;
