import type { UsualWords, WordList } from '../model/common.ts';
import { LETTER_KINDS } from '../model/kinds/year/letter.ts';
import { MEETING_FORMS } from '../model/kinds/year/meeting.ts';
import type { Sourced } from '../model/rating.ts';
import type { DischargingKind } from '../model/scheme-duty.ts';
import type { Scheme } from '../model/scheme.ts';
import { isAssumed } from './assumed.ts';

/** The closed words of a scheme by field; an empty list closes nothing. */
export type ClosedWords = Readonly<Record<WordList, readonly string[]>>;

export function wordsOf(scheme: Scheme): ClosedWords {
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
    meetingForm: [...MEETING_FORMS, ...kindsAsked(scheme, 'meeting')],
    warningSource: scheme.warnings.sources,
    handling: scheme.warnings.handling.map(({ id }) => id),
    inspectionMethod: inspectionMethods(scheme),
    ratingStage: rating.stages.map(({ stage }) => stage),
    rater: raterNames(rating),
  };
}

/** What the scheme names as ways of inspecting, or asks for as inspections of a kind. */
function inspectionMethods(scheme: Scheme): string[] {
  const { methods } = scheme.inspections;
  if (methods.length === 0) return [];
  return [...methods.map(({ id }) => id), ...kindsAsked(scheme, 'inspection')];
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

/** Words by which a scheme calls what a field holds; other words will do as well. */
export function usualWordsOf(scheme: Scheme): Readonly<Record<UsualWords, readonly string[]>> {
  const ladder = scheme.escalation.ladder.map(({ letter }) => letter);
  return {
    evaluationKind: kindsAsked(scheme, 'evaluation'),
    letterKind: [...new Set([...ladder, ...LETTER_KINDS])],
  };
}

/** What the duties of a scheme call the records of a kind that discharge them. */
function kindsAsked({ duties }: Scheme, kind: DischargingKind): string[] {
  return duties.flatMap(({ record, kinds }) => (record.includes(kind) ? kinds : []));
}
