import { z } from 'zod';
import { idSchema, text } from './common.ts';
import { STANDING_KINDS } from './kinds.ts';
import { dutySchema } from './scheme-duty.ts';
import { formerSchemeKeys } from './former-scheme-keys.ts';
import { ratingSchemeSchema, sourced } from './rating.ts';
import { wordChangesSchema } from './word-lists.ts';
import { AUDIENCES, optionalText, SUBJECTS, whoSchema, words as list } from './scheme-values.ts';

export type { Audience, SchemeSubject, Who } from './scheme-values.ts';

/** What a level means to the eye: renderers own the looks. */
const TONES = ['grave', 'middle', 'light', 'plain'] as const;
export type Tone = (typeof TONES)[number];

/** The scheme's own words; each has a default that most notices use. */
const wordsSchema = z
  .strictObject({
    integrity: z.string().default('廉政').meta({ title: '廉政/廉洁' }),
    control: z.string().default('防控').meta({ title: '防控/防范/管控' }),
    level: z.string().default('风险等级').meta({ title: '等级的叫法' }),
    category: z.string().default('风险类别').meta({ title: '类别的叫法' }),
    riskPoint: z.string().default('风险点'),
    manifestation: z.string().default('表现形式'),
    measure: z.string().default('防控措施'),
    unit: z.string().default('单位'),
    department: z.string().default('科室'),
    departmentHead: z.string().default('科室负责人'),
    post: z.string().default('岗位'),
    holder: z.string().default('姓名'),
    power: z.string().default('职权'),
    leadership: z.string().default('领导班子'),
    leadingGroup: z.string().default('领导小组'),
    office: z.string().default('领导小组办公室'),
    disciplineBody: z.string().default('纪检监察机构'),
    leaderInCharge: z.string().default('分管领导'),
    clause: sourced.clause,
    note: sourced.note,
  })
  .prefault({});

/** The words of a scheme that says none of its own. */
export const DEFAULT_WORDS = wordsSchema.parse(undefined);

const levelSchema = z.strictObject({
  id: text('等级'),
  tone: z.enum(TONES),
  color: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/)
    .optional()
    .meta({ title: '颜色' }),
  definition: optionalText,
  ...sourced,
});

const categorySchema = z.strictObject({
  id: text('类别'),
  definition: optionalText,
  /** Questions that help to find points of this kind. */
  prompts: list,
  /** Whose points may be of this kind; empty: everybody's. */
  subjects: z.array(z.enum(SUBJECTS)).default([]),
  /** Speaks of what a person is like (思想道德): of a post that one person holds it never goes to society. */
  personal: z.boolean().optional(),
  ...sourced,
});

const factorSchema = z.strictObject({
  label: text('名称'),
  /** The record that holds the word. */
  of: z.enum(['riskPoint', 'post', 'power', 'step']).default('riskPoint'),
  /** Words from the mildest to the gravest. */
  scale: z.array(z.string().min(1)).min(2),
  /** Numbers of the words, in the same order, for scores. */
  numbers: z.array(z.number()).optional(),
  /** Several words may apply at once. */
  multiple: z.boolean().default(false),
  /** What each word means. */
  meaning: z.record(z.string(), z.string()).default({}),
  ...sourced,
});

const tierSchema = z.strictObject({
  id: text('层级'),
  leader: z.boolean().default(false),
  /** What the search looks at first in posts of this tier. */
  prompts: list,
  ...sourced,
});

const rankSchema = z.strictObject({
  id: text('职级层次'),
  tier: text('层级'),
  /** 主要负责人 of the unit. */
  head: z.boolean().default(false),
  /** Heads a department. */
  departmentHead: z.boolean().default(false),
  ...sourced,
});

const scopeSchema = z
  .strictObject({
    posts: z.enum(['all', 'key', 'none']).default('all').meta({ title: '须排查的岗位' }),
    /** Ranks that must be examined whatever `posts` says. */
    ranks: list,
    departments: z.boolean().default(true).meta({ title: '每个内设机构须有风险点' }),
    unit: z.boolean().default(true).meta({ title: '单位层面须有风险点' }),
    leadership: z.boolean().default(true).meta({ title: '领导班子成员须有风险点' }),
    powers: z.boolean().default(true).meta({ title: '每项职权须有风险点' }),
    /** Every person in post is examined, so a post needs its holders or a headcount. */
    holders: z.boolean().default(true).meta({ title: '岗位须写明人数或人员' }),
    flows: z.enum(['all', 'some', 'none']).default('some').meta({ title: '须有流程的职权' }),
    majorMatters: list.meta({ title: '三重一大事项' }),
    /** Fields (领域) in which a unit must have powers or say that it has none. */
    domains: list.meta({ title: '重点领域' }),
    ...sourced,
  })
  .prefault({});

const identificationSchema = z
  .strictObject({
    methods: z
      .array(
        z.strictObject({
          id: text('方式'),
          /** Other words that the notice has for it. */
          also: list,
          required: z.boolean().default(false),
          ...sourced,
        }),
      )
      .default([]),
    channels: list,
    /** What a point must show to count as one: 危害性, 可描述性, 可防范性. */
    tests: z
      .array(z.strictObject({ id: text('要素'), definition: optionalText, ...sourced }))
      .default([]),
    ...sourced,
  })
  .prefault({});

/**
 * What a record must have or may not say in one case: where its fields hold one of these values, it
 * has the other fields, and those of `values` hold one of the words given.
 */
const requiredCaseSchema = z.strictObject({
  of: z.enum(['risk', 'measure', 'power', 'post', 'department', 'regulation']),
  when: z.record(z.string(), list),
  fields: list,
  values: z.record(z.string(), list).default({}),
  ...sourced,
});

/** Fields that a kind of record must have, as dotted keys: `supervision.focus`. */
const requiresSchema = z
  .strictObject({
    cases: z.array(requiredCaseSchema).default([]).meta({ title: '在一定情形下要求的内容' }),
    risk: list,
    measure: list,
    power: list,
    post: list,
    step: list,
    department: list,
    ...sourced,
  })
  .prefault({});

/** What the measures of each point, post, department or of the unit must include. */
const measureDemandSchema = z.strictObject({
  per: z.enum(['point', 'post', 'department', 'unit']),
  /** Of which points; empty: all. */
  for: whoSchema.prefault({}),
  /** Words of 防线, 方面 or 类型 that one of the measures must have: each of them, or any. */
  lines: list,
  aspects: list,
  kinds: list,
  any: z.boolean().default(false),
  ...sourced,
});

const measuresSchema = z
  .strictObject({
    demands: z.array(measureDemandSchema).default([]).meta({ title: '措施须包括的内容' }),
    lines: list.meta({ title: '防线' }),
    aspects: list.meta({ title: '方面' }),
    kinds: list.meta({ title: '类型' }),
    /** The kind of measure that a category calls for. */
    kindByCategory: z.record(z.string(), z.string()).default({}),
    /** 一对一: every point has measures of its own, as many as its manifestations. */
    oneToOne: z.boolean().default(false),
    ...sourced,
  })
  .prefault({});

/** Who answers for points of a level. */
const responsibilitySchema = z.strictObject({
  level: text('等级'),
  /** Ranks that may be the owner (直接责任人, 责任人). */
  owner: list,
  /** Ranks that may be the responsible leader. */
  leader: list,
  /** Or just the one who stands so to the point: its department's head, who is in charge of it, the head of the unit. */
  ownerRole: z.enum(['departmentHead', 'leaderInCharge', 'head']).optional(),
  leaderRole: z.enum(['departmentHead', 'leaderInCharge', 'head']).optional(),
  ...sourced,
});

const deriveSchema = z
  .strictObject({
    /** A leader's sheet also shows the main points of the departments in charge; never counted twice. */
    leaders: z.enum(['none', 'mainPointsInCharge', 'allPointsInCharge']).default('none'),
    ...sourced,
  })
  .prefault({});

/** A part of a point that a step reviews on its own: which of its fields, measures or level it is. */
const reviewPartSchema = z.strictObject({
  id: text('审核内容'),
  /** Fields of a risk point, or `measures`, `level`. */
  of: z.array(z.string().trim().min(1)).min(1),
  ...sourced,
});

const reviewStepSchema = z.strictObject({
  stage: text('环节'),
  /** A role word: departmentHead, leaderInCharge, head, or a body such as 党委会. */
  by: text('主体'),
  act: z.enum(['decide', 'consult', 'collect']).default('decide'),
  /** By several together: how many attended is written down. */
  collective: z.boolean().default(false),
  /** They are the people of the subject's department: no more can attend than it has. */
  ofDepartment: z.boolean().default(false),
  /** Everybody attends where the department has fewer people than this. */
  fullAttendanceBelow: z.number().int().optional(),
  returnTo: optionalText,
  /** Reviewed one by one; empty: the whole at once. */
  parts: z.array(reviewPartSchema).default([]),
  ...sourced,
});

const reviewChainSchema = z.strictObject({
  /** What is reviewed: points and those that they belong to, or another kind of record. */
  of: z.enum(['points', 'notice', 'commitment']).default('points'),
  /** Whose points; the first chain that fits is taken. */
  for: whoSchema.prefault({}),
  /** By when it is through: the id of a stage of the scheme, or month and day. */
  due: optionalText,
  steps: z.array(reviewStepSchema).min(1),
  ...sourced,
});

const limitSchema = z.strictObject({
  level: text('等级'),
  /** Share of all rated points, 0 to 1. */
  atMost: z.number().min(0).max(1),
  ...sourced,
});

/** Month and day, `06-25`, or the end of a month, 2月底, as the calendar of the year has it. */
const yearlyDay = z.string().regex(/^(?:\d{2}-\d{2}|(?:1[0-2]|[1-9])月底)$/);

const stageSchema = z.strictObject({
  id: text('阶段'),
  /** Absent where the notice leaves them open. */
  start: yearlyDay.optional(),
  end: yearlyDay.optional(),
  /** Its last day in the year of the notice itself, where that is another. */
  firstYearEnd: yearlyDay.optional(),
  tasks: list,
  ...sourced,
});

/** What is sent when a rectification stays undone: a kind of letter so many days after its last day. */
const escalationSchema = z
  .strictObject({
    ladder: z
      .array(
        z.strictObject({
          after: z.number().int().min(0).meta({ title: '逾期天数' }),
          letter: text('函件种类'),
          ...sourced,
        }),
      )
      .default([])
      .meta({ title: '逾期升级' }),
    ...sourced,
  })
  .prefault({});

/** 监督检查: ways of inspecting, and what the supervision path of a point is made from. */
const inspectionsSchema = z
  .strictObject({
    methods: z
      .array(
        z.strictObject({
          id: text('检查方式'),
          definition: optionalText,
          /** Levels whose points are inspected in this way; empty: all. */
          levels: list,
          ...sourced,
        }),
      )
      .default([]),
    pathBasis: list.meta({ title: '监督依据' }),
    pathFocus: list.meta({ title: '监督重点' }),
    pathMethods: list.meta({ title: '监督方法' }),
    ...sourced,
  })
  .prefault({});

/** A way of handling a warning, or a kind of letter, and what it is for; empty: everything. */
const remedySchema = z.strictObject({
  id: text('名称'),
  levels: list,
  subjects: z.array(z.enum(SUBJECTS)).default([]),
  /** 个性 or 共性 problems. */
  natures: z.array(z.enum(['个性', '共性'])).default([]),
  ...sourced,
});

const warningsSchema = z
  .strictObject({
    sources: list,
    grades: list,
    handling: z
      .array(
        z.union([
          text('处置方式').transform((id) => ({ id, levels: [], subjects: [], natures: [] })),
          remedySchema,
        ]),
      )
      .default([]),
    ...sourced,
  })
  .prefault({});

const audienceSchema = z.strictObject({
  /** Fields that this audience may see beyond the vocabulary's own marks. */
  show: list,
  /** Fields that it may not see although the vocabulary lets it. */
  hide: list,
  ...sourced,
});

/** A paper that the scheme asks for, under the title its notice gives it. */
const paperSchema = z
  .strictObject({
    id: idSchema,
    title: text('名称'),
    /** The profile that lays it out: `tables/<id>.yaml` of the scheme, or one of the shared ones. */
    table: idSchema.optional(),
    /** Instead of it a letter or text: `documents/<id>.md` of the scheme, or one of the shared ones. */
    document: idSchema.optional(),
    /** Audience that it is printed for unless another is asked. */
    audience: z.enum(AUDIENCES).default('internal'),
    /** Whose sheets, for papers that differ by rank. */
    for: whoSchema.optional(),
    ...sourced,
  })
  .refine(({ table, document }) => (table === undefined) !== (document === undefined), {
    params: { expected: 'oneLayout' },
  });
export type SchemePaper = z.infer<typeof paperSchema>;
/** Names the file that lays a paper out: one of the two. */
export type LayoutName = Partial<Pick<SchemePaper, 'table' | 'document'>>;

const leadingGroupSchema = z.strictObject({
  /** Ranks of whom the notice names for each seat; empty: it leaves that to the unit. */
  ranks: z
    .strictObject({ head: list, deputies: list, members: list, officeHead: list })
    .prefault({}),
  head: optionalText,
  deputies: optionalText,
  members: optionalText,
  office: optionalText,
  ...sourced,
});

/** An additional field that a unit keeps under `extra:`. */
const extraFieldSchema = z.strictObject({
  on: z.enum(STANDING_KINDS),
  label: text('名称'),
  type: z.enum(['text', 'number', 'boolean']).default('text'),
  values: list,
  required: z.boolean().default(false),
  audience: z.enum(AUDIENCES).default('internal'),
  ...sourced,
});

/** scheme.yaml after `extends` is resolved: a whole scheme of 廉政风险防控 as data. */
const wholeSchema = z.strictObject({
  id: idSchema,
  title: text('名称'),
  extends: idSchema.optional(),
  /** The notice that it was taken from. */
  source: optionalText,
  year: z.number().int().optional(),
  ...sourced,
  words: wordsSchema,
  /** What it adds to the lists by which texts are told apart, and takes away from them. */
  wordLists: wordChangesSchema,
  leadingGroup: leadingGroupSchema.optional(),
  subjects: z
    .array(z.strictObject({ id: z.enum(SUBJECTS), name: text('名称'), ...sourced }))
    .min(1),
  tiers: z.array(tierSchema).min(1),
  /** Highest first. */
  ranks: z.array(rankSchema).min(1),
  /** Gravest first: the order is declared, never guessed. */
  levels: z.array(levelSchema).min(2),
  categories: z.array(categorySchema).default([]),
  factors: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), factorSchema).default({}),
  rating: ratingSchemeSchema,
  scope: scopeSchema,
  identification: identificationSchema,
  requires: requiresSchema,
  powerTypes: list,
  powerNatures: list,
  handles: list,
  departmentKinds: list,
  measures: measuresSchema,
  responsibility: z.array(responsibilitySchema).default([]),
  derive: deriveSchema,
  reviews: z.array(reviewChainSchema).default([]),
  limits: z.array(limitSchema).default([]),
  /** 一年里要办的事. */
  duties: z.array(dutySchema).default([]),
  stages: z.array(stageSchema).default([]),
  inspections: inspectionsSchema,
  warnings: warningsSchema,
  escalation: escalationSchema,
  /** Kinds of letters and what each is for. */
  letters: z.array(remedySchema).default([]),
  /** A level that rose since the year before is to be answered for. */
  levelRise: z.strictObject(sourced).optional(),
  audiences: z.partialRecord(z.enum(AUDIENCES), audienceSchema).default({}),
  extraFields: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), extraFieldSchema).default({}),
  papers: z.array(paperSchema).default([]),
});
export type Scheme = z.infer<typeof wholeSchema>;

/** The same as it may be written: with the keys of earlier versions, which become duties. */
export const schemeSchema = wholeSchema.extend(formerSchemeKeys);
export type Level = Scheme['levels'][number];
export type Rank = Scheme['ranks'][number];
export type SchemeFactor = Scheme['factors'][string];
