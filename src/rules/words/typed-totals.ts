import type { WordLists } from '../../model/word-lists.ts';
import { anyOf, perLists } from './word-pattern.ts';

/** A number that a text gives for the whole unit: 「风险点 35 个」, 「高风险 5 个」. */
export type TypedTotal = {
  readonly what: 'risk' | 'power' | 'post' | 'measure';
  /** For points: only those of this level. */
  readonly level?: string;
  readonly count: number;
  readonly text: string;
};

const COUNTED = '(?<count>\\d+)\\s*[个项条处]';

/**
 * Totals of the whole unit in a text, sentence by sentence: only sentences that say 共, and name no part
 * of the unit (`parts`: its departments and posts) nor another time.
 */
export function typedTotals(
  text: string,
  { lists, levels, parts }: TotalWords,
): readonly TypedTotal[] {
  const { total, part, before, notAfter } = signs(lists);
  if (!total.test(text)) return [];
  const pattern = patternOf(levels, before, notAfter);
  return text
    .normalize('NFKC')
    .split(/[。;!\n]/u)
    .filter((sentence) => total.test(sentence) && !part.test(sentence))
    .filter((sentence) => !parts.some((name) => sentence.includes(name)))
    .flatMap((sentence) => [...sentence.matchAll(pattern)].map(totalOf));
}

/** What totals are told by: the lists, the scheme's levels, and names of parts of the unit. */
export type TotalWords = {
  readonly lists: WordLists;
  readonly levels: readonly string[];
  readonly parts: readonly string[];
};

const signs = perLists((lists) => ({
  total: new RegExp(anyOf(lists['total-words'], lists['total-word-exceptions']), 'u'),
  /** A part, another time, another place: not the whole of this unit in this edition. */
  part: new RegExp(anyOf(lists['total-parts']), 'u'),
  /** What may stand before the noun: 查找风险点 35 个, not 领导岗位 5 个. */
  before: `(?<=^|[\\s，,、:(\\d]|${anyOf(lists['total-before'])})`,
  notAfter: `(?!${anyOf(lists['total-not-after'])})`,
}));

/** 风险点 35 个, or 35 个风险点; level and kind of the noun are named groups. */
function patternOf(levels: readonly string[], before: string, notAfter: string): RegExp {
  const level = anyOf(levels);
  const noun = [
    `(?<level>${level})(?:等级|级)?(?:(?:廉政|廉洁)?风险)?(?:点)?`,
    '(?<risk>(?:岗位)?(?:廉政|廉洁)?风险点)',
    '(?<power>(?:职权|权力事项|权力))(?:事项)?',
    '(?<measure>(?:防控|防范|管控)?措施)',
    '(?<post>岗位)',
  ].join('|');
  const second = noun.replace(/\(\?<(\w+)>/gu, '(?<$1After>');
  return new RegExp(
    `${before}(?:${noun})${notAfter}\\s*(?:共计|共有|共|总数为|总数|为|有|合计)?\\s*${COUNTED}|${COUNTED.replace('count', 'countBefore')}(?:的)?(?:${second})${notAfter}`,
    'gu',
  );
}

function totalOf(match: RegExpExecArray): TypedTotal {
  const groups = match.groups!;
  const of = (name: string) => groups[name] ?? groups[`${name}After`];
  const count = Number(groups['count'] ?? groups['countBefore']);
  const text = match[0].trim();
  const level = of('level');
  if (level !== undefined) return { what: 'risk', level, count, text };
  const what = (['risk', 'power', 'measure', 'post'] as const).find(
    (one) => of(one) !== undefined,
  )!;
  return { what, count, text };
}
