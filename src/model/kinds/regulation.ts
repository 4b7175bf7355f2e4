import { z } from 'zod';
import { common, day, marked, refsTo, refTo, requiredText, text, texts } from '../common.ts';
import type { KindDescriptor } from '../kind-descriptor.ts';
const open = { audience: 'public' } as const;
const inside = { audience: 'unit' } as const;

/** 制度, with the three states and three actions of a system. */
const regulationSchema = z.strictObject({
  ...common,
  id: marked(common.id, { ...inside, width: 10 }),
  name: requiredText('制度名称', open),
  number: text('文号', { ...open, width: 14 }).optional(),
  status: z
    .enum(['已有完善', '已有不完善', '没有'])
    .optional()
    .meta({ title: '制度状态', ...inside, width: 10 }),
  action: z
    .enum(['落实', '修订', '创新建立'])
    .optional()
    .meta({ title: '完善措施', ...inside, width: 10 }),
  part: text('汇编分类', { ...open, width: 12 }).optional(),
  department: refTo('department', '责任机构', { ...open, tie: true, width: 12 }).optional(),
  issuedOn: day('印发日期', { ...open, width: 12 }).optional(),
  abolishedOn: day('废止日期', { ...inside, width: 12 }).optional(),
  due: day('完成时限', { ...inside, width: 12 }).optional(),
  risks: refsTo('risk', '涉及风险点', { ...inside, tie: true, header: '涉及{riskPoint}' }),
  powers: refsTo('power', '涉及职权', { ...open, tie: true, header: '涉及{power}' }),
  summary: texts('主要内容', open),
  /** Clause by clause, as the compilation prints it. */
  content: texts('制度正文'),
});

export const regulation = {
  id: 'regulation',
  title: '制度',
  schema: regulationSchema,
  list: 'regulations',
  standing: true,
  sheet: { per: '制度', each: '每项制度一张', name: 'name' },
  dates: [{ days: ['issuedOn', 'abolishedOn'] }],
} as const satisfies KindDescriptor;
