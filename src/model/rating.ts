import { z } from 'zod';
import { text } from './common.ts';

/**
 * Where a value of a scheme comes from: the clause of the notice, or a note that the notice leaves
 * it open and what was assumed. Every value of a preset has one of the two.
 */
export const sourced = {
  clause: z.string().trim().min(1).optional().meta({ title: '条款' }),
  note: z.string().trim().min(1).optional().meta({ title: '说明' }),
};
export type Sourced = { readonly clause?: string | undefined; readonly note?: string | undefined };

/** One word, number or truth value, a list (any of them), or bounds. */
const testSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])).min(1),
  z
    .strictObject({
      /** At or beyond this word of the factor's scale, or this number. */
      atLeast: z.union([z.string(), z.number()]).optional(),
      atMost: z.union([z.string(), z.number()]).optional(),
      above: z.number().optional(),
      below: z.number().optional(),
      not: z.union([z.string(), z.number(), z.boolean()]).optional(),
    })
    .meta({ title: '范围' }),
]);
export type Test = z.infer<typeof testSchema>;

/**
 * A condition on attributes. Keys other than `all`, `any`, `not` are attributes: a factor's id, or
 * `post.rank`, `post.tier`, `post.handles`, `post.keyPost`, `power.type`, `power.domain`,
 * `power.majorMatter`, `department.kind`, `unit.kind`, `risk.category`, `risk.main`. Several keys must all hold.
 */
export type Condition = {
  readonly all?: readonly Condition[] | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
  readonly [attribute: string]: unknown;
};
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z
    .object({
      all: z.array(conditionSchema).min(1).optional(),
      any: z.array(conditionSchema).min(1).optional(),
      not: conditionSchema.optional(),
    })
    .catchall(testSchema)
    .refine((condition) => Object.keys(condition).length > 0, { params: { expected: 'condition' } })
    .meta({ title: '条件' }),
);

/** A band of a score or count; gravest first. The side a boundary belongs to is always said. */
const cutoffSchema = z.strictObject({
  level: text('等级'),
  /** Lower bound: from it on, or only above it. The last band may leave it out. */
  atLeast: z.number().optional(),
  above: z.number().optional(),
  /** Upper bound, if it is written too; else the band before ends it. */
  atMost: z.number().optional(),
  below: z.number().optional(),
  ...sourced,
});
export type Cutoff = z.infer<typeof cutoffSchema>;

type Row = Sourced & {
  readonly when?: Condition | undefined;
  readonly otherwise?: string | undefined;
  readonly level?: string | undefined;
  readonly by?: Method | undefined;
};

/** Cells of a matrix: nested by the factors in order, down to a level. */
export type MatrixCells = { readonly [word: string]: string | MatrixCells };
const cellsSchema: z.ZodType<MatrixCells> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), cellsSchema])),
);

/** A way to find a level. Exactly one of the named keys is given. */
export type Method = Sourced & {
  /** First row whose condition holds; `by` hands on to another method. */
  readonly first?: readonly Row[] | undefined;
  /** n scales → level. */
  readonly matrix?:
    { readonly factors: readonly string[]; readonly cells: MatrixCells } | undefined;
  /** Numbers of the factors' words, put together, against cut-offs. */
  readonly score?:
    | {
        readonly combine: 'sum' | 'weightedSum' | 'product';
        readonly of: readonly {
          readonly factor: string;
          readonly weight?: number | undefined;
          /** Word → number; absent: the factor's own `numbers`. */
          readonly numbers?: Readonly<Record<string, number>> | undefined;
        }[];
        readonly cutoffs: readonly Cutoff[];
      }
    | undefined;
  /** The gravest of the consequences that apply. */
  readonly consequence?:
    | {
        readonly factor: string;
        readonly levels: Readonly<Record<string, string>>;
      }
    | undefined;
  /** How many criteria hold, or how many different values a list attribute has. */
  readonly count?:
    | {
        readonly of?:
          | readonly (Sourced & { readonly when: Condition; readonly label?: string | undefined })[]
          | undefined;
        readonly kindsOf?: string | undefined;
        readonly cutoffs: readonly Cutoff[];
      }
    | undefined;
  /** Several raters' scores or votes, weighted, against cut-offs. */
  readonly raters?:
    | {
        readonly of: readonly { readonly rater: string; readonly weight: number }[];
        /** What a vote for a word counts; needed where raters vote. */
        readonly votes?: Readonly<Record<string, number>> | undefined;
        readonly min?: number | undefined;
        readonly max?: number | undefined;
        readonly cutoffs: readonly Cutoff[];
      }
    | undefined;
  /** The gravest level that any of these gives. */
  readonly gravestOf?: readonly Method[] | undefined;
  /** Conditions that set a level outright or lift it by some steps above what `base` gives. */
  readonly triggers?:
    | readonly (Sourced & {
        readonly when: Condition;
        readonly set?: string | undefined;
        readonly lift?: number | undefined;
      })[]
    | undefined;
  readonly base?: Method | undefined;
};

/** The ways to find a level; exactly one is written at each place. */
export const METHODS = [
  'first',
  'matrix',
  'score',
  'consequence',
  'count',
  'raters',
  'gravestOf',
  'triggers',
] as const;

const method: z.ZodType<Method> = z.lazy(() =>
  z.strictObject(methodShape).refine(hasOneMethod, ONE),
);
const ONE = { params: { expected: 'oneMethod' } };
const hasOneMethod = (value: object) =>
  METHODS.filter((name) => (value as Record<string, unknown>)[name] !== undefined).length === 1;

const methodShape = {
  ...sourced,
  first: z
    .array(
      z.strictObject({
        when: conditionSchema.optional(),
        otherwise: text('等级').optional(),
        level: text('等级').optional(),
        by: method.optional(),
        ...sourced,
      }),
    )
    .min(1)
    .optional()
    .meta({ title: '逐条判断' }),
  matrix: z
    .strictObject({ factors: z.array(z.string()).min(2), cells: cellsSchema })
    .optional()
    .meta({ title: '矩阵' }),
  score: z
    .strictObject({
      combine: z.enum(['sum', 'weightedSum', 'product']),
      of: z
        .array(
          z.strictObject({
            factor: text('因素'),
            weight: z.number().optional(),
            numbers: z.record(z.string(), z.number()).optional(),
          }),
        )
        .min(1),
      cutoffs: z.array(cutoffSchema).min(2),
    })
    .optional()
    .meta({ title: '计分' }),
  consequence: z
    .strictObject({ factor: text('因素'), levels: z.record(z.string(), z.string()) })
    .optional()
    .meta({ title: '按后果' }),
  count: z
    .strictObject({
      of: z
        .array(z.strictObject({ when: conditionSchema, label: z.string().optional(), ...sourced }))
        .min(1)
        .optional(),
      kindsOf: z.string().optional(),
      cutoffs: z.array(cutoffSchema).min(2),
    })
    .refine((value) => (value.of === undefined) !== (value.kindsOf === undefined), {
      params: { expected: 'ofOrKindsOf' },
    })
    .optional()
    .meta({ title: '计数' }),
  raters: z
    .strictObject({
      of: z.array(z.strictObject({ rater: z.string(), weight: z.number().positive() })).min(1),
      votes: z.record(z.string(), z.number()).optional(),
      min: z.number().optional(),
      max: z.number().optional(),
      cutoffs: z.array(cutoffSchema).min(2),
    })
    .optional()
    .meta({ title: '多方评定' }),
  gravestOf: z.array(method).min(2).optional().meta({ title: '从重' }),
  triggers: z
    .array(
      z
        .strictObject({
          when: conditionSchema,
          set: text('等级').optional(),
          lift: z.number().int().min(1).optional(),
          ...sourced,
        })
        .refine((value) => (value.set === undefined) !== (value.lift === undefined), {
          params: { expected: 'setOrLift' },
        }),
    )
    .min(1)
    .optional()
    .meta({ title: '触发条件' }),
  base: method.optional().meta({ title: '基础办法' }),
};

/** What is rated, and how. A point under another rated thing takes that thing's level. */
export const ratingSchemeSchema = z
  .strictObject({
    of: z.enum(['riskPoint', 'post', 'power', 'leadingPost']).meta({ title: '评定对象' }),
    /** Steps through which a level is decided, in order: 自查自报 → 群众评议 → 组织审定. */
    stages: z
      .array(z.strictObject({ stage: text('环节'), body: text('主体').optional(), ...sourced }))
      .default([]),
    ...methodShape,
  })
  .refine(hasOneMethod, ONE);
