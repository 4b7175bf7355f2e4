import { z } from 'zod';
import { text } from './common.ts';

/**
 * Where a value of a scheme comes from: the clause of the notice, or a note that the notice leaves
 * it open and what was assumed. Every value of a preset has one of the two.
 */
export const sourced = {
  clause: z.string().trim().min(1).optional().meta({ title: '条款' }),
  note: z.string().trim().min(1).optional().meta({ title: '说明' }),
  /**
   * The notice leaves it open: the value is the scheme's own, and `note` says so. A list names the keys
   * beside it of which that holds.
   */
  assumed: z
    .union([z.literal(true), z.array(z.string().min(1)).min(1)])
    .optional()
    .meta({ title: '方案未作规定，为假定' }),
};
export type Sourced = {
  readonly clause?: string | undefined;
  readonly note?: string | undefined;
  readonly assumed?: true | readonly string[] | undefined;
};

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

/** Cells of a matrix: nested by the factors in order, down to a level. */
export type MatrixCells = { readonly [word: string]: string | MatrixCells };
const cellsSchema: z.ZodType<MatrixCells> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), cellsSchema])),
);

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

const ONE = { params: { expected: 'oneMethod' } };
const hasOneMethod = (value: Readonly<Partial<Record<(typeof METHODS)[number], unknown>>>) =>
  METHODS.filter((name) => value[name] !== undefined).length === 1;

// Spread, the two fields of `sourced` would have the types of the getters beside them asked for too early.
const rowSchema = z.strictObject({
  when: conditionSchema.optional(),
  otherwise: text('等级').optional(),
  level: text('等级').optional(),
  get by(): z.ZodOptional<typeof methodObject> {
    return methodSchema.optional();
  },
  clause: sourced.clause,
  note: sourced.note,
  assumed: sourced.assumed,
});

const methodObject = z.strictObject({
  clause: sourced.clause,
  note: sourced.note,
  assumed: sourced.assumed,
  /** First row whose condition holds; `by` hands on to another method. */
  get first(): z.ZodOptional<z.ZodArray<typeof rowSchema>> {
    return z.array(rowSchema).min(1).optional().meta({ title: '逐条判断' });
  },
  /** n scales → level. */
  matrix: z
    .strictObject({ factors: z.array(z.string()).min(2), cells: cellsSchema })
    .optional()
    .meta({ title: '矩阵' }),
  /** Numbers of the factors' words, put together, against cut-offs. */
  score: z
    .strictObject({
      combine: z.enum(['sum', 'weightedSum', 'product']),
      of: z
        .array(
          z.strictObject({
            factor: text('因素'),
            weight: z.number().optional(),
            /** Word → number; absent: the factor's own `numbers`. */
            numbers: z.record(z.string(), z.number()).optional(),
          }),
        )
        .min(1),
      cutoffs: z.array(cutoffSchema).min(2),
    })
    .optional()
    .meta({ title: '计分' }),
  /** The gravest of the consequences that apply. */
  consequence: z
    .strictObject({ factor: text('因素'), levels: z.record(z.string(), z.string()) })
    .optional()
    .meta({ title: '按后果' }),
  /** How many criteria hold, or how many different values a list attribute has. */
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
  /** Several raters' scores or votes, weighted, against cut-offs. */
  raters: z
    .strictObject({
      of: z.array(z.strictObject({ rater: z.string(), weight: z.number().positive() })).min(1),
      /** What a vote for a word counts; needed where raters vote. */
      votes: z.record(z.string(), z.number()).optional(),
      min: z.number().optional(),
      max: z.number().optional(),
      cutoffs: z.array(cutoffSchema).min(2),
    })
    .optional()
    .meta({ title: '多方评定' }),
  /** The gravest level that any of these gives. */
  get gravestOf(): z.ZodOptional<z.ZodArray<typeof methodObject>> {
    return z.array(methodSchema).min(2).optional().meta({ title: '从重' });
  },
  /** Conditions that set a level outright or lift it by some steps above what `base` gives. */
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
  get base(): z.ZodOptional<typeof methodObject> {
    return methodSchema.optional().meta({ title: '基础办法' });
  },
});

/** A way to find a level. Exactly one of the named keys is given. */
const methodSchema: typeof methodObject = methodObject.refine(hasOneMethod, ONE);
export type Method = z.infer<typeof methodObject>;

/** What is rated, and how. A point under another rated thing takes that thing's level. */
export const ratingSchemeSchema = z
  .strictObject({
    of: z.enum(['riskPoint', 'post', 'power', 'leadingPost']).meta({ title: '评定对象' }),
    /** Steps through which a level is decided, in order: 自查自报 → 群众评议 → 组织审定. */
    stages: z
      .array(z.strictObject({ stage: text('环节'), body: text('主体').optional(), ...sourced }))
      .default([]),
    ...methodObject.shape,
  })
  .refine(hasOneMethod, ONE);
