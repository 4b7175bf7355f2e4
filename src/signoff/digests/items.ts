import type { z } from 'zod';
import type { Entity } from '../../model/common.ts';
import { commitmentSchema } from '../../model/kinds/commitment.ts';
import { departmentSchema } from '../../model/kinds/department.ts';
import { measureSchema } from '../../model/kinds/measure.ts';
import type { Measure } from '../../model/kinds/measure.ts';
import { noticeSchema } from '../../model/kinds/notice.ts';
import { postSchema } from '../../model/kinds/post.ts';
import { powerSchema } from '../../model/kinds/power.ts';
import { riskPointSchema } from '../../model/kinds/risk.ts';
import type { RiskPoint } from '../../model/kinds/risk.ts';
import { stepSchema } from '../../model/kinds/step.ts';
import { unitInfoSchema } from '../../model/kinds/unit.ts';
import type { Unit } from '../../model/project.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Assessed, Assessment } from '../../scheme/assessment.ts';
import type { Relations } from '../../scheme/relations.ts';
import { isOpen } from '../../scheme/relations.ts';
import { birthId, birthIdsOf } from './births.ts';
import type { Plain } from './encode.ts';
import { signedContent } from './signed-content.ts';
import type { ReviewSubject } from '../steps/subjects.ts';

/** One thing that a sign-off covers: a risk point, or the record that the points belong to. */
export type SignedItem = {
  /** Birth id of a point; `kind/birth-id` of another record; `unit`. */
  readonly key: string;
  readonly name: string;
  readonly isClosed: boolean;
  /** What is signed for, as the fields marked `signed` say it in this version of the digest. */
  readonly content: (version: number) => Plain;
  /** What it rests on besides powers: its step and its measures. */
  readonly basis: (version: number) => Plain;
  /** Its power, by `power/birth-id`, with the measures that serve the power as a whole. */
  readonly power:
    { readonly key: string; readonly content: (version: number) => Plain } | undefined;
  /** The level that counts, decided in one of these stages or computed; undefined: not rated. */
  readonly level: (isLater: (stage: string) => boolean) => string | undefined;
  readonly risk?: Entity<RiskPoint>;
};

/** Everything of a unit that a sign-off can cover, by key. Closed points are there, deleted ones not. */
export type SignedItems = {
  readonly byKey: ReadonlyMap<string, SignedItem>;
  readonly of: (subject: ReviewSubject) => readonly SignedItem[];
};

/** Lays out what there is to sign in a unit. */
export function itemsOf(
  unit: Unit,
  scheme: Scheme,
  relations: Relations,
  assessment: Assessment,
): SignedItems {
  const births = birthIdsOf(unit);
  const signed = (schema: z.ZodType, record: object) =>
    once((version) => signedContent(schema, record, version, births));
  const measures = (of: readonly Measure[]) => (version: number) =>
    of
      .toSorted((a, b) => (birthId(a) < birthId(b) ? -1 : 1))
      .map((one) => ({
        id: birthId(one),
        content: signedContent(measureSchema, one, version, births),
      }));
  const serving = (key: 'posts' | 'departments' | 'powers', id: string) =>
    relations.measures.filter((measure) => measure[key].includes(id));
  const byKey = new Map<string, SignedItem>();
  const add = (item: SignedItem) => {
    byKey.set(item.key, item);
    return item;
  };
  const plainItem = (
    key: string,
    name: string,
    record: { readonly closed?: unknown },
    schema: z.ZodType,
    of: readonly Measure[] = [],
    assessed?: Assessed,
    ratings: RiskRatings = [],
  ): SignedItem => ({
    key,
    name,
    isClosed: !isOpen(record),
    content: signed(schema, record),
    basis: once((version) => ({ measures: measures(of)(version) })),
    power: undefined,
    level: levelOf(assessed, ratings),
  });

  const powers = new Map(
    unit.powers.map((power) => {
      const content = once((version) => ({
        power: signedContent(powerSchema, power, version, births),
        measures: measures(serving('powers', power.id))(version),
      }));
      return [power.id, { key: `power/${birthId(power)}`, content }];
    }),
  );
  const steps = new Map(
    unit.powers.flatMap(({ id, steps: own }) =>
      own.map((step) => [`${id}/${step.id}`, step] as const),
    ),
  );
  /** A point that follows its post or power takes the level that this one had at the step. */
  const levelOfRisk = (risk: RiskPoint): SignedItem['level'] => {
    const own = levelOf(assessment.risks.get(risk.id), risk.ratings);
    const status = assessment.risks.get(risk.id)?.status;
    if (scheme.rating.of === 'riskPoint' || status === 'notRated') return own;
    const followed =
      scheme.rating.of === 'power'
        ? levelOf(
            assessment.powers.get(risk.power ?? ''),
            relations.powerById.get(risk.power ?? '')?.ratings ?? [],
          )
        : levelOf(
            assessment.posts.get(risk.post ?? ''),
            relations.postById.get(risk.post ?? '')?.ratings ?? [],
          );
    return (isLater) =>
      risk.ratings.findLast(({ stage }) => !isLater(stage))?.level ?? followed(isLater);
  };
  const riskItem = (risk: Entity<RiskPoint>): SignedItem => ({
    key: birthId(risk),
    name: risk.name,
    isClosed: !isOpen(risk),
    content: signed(riskPointSchema, risk),
    basis: once((version) => {
      const step = steps.get(`${risk.power}/${risk.step}`);
      return {
        step: step === undefined ? '' : signedContent(stepSchema, step, version, births),
        measures: measures(relations.measuresOf(risk.id))(version),
      };
    }),
    power: risk.power === undefined ? undefined : powers.get(risk.power),
    level: levelOfRisk(risk),
    risk,
  });

  const whole = add(plainItem('unit', unit.info.name, unit.info, unitInfoSchema));
  const departments = new Map(
    unit.departments.map((one) => [
      one.id,
      add(
        plainItem(
          `department/${birthId(one)}`,
          one.name,
          one,
          departmentSchema,
          serving('departments', one.id),
        ),
      ),
    ]),
  );
  const posts = new Map(
    unit.posts.map((one) => [
      one.id,
      add(
        plainItem(
          `post/${birthId(one)}`,
          one.name,
          one,
          postSchema,
          serving('posts', one.id),
          assessment.posts.get(one.id),
          one.ratings,
        ),
      ),
    ]),
  );
  const risks = new Map(unit.risks.map((risk) => [risk.id, add(riskItem(risk))]));
  const notices = new Map(
    unit.notices.map((one) => [
      one.id,
      add(plainItem(`notice/${birthId(one)}`, one.title, one, noticeSchema)),
    ]),
  );
  const commitments = new Map(
    unit.commitments.map((one) => [
      one.id,
      add(plainItem(`commitment/${birthId(one)}`, one.id, one, commitmentSchema)),
    ]),
  );
  const open = (of: readonly RiskPoint[]) => of.flatMap(({ id }) => risks.get(id) ?? []);
  const present = (item: SignedItem | undefined) => (item === undefined ? [] : [item]);

  return {
    byKey,
    of: ({ kind, id }) => {
      switch (kind) {
        case 'unit':
          return [whole, ...open(relations.risksOfUnit)];
        case 'department':
          return [...present(departments.get(id)), ...open(relations.risksOfDepartment(id))];
        case 'post':
          return [...present(posts.get(id)), ...open(relations.risksOfPost(id))];
        case 'list':
          return open(relations.risks);
        case 'notice':
          return present(notices.get(id));
        case 'commitment':
          return present(commitments.get(id));
      }
    },
  };
}

/** Works content out once a version: every record of a chain asks for the same. */
function once(make: (version: number) => Plain): (version: number) => Plain {
  const known = new Map<number, Plain>();
  return (version) => {
    let content = known.get(version);
    if (content === undefined) known.set(version, (content = make(version)));
    return content;
  };
}

type RiskRatings = RiskPoint['ratings'];

/**
 * What a body decides at a later step of the chain is no change for those who signed before it: they
 * signed the level as it stood at their step.
 */
function levelOf(assessed: Assessed | undefined, ratings: RiskRatings): SignedItem['level'] {
  return (isLater) => {
    const decided = ratings.findLast(({ stage }) => !isLater(stage));
    return decided?.level ?? assessed?.computed;
  };
}
