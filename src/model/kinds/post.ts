import { z } from 'zod';
import {
  common,
  day,
  factors,
  marked,
  none,
  noRisk,
  ratings,
  refsTo,
  refTo,
  requiredText,
  scores,
  signed,
  text,
  texts,
} from '../common.ts';
import type { KindDescriptor } from '../kind-descriptor.ts';
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
  .meta({ title: '在岗人员', audience: 'public', width: 12, term: true });

/** Published, and covered by sign-offs. */
const open = { audience: 'public', signed: 1 } as const;

/** 岗位. */
export const postSchema = z.strictObject({
  ...common,
  id: marked(common.id, { audience: 'unit' }),
  extra: signed(common.extra),
  name: requiredText('岗位名称', { ...open, width: 14 }),
  /** Absent: a post of the 领导班子. */
  department: refTo('department', '所在机构', { signed: 1, tie: true }).optional(),
  /** A rank of the scheme, e.g. 科室负责人; it says the tier. */
  rank: text('职级层次', { ...open, tie: true, width: 12, words: 'rank' }).optional(),
  /** 领导岗位、中层岗位…; only where the rank does not say it. */
  tier: text('岗位层级', { ...open, tie: true, width: 10, words: 'tier' }).optional(),
  keyPost: z
    .boolean()
    .default(false)
    .meta({ title: '重点岗位', ...open, tie: true, width: 8, header: '重点{post}' }),
  reportsTo: refTo('post', '上级岗位', { audience: 'unit', tie: true }).optional(),
  /** Departments whose work this leader is in charge of. */
  inChargeOf: refsTo('department', '分管机构', { ...open, tie: true, aside: true }),
  duties: texts('岗位职责', { ...open, header: '{post}职责' }),
  /** 人、财、物、事…: what the post handles, in the scheme's words. */
  handles: texts('经手事项', { ...open, words: 'handles' }),
  headcount: z
    .number()
    .int()
    .min(0)
    .default(1)
    .meta({ title: '编制人数', audience: 'unit', tie: true, width: 8 }),
  holders,
  noRisk: signed(noRisk),
  factors: signed(factors),
  scores,
  ratings,
});
export type Post = z.infer<typeof postSchema>;

export const post = {
  id: 'post',
  title: '岗位',
  schema: postSchema,
  list: 'posts',
  standing: true,
  known: 'name',
  sheet: { per: '岗位', each: '每岗位一张', name: 'name' },
  dates: [{ under: 'holders', days: ['since', 'until'] }],
} as const satisfies KindDescriptor;
