import { z } from 'zod';
import type { NodeRef } from '../diagnostics/diagnostic.ts';

/** A record with the place it was read from. */
export type Entity<T> = Readonly<T> & { readonly ref: NodeRef };

/** A closed list of words that a scheme gives: its levels, its categories, … */
export type WordList =
  | 'level'
  | 'category'
  | 'rank'
  | 'tier'
  | 'method'
  | 'line'
  | 'aspect'
  | 'measureKind'
  | 'powerType'
  | 'powerNature'
  | 'handles'
  | 'departmentKind'
  | 'majorMatter'
  | 'domain'
  | 'stage'
  | 'warningGrade'
  | 'meetingForm'
  | 'warningSource'
  | 'handling'
  | 'inspectionMethod'
  | 'ratingStage'
  | 'rater';

/** Words of a scheme that are usual for a field, where any other will do. */
export type UsualWords = 'evaluationKind' | 'letterKind';

/** What a schema's `.meta()` may say of a field beside zod's own `title` and `description`. */
export type FieldMarks = {
  /** The value is the id of a record of this kind; `unit-id/id` names one of another unit. */
  readonly references?: string;
  /** The reference names who handled the record, not whom or what it is about. */
  readonly aside?: true;
  /** Must be given: absent is an error, blank is still to be filled in. */
  readonly needed?: boolean;
  /** Names a person or lets one be found: never leaves the unit. */
  readonly personal?: boolean;
  /**
   * Covered by sign-offs (审核) from this version of the digest on: a change makes them stale. A field
   * added to a later version gets that version's number, so that older digests stay verifiable.
   */
  readonly signed?: number;
  /** The widest audience that may see it unless the scheme says otherwise; absent: inside only. */
  readonly audience?: 'unit' | 'public';
  /** Holds records together: stays for every audience. Ids, numbers and marks of the form, never a text. */
  readonly tie?: true;
  /** Usual width on paper in half Han characters. */
  readonly width?: number;
  /** Its header on paper, in the scheme's own words: `{power}内容`. Absent: the title. */
  readonly header?: string;
  /** The value is one of these words of the scheme. */
  readonly words?: WordList;
  /** These words of the scheme are offered first. */
  readonly usual?: UsualWords;
  /** Words of a form, with all that it holds: not what anybody wrote in sentences. */
  readonly term?: true;
  /** A digest: no text at all. */
  readonly digest?: true;
};
export type FieldMeta = FieldMarks & { readonly title?: string };

/** The marks by name; none of them means anything to an editor. */
export const FIELD_MARKS: Readonly<Record<keyof FieldMarks, true>> = {
  references: true,
  aside: true,
  needed: true,
  personal: true,
  signed: true,
  audience: true,
  tie: true,
  width: true,
  header: true,
  words: true,
  usual: true,
  term: true,
  digest: true,
};

const NONE: never[] = [];
const NOTHING = {};
Object.freeze(NONE);
Object.freeze(NOTHING);

/** Defaults that every record shares: a county has a million fields that are not given. */
export const none = (): never[] => NONE;
export const nothing = (): Record<string, never> => NOTHING;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const REFERENCE = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Short, stable, lower-case ASCII: `cashier`, `fx-012`. Never reused. */
export const idSchema = z
  .string()
  .max(40)
  .regex(ID)
  .meta({ title: '编号', description: '小写字母、数字和连字符，一经使用不再更改', term: true });

/** A scheme by its id, or pinned to a frozen version of it: `own@1a2b3c4d`. */
export const schemeName = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:@[0-9a-f]{8})?$/)
  .meta({ title: '实施方案', description: '方案编号；加 @ 和八位摘要则固定用封存的那一版' });

// Made once and titled where they are used: every step of such a chain is a schema of its own.
const someText = z.string().trim().min(1);
const maybeText = z.string().trim().default('');
const oneOrMoreTexts = z
  .union([someText, z.array(someText)])
  .transform((value) => (typeof value === 'string' ? [value] : value));
const someTexts = oneOrMoreTexts.default(none);
const reference = z.string().max(81).regex(REFERENCE);
const realDay = z.string().refine(isRealDay, { params: { expected: 'day' } });

/** A text of at least one character that is not white space. */
export const text = (title: string, marks: FieldMarks = {}) => someText.meta({ title, ...marks });

/** A text that must be there; blank counts as still to be filled in and reads as ''. */
export const requiredText = (title: string, marks: FieldMarks = {}) =>
  maybeText.meta({ title, needed: true, ...marks });

/** One text or a list of texts; always a list once read. */
export const texts = (title: string, marks: FieldMarks = {}) => someTexts.meta({ title, ...marks });

/** A reference to a record of another kind. */
export const refTo = (references: string, title: string, marks: FieldMarks = {}) =>
  reference.meta({ title, references, ...marks });

/** One reference or a list; always a list once read. */
export const refsTo = (references: string, title: string, marks: FieldMarks = {}) => {
  const each = refTo(references, title, marks);
  return z
    .union([each, z.array(each)])
    .transform((value) => (typeof value === 'string' ? [value] : value))
    .default(none)
    .meta({ title, ...marks });
};

/** The same field with more marks. */
export const marked = <T extends z.ZodType>(schema: T, marks: FieldMarks): T =>
  schema.meta({ ...schema.meta(), ...marks });

/** Marks a field as covered by sign-offs since the first version of the digest. */
export const signed = <T extends z.ZodType>(schema: T): T => marked(schema, { signed: 1 });

/** A calendar day, `2026-03-31`. */
export const day = (title: string, marks: FieldMarks = {}) =>
  realDay.meta({ title, description: '写成 2026-03-31 的形式', ...marks });

/** Whether the text is a day that the calendar has. */
export function isRealDay(value: string): boolean {
  if (!ISO_DATE.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A file under `attachments/`, bound by its digest. */
const attachmentSchema = z.strictObject({
  file: text('文件名', { term: true }),
  title: text('题名').optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ title: 'SHA-256 摘要', digest: true }),
});
export const attachments = z.array(attachmentSchema).default(none).meta({ title: '附件' });

/** 经查无风险: somebody looked and found none. */
const noRiskSchema = z.strictObject({
  by: refTo('post', '认定人', { aside: true }),
  on: day('认定日期'),
  reason: text('理由'),
});
export const noRisk = noRiskSchema.optional().meta({ title: '经查无风险' });

const closedSchema = z.strictObject({
  on: day('日期'),
  reason: text('原因'),
  by: refTo('post', '决定人', { aside: true }).optional(),
});

const ignoreSchema = z.strictObject({
  code: z
    .string()
    .regex(/^LF\d{3}$/)
    .meta({ title: '规则编号' }),
  // Absent or blank is reported by a rule of its own, so that the ignored finding stays ignored.
  reason: z.string().trim().default('').meta({ title: '理由' }),
});

const actorShape = (marks: FieldMarks) => ({
  post: refTo('post', '岗位', asideOf(marks)).optional(),
  person: refTo('person', '人员', asideOf(marks)).optional(),
  body: text('机构').optional(),
});

/** Who acted: a post, or a body such as 党组会议, or both. */
export const actor = (title: string, marks: FieldMarks = {}) =>
  z.strictObject(actorShape(marks)).meta({ title, ...marks });

/** To whom something is sent: as an actor, or a department of the unit. */
export const addressee = (title: string, marks: FieldMarks = {}) =>
  z
    .strictObject({
      department: refTo('department', '机构', asideOf(marks)).optional(),
      ...actorShape(marks),
    })
    .meta({ title, ...marks });

const asideOf = ({ aside }: FieldMarks) => (aside === true ? { aside } : {});

/** Digests by the birth id of a risk point, or `kind/birth-id` of another record. */
export const digestsOf = (title: string) =>
  z.record(z.string(), text('摘要')).default(nothing).meta({ title, digest: true });

/** What every record may carry. */
export const common = {
  id: idSchema,
  order: z.number().optional().meta({ title: '排序' }),
  formerly: z.array(idSchema).default(none).meta({ title: '曾用编号' }),
  closed: closedSchema.optional().meta({ title: '终止' }),
  ignore: z.array(ignoreSchema).default(none).meta({ title: '忽略的规则', term: true }),
  extra: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .default(nothing)
    .meta({ title: '本单位增加的字段' }),
  remark: text('备注').optional(),
};

/** The level of a record over time, oldest first: nothing is ever overwritten. */
const ratingSchema = z.strictObject({
  stage: text('环节', { words: 'ratingStage' }),
  level: text('等级', { words: 'level' }),
  computed: text('计算等级', { words: 'level' }).optional(),
  body: text('评定主体').optional(),
  on: day('日期').optional(),
  reason: text('理由').optional(),
});
export const ratings = z.array(ratingSchema).default(none).meta({ title: '评定记录', term: true });

/**
 * Which duties of the scheme (`duties`) a record discharges, by id. Nothing where it names none: a list
 * by default would change the digest (数据摘要) of all that was written before there was such a key.
 */
export const discharged = oneOrMoreTexts.optional().meta({ title: '办理事项' });

/** Words of the scheme's factors as they apply to this record; a list where several apply. */
export const factors = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
  .default(nothing)
  .meta({ title: '定级因素', term: true });

/** What a rater gave: a score, or votes by word. */
export const scores = z
  .array(
    z.strictObject({
      rater: text('评定方', { words: 'rater' }),
      score: z.number().optional().meta({ title: '评分' }),
      votes: z.record(z.string(), z.number().int().min(0)).optional().meta({ title: '票数' }),
    }),
  )
  .default(none)
  .meta({ title: '各方评分', term: true });
export type RaterScores = z.infer<typeof scores>;

/** Who took part, in groups. */
export const participants = z
  .array(
    z.strictObject({
      who: text('参加人员'),
      count: z.number().int().min(0).meta({ title: '人数' }),
    }),
  )
  .default(none)
  .meta({ title: '参加人员' });

/** What a record of the year is about. */
export const about = {
  posts: refsTo('post', '涉及岗位'),
  departments: refsTo('department', '涉及机构'),
  powers: refsTo('power', '涉及职权'),
  risks: refsTo('risk', '涉及风险点'),
  measures: refsTo('measure', '涉及措施'),
};
