import { say } from '../../diagnostics/message.ts';
import type { Target } from '../../diagnostics/diagnostic.ts';
import type { Message } from '../../diagnostics/message.ts';
import type { RuleCode } from '../../diagnostics/rule-codes.ts';
import { suggest } from '../../util/suggest.ts';
import type { Term } from '../rating/terms.ts';

/** Keys and indexes that lead to a node of the scheme. */
export type SchemePath = readonly (string | number)[];

/** Notes a fault of the scheme at a node of it. */
export type ReportFault = (
  code: RuleCode,
  path: SchemePath,
  message: string | Message,
  more?: More,
) => void;
type More = { readonly hint?: string; readonly on?: Target };

const MOST_LISTED = 12;

/** What to write instead of a word that is not there. */
export function hintFor(word: string, known: readonly string[]): string {
  const meant = suggest(word, known);
  if (meant !== undefined) return `您是否要写「${meant}」`;
  if (known.length === 0) return '方案中还没有定义这类词';
  const listed = known.slice(0, MOST_LISTED).join('、');
  return known.length > MOST_LISTED ? `可用：${listed}等 ${known.length} 个` : `可用：${listed}`;
}

export type WordAmong = {
  readonly word: string;
  readonly known: readonly string[];
  readonly what: string;
};

export type WrittenAt = { readonly path: SchemePath; readonly on?: Target | undefined };

/** Reports a word that is not one of those known; gives whether it is. */
export function isKnown(
  report: ReportFault,
  code: RuleCode,
  { path, on = 'value' }: WrittenAt,
  { word, known, what }: WordAmong,
): boolean {
  if (known.includes(word)) return true;
  report(code, path, say`方案中没有${{ what }}「${{ word }}」`, { hint: hintFor(word, known), on });
  return false;
}

/** Reports a term of which several words, or none, may hold at once; gives whether it is fine. */
export function isSingleWord(
  term: Term,
  path: SchemePath,
  use: string,
  report: ReportFault,
): boolean {
  if (term.kind === 'word') return true;
  report('LF607', path, say`「${{ label: term.label }}」不是单选的取值，不能用于${{ use }}`, {
    hint: '可多选的因素用于 consequence、count 或条件',
  });
  return false;
}
