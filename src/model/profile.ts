import { z } from 'zod';
import { text, texts } from './common.ts';
import type { KindRows, SheetKind } from './kinds.ts';
import { KIND_OF_ROWS, SHEET_KINDS } from './kinds.ts';
import { conditionSchema } from './rating.ts';

/** What one sheet of a paper is for: a record of a kind that has sheets, a person in post, or nothing. */
export type SheetSubject = SheetKind | 'holder' | 'none';
export const SHEET_SUBJECTS: readonly SheetSubject[] = [...SHEET_KINDS, 'holder', 'none'];

/** Rows that are no records of the unit, and the subject of each. */
export const VIEW_ROWS = {
  holders: 'holder',
  levels: 'level',
  leaders: 'leader',
  papers: 'paper',
  stages: 'stage',
  categories: 'category',
  methods: 'method',
  standards: 'standard',
  cadences: 'cadence',
  channels: 'channel',
  grades: 'grade',
  responsibilities: 'responsibility',
  reviewSteps: 'reviewStep',
  questions: 'question',
  changes: 'change',
} as const;

/** The kinds of rows a table may have. */
export type RowKind = KindRows | keyof typeof VIEW_ROWS;
export const ROW_KINDS = Object.keys({ ...KIND_OF_ROWS, ...VIEW_ROWS }) as readonly RowKind[];

const fieldKey = z
  .string()
  .regex(/^[a-zA-Z][A-Za-z0-9]*(?:\.[a-zA-Z][A-Za-z0-9]*)*$/)
  .meta({ title: '字段' });

/** Chooses records: attribute → word or words, as in a scheme's conditions. */
const where = conditionSchema.optional().meta({ title: '筛选' });

/** How several values in one cell are numbered. */
const numbering = z.enum(['auto', 'always', 'none']).default('auto').meta({ title: '编号方式' });

const columnBase = {
  header: z.string().min(1).optional().meta({ title: '表头' }),
  width: z.number().min(2).optional().meta({ title: '宽度', description: '以半个汉字为单位' }),
};
const columnSchema = z.strictObject({
  ...columnBase,
  field: fieldKey,
  /** For fields that gather records (measures, risks): which of them. */
  where,
  numbering,
  align: z.enum(['left', 'center', 'right']).optional(),
  /** Equal neighbours become one cell. */
  merge: z.boolean().default(false),
  /** Printed where the data has nothing. */
  empty: z.string().default(''),
});
export type ProfileColumn = z.infer<typeof columnSchema>;
const blankColumnSchema = z.strictObject({
  ...columnBase,
  header: text('表头'),
  blank: z.literal(true).meta({ title: '留空手填' }),
});
const columnGroupSchema = z.strictObject({
  header: text('表头'),
  get columns(): z.ZodArray<typeof columnNodeSchema> {
    return z.array(columnNodeSchema).min(1);
  },
});
const columnNodeSchema = z.union([columnSchema, blankColumnSchema, columnGroupSchema]);
export type ProfileColumnNode = z.infer<typeof columnNodeSchema>;

const rowsSchema = z.strictObject({
  from: z.enum(ROW_KINDS).meta({ title: '行的来源' }),
  where,
  /** Fields to sort by before the natural order. */
  order: z.array(fieldKey).default([]),
  /**
   * Which risks of the sheet's subject: its own, common ones that apply to it, derived ones of the
   * departments a leader is in charge of, those of the posts and departments below. Without it: on a
   * sheet of the whole unit every point, on any other its own. `[own]` on a unit's sheet: the points of
   * the unit itself.
   */
  include: z
    .array(z.enum(['own', 'common', 'derived', 'below']))
    .min(1)
    .optional(),
  /** A line over the whole width whenever this field changes. */
  groupBy: fieldKey.optional(),
  /** Items of these list fields face each other, one line an item; the other cells span them. */
  facing: z.array(fieldKey).min(2).optional(),
  /** One row per related record instead of one with all: a risk with three measures becomes three rows. */
  per: z.enum(['measure', 'step', 'risk', 'item']).optional(),
});

/** A list that texts go through; its title names what is missing where it is empty. */
const listSchema = rowsSchema.extend({
  title: z.string().min(1).optional().meta({ title: '名称' }),
});

const tableSchema = z.strictObject({
  rows: rowsSchema,
  columns: z.array(columnNodeSchema).min(1),
  /** Empty rows at the end, at least so many rows in all. */
  spareRows: z.number().int().min(0).max(200).default(0),
  minRows: z.number().int().min(0).max(200).default(0),
});

/** Room for so many lines, for what is written by hand. */
const lines = z.number().int().min(1).max(40).default(1).meta({ title: '行数' });

const fieldItemSchema = z.union([
  fieldKey,
  z.strictObject({
    field: fieldKey,
    label: z.string().min(1).optional(),
    where,
    numbering,
    /** Takes the whole row. */
    wide: z.boolean().default(false),
    lines,
    empty: z.string().default(''),
  }),
  z.strictObject({
    label: text('标签'),
    /** Fixed text, or nothing to be filled in by hand. */
    text: z.string().default(''),
    wide: z.boolean().default(false),
    lines,
  }),
]);
export type FieldItem = z.infer<typeof fieldItemSchema>;

const fieldsSchema = z.strictObject({
  /** Pairs of label and value in a row. */
  columns: z.number().int().min(1).max(6).default(2),
  /** Without borders: the line above a table. */
  plain: z.boolean().default(false),
  of: z.array(fieldItemSchema).min(1),
});

/**
 * A box in which somebody writes an opinion and signs. `stage` names the steps of the review chain, or
 * the words for who acts there (departmentHead), whose recorded sign-off fills it.
 */
const opinionSchema = z.strictObject({
  title: text('栏目'),
  stage: texts('审核环节'),
  text: z.string().default(''),
  signs: z.array(z.string().min(1)).default([]),
  seal: z.boolean().default(false),
  dated: z.boolean().default(true),
});

/** 署名 and date below a letter; without `on` the date is left blank. */
const closingSchema = z.strictObject({
  by: z.array(z.string().min(1)).min(1).meta({ title: '署名' }),
  on: z.string().default('').meta({ title: '成文日期' }),
  seal: z.boolean().default(true).meta({ title: '盖章' }),
});

/** What a chart shows: the flow of the sheet's power, or how the points of the sheet are spread. */
const chartSchema = z.strictObject({
  kind: z.enum(['flow', 'levels', 'departmentLevels', 'tierCategories']),
  title: z.string().min(1).optional(),
  /** A flow without the boxes of risks and measures. */
  bare: z.boolean().default(false),
});
export type ChartSection = z.infer<typeof chartSchema>;

const coverSchema = z.strictObject({
  title: text('标题'),
  lines: z.array(z.string().min(1)).default([]),
});

/** A paper bound into this one: its sheets that belong to the sheet's subject. */
const partSchema = z.union([
  z.strictObject({ table: text('版式'), title: z.string().min(1).optional() }),
  z.strictObject({ document: text('文稿'), title: z.string().min(1).optional() }),
]);
export type PartSection = z.infer<typeof partSchema>;

const sectionSchema = z
  .strictObject({
    /** Markdown with `{{…}}`, `{{#if …}}` and `{{#each …}}`: headings, paragraphs, lists. */
    markdown: z.string().min(1).optional(),
    addressee: z.string().min(1).optional().meta({ title: '主送' }),
    number: z.string().min(1).optional().meta({ title: '文号' }),
    attachments: z.array(z.string().min(1)).min(1).optional().meta({ title: '附件' }),
    /** 附件 or 附件1 at the top of a new page; `center` after it is the attachment's title. */
    attachmentMark: z.string().min(1).optional().meta({ title: '附件页左上角的文字' }),
    center: z.string().min(1).optional().meta({ title: '居中的文字' }),
    closing: closingSchema.optional(),
    chart: chartSchema.optional(),
    cover: coverSchema.optional(),
    contents: z.literal(true).optional().meta({ title: '目录' }),
    parts: z.array(partSchema).min(1).optional().meta({ title: '汇订的材料' }),
    heading: z.string().min(1).optional(),
    text: z.string().min(1).optional(),
    list: z.array(z.string().min(1)).min(1).optional(),
    fields: fieldsSchema.optional(),
    table: tableSchema.optional(),
    opinions: z.array(opinionSchema).min(1).optional(),
    signatures: z.array(z.string().min(1)).min(1).optional(),
    notes: z.array(z.string().min(1)).min(1).optional(),
    pageBreak: z.literal(true).optional(),
  })
  .refine((section) => Object.values(section).filter((value) => value !== undefined).length === 1, {
    params: { expected: 'oneSection' },
  });
export type Section = z.infer<typeof sectionSchema>;

/**
 * The layout of one paper: of a table or record a YAML file under `tables/`, of a letter or text a
 * Markdown file under `documents/`, whose head is this and whose body becomes sections. Texts may hold `{{words.level}}`,
 * `{{unit.name}}`, `{{edition}}` and any field of the sheet's subject.
 */
export const profileSchema = z.strictObject({
  title: text('标题'),
  /** Printed instead of the paper's name, e.g. with the unit's name before it. */
  heading: z.string().min(1).optional().meta({ title: '印在表上的标题' }),
  note: z.string().optional().meta({ title: '说明' }),
  /** `letter`: in the form of GB/T 9704-2012, whatever `paper` and `size` say. */
  style: z.enum(['form', 'letter']).default('form').meta({ title: '格式' }),
  sheetPer: z.enum(SHEET_SUBJECTS).default('unit').meta({ title: '每张表对应' }),
  /** Lists that the texts go through with `{{#each}}`, by name; the kinds of rows need none. */
  lists: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), listSchema).default({}),
  /** Which subjects get a sheet. */
  where,
  paper: z
    .enum(['A4 portrait', 'A4 landscape', 'A3 portrait', 'A3 landscape'])
    .default('A4 landscape'),
  size: z
    .enum(['小五', '五号', '小四', '四号', '三号', '二号'])
    .default('五号')
    .meta({ title: '表内字号' }),
  sections: z.array(sectionSchema).min(1),
});
export type Profile = z.infer<typeof profileSchema>;
