import { z } from 'zod';
import {
  common,
  signed,
  day,
  factors,
  noRisk,
  ratings,
  refTo,
  refsTo,
  requiredText,
  scores,
  text,
  texts,
  none,
} from './common.ts';

const holderSchema = z.strictObject({
  person: refTo('person', '人员'),
  seat: z.number().int().min(1).optional().meta({ title: '席位' }),
  since: day('任职日期').optional(),
  until: day('离任日期').optional(),
});

/** One person id, or the person with a seat and dates. */
const holders = z
  .array(
    z
      .union([refTo('person', '人员'), holderSchema])
      .transform((value) => (typeof value === 'string' ? { person: value } : value)),
  )
  .default(none)
  .meta({ title: '在岗人员' });

/** 岗位. */
export const postSchema = z.strictObject({
  ...common,
  extra: signed(common.extra),
  name: signed(requiredText('岗位名称')),
  /** Absent: a post of the 领导班子. */
  department: signed(refTo('department', '所在机构').optional()),
  /** A rank of the scheme, e.g. 科室负责人; it says the tier. */
  rank: signed(text('职级层次').optional()),
  /** 领导岗位、中层岗位…; only where the rank does not say it. */
  tier: signed(text('岗位层级').optional()),
  keyPost: signed(z.boolean().default(false).meta({ title: '重点岗位' })),
  reportsTo: refTo('post', '上级岗位').optional(),
  /** Departments whose work this leader is in charge of. */
  inChargeOf: signed(refsTo('department', '分管机构')),
  duties: signed(texts('岗位职责')),
  /** 人、财、物、事…: what the post handles, in the scheme's words. */
  handles: signed(texts('经手事项')),
  headcount: z.number().int().min(0).default(1).meta({ title: '编制人数' }),
  holders,
  noRisk: signed(noRisk),
  factors: signed(factors),
  scores,
  ratings,
});
export type Post = z.infer<typeof postSchema>;
