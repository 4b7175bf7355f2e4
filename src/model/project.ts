import { z } from 'zod';
import type { NodeRef } from '../diagnostics/diagnostic.ts';
import { SEVERITIES } from '../diagnostics/diagnostic.ts';
import type { Entity } from './common.ts';
import { requiredText, schemeName, text } from './common.ts';
import type { Holidays } from './holidays.ts';
import type { UnitInfo } from './kinds/unit.ts';
import type { RecordFile, UnitLists } from './kinds.ts';
import { wordChangesSchema } from './word-lists.ts';

const severitySchema = z.enum([...SEVERITIES, 'off']);

/** lianfang.yaml: the root of a data repository. */
export const projectConfigSchema = z.strictObject({
  title: text('名称').optional(),
  scheme: schemeName.optional(),
  edition: z.number().int().min(1990).max(2999).optional().meta({ title: '工作年度' }),
  editions: z
    .record(z.string().regex(/^\d{4}$/), z.string())
    .default({})
    .meta({ title: '往年版本', description: '年度 → 标签或文件夹' }),
  units: z.string().default('units/*').meta({ title: '单位文件夹' }),
  rules: z
    .record(z.string(), severitySchema)
    .default({})
    .meta({ title: '规则级别', description: '规则编号或名称 → error、warning、info、off' }),
  wordLists: wordChangesSchema,
  fonts: z
    .strictObject({
      title: text('标题字体').optional(),
      head: text('表头字体').optional(),
      body: text('正文字体').optional(),
      letter: text('公文正文字体').optional(),
      kai: text('公文楷体').optional(),
      latin: text('公文西文和数字字体').optional(),
    })
    .default({})
    .meta({
      title: '字体',
      description:
        '字体名称，用于 Excel 和 Word；title、head、body 也可以是 .ttf、.otf 字体文件，嵌入 PDF，路径从本文件所在文件夹算起；letter、kai、latin 只用于 Word，默认仿宋_GB2312、楷体_GB2312、Times New Roman',
    }),
  classification: requiredText('密级').meta({
    title: '密级',
    description: '公开、内部或工作秘密；涉密数据不得录入',
  }),
});
export type ProjectConfig = z.infer<typeof projectConfigSchema>;

/** Everything that one unit wrote down. Lists are in the order in which the office wrote them, see `loadUnit`. */
export type Unit = UnitLists & {
  /** Name of the unit's folder. */
  readonly id: string;
  readonly ref: NodeRef;
  readonly info: Entity<UnitInfo>;
  /** Digest of the last sign-off, kept apart in `reviews.head`, so that none can be taken off the end unseen. */
  readonly reviewsHead?: string;
  /** `kind:id` of records that could not be read: references to them are not reported again. */
  readonly unreadable: ReadonlySet<string>;
  /** Lists of which a file could not be read: nothing can be said of what they lack. */
  readonly incomplete: ReadonlySet<RecordFile | 'unit'>;
  /** Addresses of fields that are blank or hold a placeholder (待填). */
  readonly todos: readonly NodeRef[];
  /**
   * Addresses of values that were left out for a fault reported already, and of files whose text is
   * broken: rules say nothing of what is missing there.
   */
  readonly faulty?: readonly NodeRef[];
};

/** The whole data repository, as far as it could be read. */
export type Project = {
  readonly config: ProjectConfig;
  readonly configRef: NodeRef;
  /** 放假与调休 of the years that the repository has them for. */
  readonly holidays: Holidays;
  readonly units: readonly Unit[];
};
