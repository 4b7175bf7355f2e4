import { z } from 'zod';
import { idSchema, marked, refsTo, requiredText, text } from '../../common.ts';
import type { KindDescriptor } from '../../kind-descriptor.ts';
/** A problem that an inspection found. */
export const findingSchema = z.strictObject({
  id: marked(idSchema, { width: 10 }),
  problem: requiredText('问题'),
  risks: refsTo('risk', '涉及风险点'),
  departments: refsTo('department', '责任机构', { width: 12 }),
  posts: refsTo('post', '责任岗位', { width: 14 }),
  /** 个性问题 or 共性问题. */
  typical: z.enum(['个性', '共性']).optional().meta({ title: '性质', width: 8 }),
  advice: text('整改意见').optional(),
});

export const finding = {
  id: 'finding',
  title: '检查发现的问题',
  schema: findingSchema,
  list: 'findings',
  numbered: {
    prefix: 'fd',
    by: 'add',
    asks: ['problem', 'risks', 'departments', 'typical', 'advice'],
  },
  within: 'inspection',
  known: 'problem',
  sheet: { per: '问题', each: '每个问题一张' },
} as const satisfies KindDescriptor;
