import { z } from 'zod';
import { idSchema, text } from './common.ts';
import { sourced } from './rating.ts';
import { AUDIENCES, SUBJECTS, optionalText, words } from './scheme-values.ts';

/** Kinds of records that discharge a duty; `review` and `rating` are the sign-offs and the levels decided. */
const DISCHARGING = [
  'notice',
  'filing',
  'commitment',
  'inspection',
  'evaluation',
  'meeting',
  'rotation',
  'warning',
  'review',
  'rating',
] as const;
export type DischargingKind = (typeof DISCHARGING)[number];

/** Of whom a duty is: one obligation for each. */
const DUTY_SUBJECTS = [
  'unit',
  'department',
  'post',
  'person',
  'leader',
  'power',
  'warning',
] as const;
export type DutySubjectKind = (typeof DUTY_SUBJECTS)[number];

const dayKind = z.enum(['calendar', 'workday']).default('calendar');

/**
 * The last day: `09-05`, 9月5日前, 2月底前, 2018-05-31, or the id of a stage of the scheme; so many days
 * after an event (a stage of the review chain, the id of another duty, `period`: the end of the turn);
 * another date in the year of the notice itself; or the notice's own words, for which the unit sets
 * the day under `deadlines`.
 */
const dueSchema = z.union([
  z.string().trim().min(1),
  z.strictObject({ firstYear: text('首年时限'), later: optionalText }),
  z.strictObject({ after: text('起算事项'), days: z.number().int().min(1), dayKind }),
  z.strictObject({ words: text('时限原文') }),
]);
export type SchemeDue = z.infer<typeof dueSchema>;

/** Which subjects: all that fit every key given. */
const filterSchema = z.strictObject({
  ranks: words,
  tiers: words,
  subjects: z.array(z.enum(SUBJECTS)).default([]),
  keyPosts: z.boolean().optional(),
  unitKinds: words,
  departmentKinds: words,
});
export type DutyFilter = z.infer<typeof filterSchema>;

/** What a record must cover so that the duty is discharged. */
const coveredSchema = z
  .strictObject({
    /** The risk points of the subject. */
    points: z.boolean().default(false),
    /** Only points of these levels, or of these subjects; empty: all. */
    levels: words,
    subjects: z.array(z.enum(SUBJECTS)).default([]),
    /** Papers by id. */
    papers: words,
    commitments: z.boolean().default(false),
  })
  .prefault({});

/** 一项要办的事 of a scheme: what is asked of whom, and by when. */
export const dutySchema = z.strictObject({
  id: idSchema,
  title: text('事项'),
  /** Kinds of records that discharge it; none: it comes with a change and carries no obligation. */
  record: z
    .union([z.enum(DISCHARGING), z.array(z.enum(DISCHARGING))])
    .transform((kinds) => (typeof kinds === 'string' ? [kinds] : kinds))
    .default([]),
  /** The method of an inspection, the kind of an evaluation or meeting: any of these. */
  kinds: words,
  of: coveredSchema,
  each: z.enum(DUTY_SUBJECTS).default('unit'),
  /** Filters of the subjects, any of which takes one in; empty: all. */
  where: z.array(filterSchema).default([]),
  by: optionalText,
  to: optionalText,
  /** Who signs: departmentHead, leaderInCharge or head. */
  signedBy: z.enum(['departmentHead', 'leaderInCharge', 'head']).optional(),
  /** Who must be among the participants. */
  attendance: words,
  /** Steps of the review chain that must be behind; empty: all, where it is of points. */
  after: words,
  /** The step of the review chain that may not be taken before it. */
  before: optionalText,
  /** How long a notice is posted, both ends counted in. */
  within: z.strictObject({ days: z.number().int().min(1), dayKind }).optional(),
  audience: z.enum(AUDIENCES).optional(),
  place: optionalText,
  telephone: z.boolean().default(false),
  /** What a commitment must hold, what a notice posts. */
  contents: words,
  every: z
    .enum(['quarter', 'halfYear', 'year', 'firstQuarter', 'threeYears', 'onChange'])
    .optional(),
  /** At least how often in one turn; absent: once. */
  times: z.number().int().min(1).optional(),
  due: dueSchema.optional(),
  /** The paper that is printed for it. */
  paper: idSchema.optional(),
  ...sourced,
});
export type SchemeDuty = z.infer<typeof dutySchema>;
