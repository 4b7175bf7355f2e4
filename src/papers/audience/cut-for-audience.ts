import type { z } from 'zod';
import { commitmentSchema } from '../../model/kinds/commitment.ts';
import { departmentSchema } from '../../model/kinds/department.ts';
import { evaluationSchema } from '../../model/kinds/evaluation.ts';
import { filingSchema } from '../../model/kinds/filing.ts';
import { findingSchema } from '../../model/kinds/finding.ts';
import { inspectionSchema } from '../../model/kinds/inspection.ts';
import { letterSchema } from '../../model/kinds/letter.ts';
import { measureSchema } from '../../model/kinds/measure.ts';
import { noticeSchema } from '../../model/kinds/notice.ts';
import { postSchema } from '../../model/kinds/post.ts';
import { powerSchema } from '../../model/kinds/power.ts';
import { rectificationSchema } from '../../model/kinds/rectification.ts';
import { regulationSchema } from '../../model/kinds/regulation.ts';
import { reviewSchema } from '../../model/kinds/review.ts';
import { riskPointSchema } from '../../model/kinds/risk.ts';
import { stepSchema } from '../../model/kinds/step.ts';
import { unitInfoSchema } from '../../model/kinds/unit.ts';
import { warningSchema } from '../../model/kinds/warning.ts';
import type { Unit } from '../../model/project.ts';
import type { Audience, Scheme } from '../../model/scheme.ts';
import { blankRecord } from '../../model/schema-fields.ts';
import type { Assessed, Assessment } from '../../scheme/assessment.ts';
import { fieldsFor } from '../fields/field-registry.ts';
import type { FieldSubject } from '../fields/field.ts';
import type { Visibility } from './visibility.ts';
import { visibilityOf } from './visibility.ts';
import { presentHolders } from '../../scheme/relations.ts';

/**
 * Cuts a unit down to what an audience may see (脱敏). A key stays only where the vocabulary has a
 * field for it that the audience sees, or where it holds the records together; whatever is added to
 * the model later is hidden until somebody marks it. Levels are computed before this: factors,
 * scores, votes and reasons go.
 */
export function project(unit: Unit, scheme: Scheme, audience: Audience): Unit {
  if (audience === 'internal') return unit;
  const visibility = visibilityOf(scheme, audience);
  const cut = cutterFor(scheme, visibility);
  const keepsPersonal = visibility.names('holder.name');
  const named = namedIds(unit, visibility);
  return {
    ...unit,
    info: { ...cut('unit', unitInfoSchema, unit.info), departments: [] },
    departments: unit.departments.map((one) => cut('department', departmentSchema, one)),
    people: unit.people.filter(({ id }) => named.has(id)).map(nameOnly),
    posts: unit.posts.map((post) => ({
      ...cut('post', postSchema, post),
      holders: presentHolders(post).map(({ person, seat }) => ({
        person,
        ...(seat === undefined ? {} : { seat }),
      })),
    })),
    powers: unit.powers.map((power) => ({
      ...cut('power', powerSchema, power),
      steps: power.steps.map((step) => cut('step', stepSchema, step)),
    })),
    // A point of one person is that person's own paper, whatever it says.
    risks: unit.risks
      .filter(({ holder }) => holder === undefined || keepsPersonal)
      .map((risk) => cut('risk', riskPointSchema, risk)),
    measures: unit.measures.map((one) => cut('measure', measureSchema, one)),
    regulations: unit.regulations.map((one) => cut('regulation', regulationSchema, one)),
    ...yearRecords(unit, scheme, visibility, cut),
    todos: [],
  };
}

/** The levels of a unit without how they came about, unless this audience may read that. */
export function projectAssessment(
  assessment: Assessment,
  scheme: Scheme,
  audience: Audience,
): Assessment {
  if (audience === 'internal') return assessment;
  const { sees } = visibilityOf(scheme, audience);
  const strip = (subject: 'risk' | 'post' | 'power', levels: ReadonlyMap<string, Assessed>) => {
    const can = (name: string) => {
      const field = fieldsFor(scheme).find(`${subject}.${name}`);
      return field !== undefined && sees(field);
    };
    const [reason, computed, level] = ['reason', 'computedLevel', 'level'].map(can);
    return new Map(
      [...levels].map(([id, one]): [string, Assessed] => [
        id,
        {
          status: one.status,
          level: level === true ? one.level : undefined,
          computed: computed === true ? one.computed : undefined,
          decided: undefined,
          reasons: reason === true ? one.reasons : [],
          missing: [],
        },
      ]),
    );
  };
  return {
    risks: strip('risk', assessment.risks),
    posts: strip('post', assessment.posts),
    powers: strip('power', assessment.powers),
  };
}

/**
 * Keys that tie records together. They hold ids, numbers and marks of the form, no text that
 * anybody wrote; a table prints none of them by itself.
 */
const STRUCTURE: { readonly [Name in FieldSubject]?: readonly string[] } = {
  unit: ['parent', 'scheme'],
  department: ['parent', 'head'],
  post: ['department', 'rank', 'tier', 'keyPost', 'reportsTo', 'inChargeOf', 'headcount'],
  power: ['department', 'posts'],
  step: ['post', 'next', 'end', 'kind'],
  risk: [
    'post',
    'department',
    'unit',
    'holder',
    'power',
    'step',
    'main',
    'appliesTo',
    'owner',
    'leader',
    'ownerDepartment',
  ],
  measure: ['risks', 'powers', 'posts', 'departments', 'answers', 'executor'],
  regulation: ['department', 'risks', 'powers'],
  rectification: ['finding', 'warning'],
  letter: ['finding', 'warning'],
  // What a notice is about; without it one department's notice would show the whole unit.
  notice: ['posts', 'departments', 'powers', 'risks', 'measures'],
};
const ALWAYS = ['id', 'order', 'ref'];

type Cutter = <T extends object>(subject: FieldSubject, schema: z.ZodType, record: T) => T;

function cutterFor(scheme: Scheme, { sees }: Visibility): Cutter {
  const plans = new Map<FieldSubject, CutPlan>();
  return <T extends object>(subject: FieldSubject, schema: z.ZodType, record: T): T => {
    let plan = plans.get(subject);
    if (plan === undefined) {
      const paths = fieldsFor(scheme)
        .all.filter((field) => field.subject === subject && sees(field))
        .map(({ key }) => key.split('.').slice(1))
        .map(([first = '', ...rest]) => [first === 'factor' ? 'factors' : first, ...rest]);
      plan = { blank: blankRecord(schema), paths };
      plans.set(subject, plan);
    }
    const kept: Record<string, unknown> = { ...plan.blank };
    const given = record as Readonly<Record<string, unknown>>;
    for (const key of [...ALWAYS, ...(STRUCTURE[subject] ?? [])]) {
      if (given[key] !== undefined) kept[key] = given[key];
    }
    for (const path of plan.paths) copyPath(given, kept, path);
    // That a record has ended is no secret: without it an ended one would come back.
    if (given['closed'] !== undefined) kept['closed'] = { on: '', reason: '' };
    return kept as T;
  };
}

type CutPlan = {
  readonly blank: Readonly<Record<string, unknown>>;
  readonly paths: readonly (readonly string[])[];
};

/** Copies one visible value; what stands beside it in a nested map stays behind. */
function copyPath(
  from: Readonly<Record<string, unknown>>,
  to: Record<string, unknown>,
  [key, ...rest]: readonly string[],
): void {
  if (key === undefined || from[key] === undefined) return;
  const value = from[key];
  if (rest.length === 0) {
    // A map is copied by the fields of its keys; of one who acted the post and the body remain.
    if (Array.isArray(value) || typeof value !== 'object' || value === null) to[key] = value;
    else if ('post' in value || 'body' in value) to[key] = roleOnly(value);
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const known = to[key];
  const inner: Record<string, unknown> =
    typeof known === 'object' && known !== null ? { ...known } : {};
  copyPath(value as Record<string, unknown>, inner, rest);
  if (Object.keys(inner).length > 0) to[key] = inner;
}

function roleOnly({ post, body }: { readonly post?: unknown; readonly body?: unknown }): object {
  return {
    ...(post === undefined ? {} : { post }),
    ...(body === undefined ? {} : { body }),
  };
}

function nameOnly(person: Unit['people'][number]): Unit['people'][number] {
  const { id, name, ref } = person;
  return { id, name, ref, formerly: [], ignore: [], extra: {} };
}

/** Persons whose names some field that the scheme lists for this audience shows. */
function namedIds(unit: Unit, { names }: Visibility): ReadonlySet<string> {
  const inPosts = (ids: ReadonlySet<string | undefined>) =>
    unit.posts.filter(({ id }) => ids.has(id)).flatMap(({ holders }) => holders);
  const everyPost = new Set(unit.posts.map(({ id }) => id));
  const named: readonly [string, () => ReadonlySet<string | undefined>][] = [
    ['holder.name', () => everyPost],
    ['post.holders', () => everyPost],
    ['department.headName', () => everyPost],
    ['department.leaderName', () => everyPost],
    ['leader.holder', () => everyPost],
    ['power.postNames', () => new Set(unit.powers.flatMap(({ posts }) => posts))],
    [
      'step.postName',
      () => new Set(unit.powers.flatMap(({ steps }) => steps.map(({ post }) => post))),
    ],
    ['risk.ownerName', () => new Set(unit.risks.map(({ owner }) => owner))],
    ['risk.leaderName', () => new Set(unit.risks.map(({ leader }) => leader))],
    ['risk.executorName', () => new Set(unit.measures.map(({ executor }) => executor))],
    ['measure.executorName', () => new Set(unit.measures.map(({ executor }) => executor))],
  ];
  return new Set(
    named
      .filter(([key]) => names(key))
      .flatMap(([, posts]) => inPosts(posts()))
      .map(({ person }) => person),
  );
}

/** The year's records stay only where the scheme lists fields of theirs for this audience. */
function yearRecords(unit: Unit, scheme: Scheme, { sees }: Visibility, cut: Cutter) {
  const shown = new Set(
    fieldsFor(scheme)
      .all.filter(sees)
      .map(({ subject }) => subject),
  );
  const kept = <T extends object>(
    subject: FieldSubject,
    schema: z.ZodType,
    list: readonly T[],
  ): readonly T[] => (shown.has(subject) ? list.map((one) => cut(subject, schema, one)) : []);
  return {
    reviews: kept('review', reviewSchema, unit.reviews),
    commitments: kept('commitment', commitmentSchema, unit.commitments),
    notices: kept('notice', noticeSchema, unit.notices),
    filings: kept('filing', filingSchema, unit.filings),
    inspections: kept('inspection', inspectionSchema, unit.inspections).map(
      (inspection, index) => ({
        ...inspection,
        findings: shown.has('finding')
          ? (unit.inspections[index]?.findings ?? []).map((one) =>
              cut('finding', findingSchema, one),
            )
          : [],
      }),
    ),
    warnings: kept('warning', warningSchema, unit.warnings),
    rectifications: kept('rectification', rectificationSchema, unit.rectifications),
    letters: kept('letter', letterSchema, unit.letters),
    evaluations: kept('evaluation', evaluationSchema, unit.evaluations),
  };
}
