import { z } from 'zod';
import { common, marked, noRisk, refTo, requiredText, signed, text, texts } from '../common.ts';
import type { KindDescriptor } from '../kind-descriptor.ts';
/** 内设机构: an office of the unit. */
export const departmentSchema = z.strictObject({
  ...common,
  id: marked(common.id, { audience: 'unit' }),
  extra: signed(common.extra),
  name: signed(requiredText('名称', { audience: 'public', width: 14 })),
  kind: signed(text('类型', { audience: 'public', words: 'departmentKind' }).optional()),
  parent: refTo('department', '上级机构', { audience: 'public', tie: true }).optional(),
  head: refTo('post', '负责人岗位', { audience: 'public', tie: true, width: 12 }).optional(),
  duties: signed(texts('职责', { audience: 'public' })),
  noRisk: signed(noRisk),
});
export type Department = z.infer<typeof departmentSchema>;

export const department = {
  id: 'department',
  title: '内设机构',
  schema: departmentSchema,
  list: 'departments',
  within: 'unit',
  standing: true,
  known: 'name',
  sheet: { per: '内设机构', each: '每机构一张', name: 'name' },
} as const satisfies KindDescriptor;
