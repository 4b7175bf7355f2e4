import type { z } from 'zod';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Entity, WordList } from '../../model/common.ts';
import type { MarkedField } from '../../model/marked-fields.ts';
import { eachTextAt, markedFields } from '../../model/marked-fields.ts';
import { MEETING_FORMS } from '../../model/kinds/year/meeting.ts';
import type { Sourced } from '../../model/rating.ts';
import type { Scheme } from '../../model/scheme.ts';
import { isAssumed } from '../../scheme/assumed.ts';

/** The closed words of a scheme by field; an empty list closes nothing. */
type SchemeWords = Readonly<Record<WordList, readonly string[]>>;

export function wordsOf(scheme: Scheme): SchemeWords {
  const { identification, measures, rating } = scheme;
  return {
    level: scheme.levels.map(({ id }) => id),
    category: scheme.categories.map(({ id }) => id),
    rank: scheme.ranks.map(({ id }) => id),
    tier: scheme.tiers.map(({ id }) => id),
    // A channel such as 信访举报 is a way of finding, too.
    method:
      identification.methods.length === 0
        ? []
        : [
            ...identification.methods.flatMap(({ id, also }) => [id, ...also]),
            ...identification.channels,
          ],
    line: measures.lines,
    aspect: measures.aspects,
    measureKind: measures.kinds,
    powerType: scheme.powerTypes,
    powerNature: scheme.powerNatures,
    handles: scheme.handles,
    departmentKind: scheme.departmentKinds,
    majorMatter: scheme.scope.majorMatters,
    domain: scheme.scope.domains,
    stage: scheme.stages.map(({ id }) => id),
    warningGrade: scheme.warnings.grades,
    meetingForm: [
      ...MEETING_FORMS,
      ...scheme.duties.flatMap(({ record, kinds }) => (record.includes('meeting') ? kinds : [])),
    ],
    warningSource: scheme.warnings.sources,
    handling: scheme.warnings.handling.map(({ id }) => id),
    inspectionMethod: inspectionMethods(scheme),
    ratingStage: rating.stages.map(({ stage }) => stage),
    rater: raterNames(rating),
  };
}

/** What the scheme names as ways of inspecting, or asks for as inspections of a kind. */
function inspectionMethods({ inspections, duties }: Scheme): string[] {
  if (inspections.methods.length === 0) return [];
  return [
    ...inspections.methods.map(({ id }) => id),
    ...duties.flatMap(({ record, kinds }) => (record.includes('inspection') ? kinds : [])),
  ];
}

/** Where the scheme keeps a list of words, to ask whether it assumed it. */
const KEPT_IN: Readonly<Record<WordList, (scheme: Scheme) => readonly [Sourced, string]>> = {
  level: (scheme) => [scheme, 'levels'],
  category: (scheme) => [scheme, 'categories'],
  rank: (scheme) => [scheme, 'ranks'],
  tier: (scheme) => [scheme, 'tiers'],
  method: ({ identification }) => [identification, 'methods'],
  line: ({ measures }) => [measures, 'lines'],
  aspect: ({ measures }) => [measures, 'aspects'],
  measureKind: ({ measures }) => [measures, 'kinds'],
  powerType: (scheme) => [scheme, 'powerTypes'],
  powerNature: (scheme) => [scheme, 'powerNatures'],
  handles: (scheme) => [scheme, 'handles'],
  departmentKind: (scheme) => [scheme, 'departmentKinds'],
  majorMatter: ({ scope }) => [scope, 'majorMatters'],
  domain: ({ scope }) => [scope, 'domains'],
  stage: (scheme) => [scheme, 'stages'],
  warningGrade: ({ warnings }) => [warnings, 'grades'],
  meetingForm: (scheme) => [scheme, 'duties'],
  warningSource: ({ warnings }) => [warnings, 'sources'],
  handling: ({ warnings }) => [warnings, 'handling'],
  inspectionMethod: ({ inspections }) => [inspections, 'methods'],
  ratingStage: ({ rating }) => [rating, 'stages'],
  rater: (scheme) => [scheme, 'rating'],
};

/** Whether the words of a list are the scheme's own, because the notice names none or leaves it open. */
export function areWordsAssumed(scheme: Scheme, list: WordList): boolean {
  const [sourced, key] = KEPT_IN[list](scheme);
  return isAssumed(sourced, key);
}

/** Names of raters, wherever in the rating method they stand. */
function raterNames(method: object): string[] {
  return Object.entries(method).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    if (key !== 'raters') return raterNames(value as object);
    return (value as { of: readonly { rater: string }[] }).of.map(({ rater }) => rater);
  });
}

/** One place where a record uses a word of the scheme. */
export type WordUse = {
  readonly title: string;
  readonly word: string;
  readonly list: WordList;
  readonly known: readonly string[];
  readonly ref: NodeRef;
};

const compiled = new WeakMap<z.ZodType, readonly MarkedField<WordList>[]>();

function wordFields(schema: z.ZodType): readonly MarkedField<WordList>[] {
  let fields = compiled.get(schema);
  if (fields === undefined) {
    compiled.set(schema, (fields = markedFields(schema, ({ words }) => words)));
  }
  return fields;
}

/** Every word of the scheme that the record uses, where the scheme closes the list. */
export function wordsIn(schema: z.ZodType, record: Entity<object>, words: SchemeWords): WordUse[] {
  const uses: WordUse[] = [];
  for (const field of wordFields(schema)) {
    const known = words[field.mark];
    if (known.length === 0) continue;
    eachTextAt(record, field, (word, path) =>
      uses.push({
        title: field.title,
        list: field.mark,
        word,
        known,
        ref: at(record.ref, ...path),
      }),
    );
  }
  return uses;
}
