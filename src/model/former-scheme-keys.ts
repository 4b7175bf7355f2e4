import { z } from 'zod';
import { text } from './common.ts';
import { sourced } from './rating.ts';
import { AUDIENCES, optionalText, whoSchema, words } from './scheme-values.ts';

const schemeCommitmentSchema = z.strictObject({
  by: whoSchema.prefault({}),
  unit: z.boolean().default(false),
  to: text('受承诺人'),
  contents: words,
  published: z.boolean().default(false),
  ...sourced,
});

const publicNoticeSchema = z.strictObject({
  what: words,
  audience: z.enum(AUDIENCES),
  days: z.number().int().min(1).optional(),
  dayKind: z.enum(['calendar', 'workday']).default('calendar'),
  place: optionalText,
  telephone: z.boolean().default(false),
  ...sourced,
});

const filingSchema = z.strictObject({
  what: optionalText,
  levels: words,
  ranks: words,
  /** Only units, or posts of departments, of these kinds; empty: all. */
  unitKinds: words,
  departmentKinds: words,
  papers: words,
  to: text('备案机关'),
  due: optionalText,
  ...sourced,
});

const cadenceSchema = z.strictObject({
  what: text('事项'),
  every: z
    .enum(['quarter', 'halfYear', 'year', 'firstQuarter', 'threeYears', 'onChange'])
    .optional(),
  by: optionalText,
  atLeast: z.number().int().min(1).optional(),
  per: z.enum(['quarter', 'halfYear', 'year']).optional(),
  due: optionalText,
  /** Levels are decided anew whenever this long has passed since they last were. */
  rerates: z.boolean().default(false),
  ...sourced,
});

/**
 * Keys in which schemes for 0.1.0 said what is asked for. They still read; what reads them turns them
 * into `duties`. Of the last two nothing came: an appraisal is a duty like any other, and an archive
 * holds what its paper lists.
 */
export const formerSchemeKeys = {
  commitments: z.array(schemeCommitmentSchema).optional(),
  publicNotices: z.array(publicNoticeSchema).optional(),
  filings: z.array(filingSchema).optional(),
  cadence: z.array(cadenceSchema).optional(),
  appraisal: z.strictObject({ name: text('考核'), ...sourced }).optional(),
  archive: z
    .strictObject({ name: text('档案'), keeper: optionalText, contents: words, ...sourced })
    .optional(),
};
export type FormerSchemeKeys = z.infer<z.ZodObject<typeof formerSchemeKeys>>;
