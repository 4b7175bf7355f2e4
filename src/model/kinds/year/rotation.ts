import { z } from 'zod';
import {
  actor,
  attachments,
  common,
  day,
  discharged,
  marked,
  refTo,
  text,
  texts,
} from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';

/** rotations.yaml: 岗位轮换. */
const rotationSchema = z.strictObject({
  ...common,
  id: marked(common.id, { width: 10 }),
  duty: discharged,
  post: refTo('post', '轮换岗位', { needed: true, width: 14 }).optional(),
  outgoing: refTo('person', '轮出人员', { width: 10 }).optional(),
  incoming: refTo('person', '轮入人员', { width: 10 }).optional(),
  on: day('轮换日期', { width: 12 }).optional(),
  by: actor('决定机构', { aside: true, width: 14 }).optional(),
  basis: texts('依据'),
  reason: text('原因').optional(),
  handover: text('交接情况').optional(),
  handedOverOn: day('交接日期', { width: 12 }).optional(),
  supervisor: refTo('post', '监交人', { aside: true, width: 12 }).optional(),
  attachments,
});

export const rotation = {
  id: 'rotation',
  title: '岗位轮换',
  schema: rotationSchema,
  list: 'rotations',
  dated: ['on'],
  numbered: { prefix: 'rt', by: 'add', asks: ['post', 'outgoing', 'incoming', 'on', 'handover'] },
  sheet: { per: '轮换', each: '每次轮换一张' },
} as const satisfies KindDescriptor;
