import { z } from 'zod';
import {
  common,
  signed,
  day,
  noRisk,
  refTo,
  refsTo,
  requiredText,
  schemeName,
  text,
  texts,
  none,
  nothing,
} from './common.ts';

/** 内设机构: an office of the unit. */
export const departmentSchema = z.strictObject({
  ...common,
  extra: signed(common.extra),
  name: signed(requiredText('名称')),
  kind: signed(text('类型').optional()),
  parent: refTo('department', '上级机构').optional(),
  head: refTo('post', '负责人岗位').optional(),
  duties: signed(texts('职责')),
  noRisk: signed(noRisk),
});
export type Department = z.infer<typeof departmentSchema>;

/** 领导小组: posts, never names. */
const leadingGroupSchema = z.strictObject({
  head: refTo('post', '组长').optional(),
  deputies: refsTo('post', '副组长'),
  members: refsTo('post', '成员'),
  office: refTo('department', '办公室设在').optional(),
  officeHead: refTo('post', '办公室主任').optional(),
});

const contactsSchema = z.strictObject({
  supervision: text('监督电话').optional(),
  email: text('监督邮箱').optional(),
  address: text('地址').optional(),
  board: text('公示栏').optional(),
  website: text('网站').optional(),
});

/** A declared absence: this kind of 三重一大 or subject does not occur here. */
const notApplicableSchema = z.strictObject({
  majorMatter: text('三重一大事项').optional(),
  domain: text('重点领域').optional(),
  method: text('查找方式').optional(),
  by: refTo('post', '认定人'),
  on: day('认定日期'),
  reason: text('理由'),
});

const stageDatesSchema = z.strictObject({
  id: text('阶段'),
  start: day('开始').optional(),
  end: day('结束').optional(),
  doneOn: day('完成日期').optional(),
});

/** unit.yaml: 单位基本情况. */
export const unitInfoSchema = z.strictObject({
  name: signed(requiredText('单位名称')),
  shortName: text('简称').optional(),
  kind: text('单位性质').optional(),
  parent: refTo('unit', '上级单位').optional(),
  scheme: schemeName.optional(),
  departments: z.array(departmentSchema).default(none).meta({ title: '内设机构' }),
  leadingGroup: leadingGroupSchema.optional().meta({ title: '领导小组' }),
  contacts: contactsSchema.optional().meta({ title: '联系方式' }),
  /** How long each paper is kept, by its title or id; the unit's own table of periods decides, no default. */
  retention: z
    .record(z.string().min(1), z.enum(['永久', '30年', '10年']))
    .default(nothing)
    .meta({ title: '保管期限', description: '材料名称 → 永久、30年或10年' }),
  stages: z.array(stageDatesSchema).default(none).meta({ title: '工作阶段' }),
  notApplicable: signed(z.array(notApplicableSchema).default(none).meta({ title: '不涉及的事项' })),
  noRisk: signed(noRisk),
  formerly: common.formerly,
  closed: common.closed,
  ignore: common.ignore,
  extra: signed(common.extra),
  remark: common.remark,
});
export type UnitInfo = z.infer<typeof unitInfoSchema>;

/** people.yaml: the only place of personal names. */
export const personSchema = z.strictObject({
  ...common,
  name: requiredText('姓名').meta({ title: '姓名', needed: true, personal: true }),
});
export type Person = z.infer<typeof personSchema>;
