import { z } from 'zod';
import {
  common,
  day,
  marked,
  none,
  noRisk,
  nothing,
  refsTo,
  refTo,
  requiredText,
  schemeName,
  signed,
  text,
} from '../common.ts';
import type { KindDescriptor } from '../kind-descriptor.ts';
import { departmentSchema } from './department.ts';

/** Seen by the whole unit. */
const inside = { audience: 'unit' } as const;

/** 领导小组: posts, never names. */
const leadingGroupSchema = z.strictObject({
  head: refTo('post', '组长', inside).optional(),
  deputies: refsTo('post', '副组长', inside),
  members: refsTo('post', '成员', inside),
  office: refTo('department', '办公室设在', inside).optional(),
  officeHead: refTo('post', '办公室主任', inside).optional(),
});

const contactsSchema = z.strictObject({
  supervision: text('监督电话', { audience: 'public' }).optional(),
  email: text('监督邮箱', inside).optional(),
  address: text('地址', inside).optional(),
  board: text('公示栏', inside).optional(),
  website: text('网站', inside).optional(),
});

/** A declared absence: this kind of 三重一大 or subject does not occur here. */
const notApplicableSchema = z.strictObject({
  majorMatter: text('三重一大事项', { words: 'majorMatter' }).optional(),
  domain: text('重点领域', { words: 'domain' }).optional(),
  method: text('查找方式', { words: 'method' }).optional(),
  by: refTo('post', '认定人'),
  on: day('认定日期'),
  reason: text('理由'),
});

const stageDatesSchema = z.strictObject({
  id: text('工作阶段', { words: 'stage' }),
  start: day('开始').optional(),
  end: day('结束').optional(),
  doneOn: day('完成日期').optional(),
});

/** unit.yaml: 单位基本情况. */
export const unitInfoSchema = z.strictObject({
  name: signed(requiredText('单位名称', { audience: 'public', header: '{unit}名称' })),
  shortName: text('简称', { audience: 'public' }).optional(),
  kind: text('单位性质', { audience: 'public', term: true }).optional(),
  parent: refTo('unit', '上级单位', { tie: true }).optional(),
  scheme: marked(schemeName, { tie: true, term: true }).optional(),
  departments: z.array(departmentSchema).default(none).meta({ title: '内设机构' }),
  leadingGroup: leadingGroupSchema.optional().meta({ title: '领导小组' }),
  contacts: contactsSchema.optional().meta({ title: '联系方式' }),
  /** How long each paper is kept, by its title or id; the unit's own table of periods decides, no default. */
  retention: z
    .record(z.string().min(1), z.enum(['永久', '30年', '10年']))
    .default(nothing)
    .meta({ title: '保管期限', description: '材料名称 → 永久、30年或10年' }),
  stages: z.array(stageDatesSchema).default(none).meta({ title: '工作阶段' }),
  /** Days that the unit sets for duties of its scheme, where the notice leaves them to it. */
  deadlines: z
    .record(z.string().min(1), day('时限'))
    .optional()
    .meta({ title: '自定时限', description: '办理事项的编号 → 日期' }),
  notApplicable: signed(z.array(notApplicableSchema).default(none).meta({ title: '不涉及的事项' })),
  noRisk: signed(noRisk),
  formerly: common.formerly,
  closed: common.closed,
  ignore: common.ignore,
  extra: signed(common.extra),
  remark: common.remark,
});
export type UnitInfo = z.infer<typeof unitInfoSchema>;

export const unit = {
  id: 'unit',
  title: '单位',
  schema: unitInfoSchema,
  standing: true,
  sheet: { per: '单位', each: '每单位一张' },
  dates: [
    {
      under: 'stages',
      days: [
        ['start', '开始日期'],
        ['end', '结束日期'],
      ],
    },
  ],
} as const satisfies KindDescriptor;
