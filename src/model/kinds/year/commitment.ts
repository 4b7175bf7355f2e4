import { z } from 'zod';
import {
  actor,
  attachments,
  common,
  day,
  marked,
  refTo,
  text,
  texts,
  discharged,
} from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';
/** Seen by the whole unit, and covered by sign-offs. */
const inside = { audience: 'unit', signed: 1 } as const;
const day12 = { audience: 'unit', width: 12 } as const;

/** commitments.yaml: 承诺. */
export const commitmentSchema = z.strictObject({
  ...common,
  id: marked(common.id, { width: 10 }),
  duty: discharged,
  unit: z
    .literal(true)
    .optional()
    .meta({ title: '单位承诺', ...inside, width: 8 }),
  post: refTo('post', '承诺岗位', { ...inside, width: 14 }).optional(),
  person: refTo('person', '承诺人', { signed: 1, width: 10 }).optional(),
  to: actor('受承诺人', { ...inside, width: 14 }).optional(),
  on: day('签订日期', day12).optional(),
  content: texts('承诺内容', inside),
  published: z
    .strictObject({
      place: text('公示地点', { audience: 'unit' }),
      from: day('开始', day12),
      to: day('结束', day12).optional(),
    })
    .optional()
    .meta({ title: '公示' }),
  attachments,
});

export const commitment = {
  id: 'commitment',
  title: '承诺',
  schema: commitmentSchema,
  list: 'commitments',
  dated: ['on'],
  numbered: { prefix: 'cm', by: 'add', asks: ['post', 'person', 'unit', 'on', 'content'] },
  sheet: { per: '承诺', each: '每份承诺一张' },
  dates: [
    {
      under: 'published',
      days: [
        ['from', '公示开始'],
        ['to', '公示结束'],
      ],
    },
  ],
} as const satisfies KindDescriptor;
