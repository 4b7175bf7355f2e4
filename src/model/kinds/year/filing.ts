import { z } from 'zod';
import {
  about,
  actor,
  attachments,
  common,
  day,
  digestsOf,
  marked,
  requiredText,
  text,
  texts,
  discharged,
} from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';
/** filings.yaml: 备案. */
export const filingSchema = z.strictObject({
  ...common,
  ...about,
  id: marked(common.id, { width: 10 }),
  duty: discharged,
  number: text('文号', { width: 14 }).optional(),
  papers: texts('备案材料'),
  /** What was handed in, point by point, so that a later change shows. */
  items: digestsOf('报送内容摘要'),
  to: requiredText('备案机关', { width: 16 }),
  summary: texts('有关情况'),
  on: day('报送日期', { width: 12 }).optional(),
  by: actor('报送人', { width: 14 }).optional(),
  receipt: text('回执编号', { width: 14 }).optional(),
  receivedOn: day('回执日期', { width: 12 }).optional(),
  attachments,
});

export type Filing = z.infer<typeof filingSchema>;

export const filing = {
  id: 'filing',
  title: '备案',
  schema: filingSchema,
  list: 'filings',
  dated: ['on'],
  numbered: { prefix: 'fl', by: 'review', asks: [] },
  sheet: { per: '备案', each: '每次备案一张', covers: true },
  dates: [{ days: ['on', 'receivedOn'] }],
} as const satisfies KindDescriptor;
