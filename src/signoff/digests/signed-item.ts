import type { z } from 'zod';
import type { Entity } from '../../model/common.ts';
import { measureSchema } from '../../model/kinds/measure.ts';
import type { Measure } from '../../model/kinds/measure.ts';
import type { Power } from '../../model/kinds/power.ts';
import { powerSchema } from '../../model/kinds/power.ts';
import { riskPointSchema } from '../../model/kinds/risk.ts';
import type { RiskPoint } from '../../model/kinds/risk.ts';
import type { Step } from '../../model/kinds/step.ts';
import { stepSchema } from '../../model/kinds/step.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Assessed, Assessment } from '../../scheme/assessment.ts';
import type { Relations } from '../../scheme/relations.ts';
import { isOpen } from '../../scheme/relations.ts';
import type { BirthIds } from './births.ts';
import { birthId } from './births.ts';
import type { PlainRecord } from './encode.ts';
import { signedContent } from './signed-content.ts';

/** One thing that a sign-off covers: a risk point, or the record that the points belong to. */
export type SignedItem = {
  /** Birth id of a point; `kind/birth-id` of another record; `unit`. */
  readonly key: string;
  readonly name: string;
  readonly isClosed: boolean;
  /** What is signed for, as the fields marked `signed` say it in this version of the digest. */
  readonly content: Content;
  /** What it rests on besides powers: its step and its measures. */
  readonly basis: Content;
  /** Its power, by `power/birth-id`, with the measures that serve the power as a whole. */
  readonly power: { readonly key: string; readonly content: Content } | undefined;
  /** The level that counts, decided in one of these stages or computed; undefined: not rated. */
  readonly level: (isLater: (stage: string) => boolean) => string | undefined;
  readonly risk?: Entity<RiskPoint>;
};

/** What is signed, by the version of the digest. */
type Content = (version: number) => PlainRecord;

/** What items are made from. */
export type Signing = {
  readonly scheme: Scheme;
  readonly relations: Relations;
  readonly assessment: Assessment;
  readonly births: BirthIds;
};

type SignedRecord = {
  readonly key: string;
  readonly name: string;
  readonly record: { readonly closed?: unknown };
  readonly schema: z.ZodType;
  /** Measures that serve the record as a whole. */
  readonly measures?: readonly Measure[];
  readonly level?: SignedItem['level'];
};

/** The item of a record that points belong to, or of one that is reviewed by itself. */
export function recordItem(
  { key, name, record, schema, measures = [], level = () => undefined }: SignedRecord,
  { births }: Signing,
): SignedItem {
  return {
    key,
    name,
    isClosed: !isOpen(record),
    content: once((version) => signedContent(schema, record, version, births)),
    basis: once((version) => ({ measures: measureContents(measures, version, births) })),
    power: undefined,
    level,
  };
}

/** The item of a point, which also rests on its power and step. */
export function riskItem(
  risk: Entity<RiskPoint>,
  { power, step }: { readonly power: SignedItem['power']; readonly step: Step | undefined },
  signing: Signing,
): SignedItem {
  const { relations, births } = signing;
  return {
    key: birthId(risk),
    name: risk.name,
    isClosed: !isOpen(risk),
    content: once((version) => signedContent(riskPointSchema, risk, version, births)),
    basis: once((version) => ({
      step: step === undefined ? '' : signedContent(stepSchema, step, version, births),
      measures: measureContents(relations.measuresOf(risk.id), version, births),
    })),
    power,
    level: levelOfRisk(risk, signing),
    risk,
  };
}

/** What points of a power rest on. */
export function signedPower(
  power: Power,
  { relations, births }: Signing,
): NonNullable<SignedItem['power']> {
  const serving = servingMeasures('powers', power.id, relations);
  return {
    key: `power/${birthId(power)}`,
    content: once((version) => ({
      power: signedContent(powerSchema, power, version, births),
      measures: measureContents(serving, version, births),
    })),
  };
}

/** Measures that serve a post, department or power as a whole. */
export function servingMeasures(
  key: 'posts' | 'departments' | 'powers',
  id: string,
  { measures }: Relations,
): readonly Measure[] {
  return measures.filter((measure) => measure[key].includes(id));
}

function measureContents(
  measures: readonly Measure[],
  version: number,
  births: BirthIds,
): PlainRecord[] {
  return measures
    .toSorted((a, b) => (birthId(a) < birthId(b) ? -1 : 1))
    .map((measure) => ({
      id: birthId(measure),
      content: signedContent(measureSchema, measure, version, births),
    }));
}

/** A point that follows its post or power takes the level that this one had at the step. */
function levelOfRisk(
  { id, post = '', power = '', ratings }: RiskPoint,
  { scheme, relations, assessment }: Signing,
): SignedItem['level'] {
  const assessed = assessment.risks.get(id);
  const { of } = scheme.rating;
  if (of === 'riskPoint' || assessed?.status === 'notRated') return levelOf(assessed, ratings);
  const followed =
    of === 'power'
      ? levelOf(assessment.powers.get(power), relations.powerById.get(power)?.ratings)
      : levelOf(assessment.posts.get(post), relations.postById.get(post)?.ratings);
  return (isLater) => ratings.findLast(({ stage }) => !isLater(stage))?.level ?? followed(isLater);
}

/**
 * What a body decides at a later step of the chain is no change for those who signed before it: they
 * signed the level as it stood at their step.
 */
export function levelOf(
  assessed: Assessed | undefined,
  ratings: RiskPoint['ratings'] = [],
): SignedItem['level'] {
  return (isLater) => {
    const decided = ratings.findLast(({ stage }) => !isLater(stage));
    return decided?.level ?? assessed?.computed;
  };
}

/** Works content out once a version: every record of a chain asks for the same. */
function once(make: Content): Content {
  const known = new Map<number, PlainRecord>();
  return (version) => {
    let content = known.get(version);
    if (content === undefined) known.set(version, (content = make(version)));
    return content;
  };
}
