import { z } from 'zod';
import { common, signed, day, refTo, refsTo, requiredText, text, texts, none } from './common.ts';

/** 防控措施. Serves risk points, or a power, a post or a department as a whole. */
export const measureSchema = z.strictObject({
  ...common,
  extra: signed(common.extra),
  content: signed(requiredText('措施内容')),
  risks: refsTo('risk', '针对风险点'),
  powers: refsTo('power', '针对职权'),
  posts: refsTo('post', '针对岗位'),
  departments: refsTo('department', '针对机构'),
  /** Numbers of the manifestations that the measure answers, counted from 1. */
  answers: signed(z.array(z.number().int().min(1)).default(none).meta({ title: '针对第几项表现' })),
  line: signed(text('防线').optional()),
  aspect: signed(text('方面').optional()),
  kind: signed(text('类型').optional()),
  basis: signed(texts('制度依据')),
  executor: signed(refTo('post', '执行人').optional()),
  /** A day, or how often: 长期坚持, 每季度. */
  due: signed(text('完成时限').optional()),
  status: z.enum(['未启动', '推进中', '已完成', '长期坚持']).optional().meta({ title: '落实状态' }),
  doneOn: day('完成日期').optional(),
  evidence: texts('佐证材料'),
});
export type Measure = z.infer<typeof measureSchema>;

/** 制度, with the three states and three actions of a system. */
export const regulationSchema = z.strictObject({
  ...common,
  name: requiredText('制度名称'),
  number: text('文号').optional(),
  status: z.enum(['已有完善', '已有不完善', '没有']).optional().meta({ title: '制度状态' }),
  action: z.enum(['落实', '修订', '创新建立']).optional().meta({ title: '完善措施' }),
  part: text('汇编分类').optional(),
  department: refTo('department', '责任机构').optional(),
  issuedOn: day('印发日期').optional(),
  abolishedOn: day('废止日期').optional(),
  due: day('完成时限').optional(),
  risks: refsTo('risk', '涉及风险点'),
  powers: refsTo('power', '涉及职权'),
  summary: texts('主要内容'),
  /** Clause by clause, as the compilation prints it. */
  content: texts('制度正文'),
});
export type Regulation = z.infer<typeof regulationSchema>;
