import { say } from '../../diagnostics/message.ts';
import type { Condition, Test } from '../../model/rating.ts';
import type { FactorHolder, Term } from '../rating/terms.ts';
import { HOLDER_NAMES, numberOf } from '../rating/terms.ts';
import type { ReportFault, SchemePath } from './report-fault.ts';
import { hintFor, isKnown } from './report-fault.ts';
import type { RangeTest } from '../rating/condition.ts';

/** What faults of a rating are judged by. */
export type RatingVocabulary = {
  readonly terms: ReadonlyMap<string, Term>;
  readonly levels: readonly string[];
  /** Records that are at hand when the thing is rated. */
  readonly holders: readonly FactorHolder[];
};

/** LF607 for every attribute, factor or word of a condition that the scheme does not have. */
export function checkCondition(
  condition: Condition,
  path: SchemePath,
  vocabulary: RatingVocabulary,
  report: ReportFault,
): void {
  for (const [key, value] of Object.entries(condition)) {
    if (value === undefined) continue;
    const place = [...path, key];
    if (key === 'all' || key === 'any') {
      for (const [index, each] of (value as readonly Condition[]).entries()) {
        checkCondition(each, [...place, index], vocabulary, report);
      }
    } else if (key === 'not') checkCondition(value as Condition, place, vocabulary, report);
    else {
      const term = termFor(key, { path: place, on: 'key' }, vocabulary, report);
      if (term !== undefined) checkTest(term, value as Test, place, report);
    }
  }
}

export type WrittenTerm = { readonly path: SchemePath; readonly on: 'key' | 'value' };

/** The factor or attribute of that name, if there is one that the rated thing has. */
export function termFor(
  id: string,
  { path, on }: WrittenTerm,
  { terms, holders }: RatingVocabulary,
  report: ReportFault,
): Term | undefined {
  const term = terms.get(id);
  if (term === undefined) {
    report('LF607', path, say`方案中没有因素或属性「${{ id }}」`, {
      hint: hintFor(id, [...terms.keys()]),
      on,
    });
    return undefined;
  }
  if (!holders.includes(term.holder)) {
    const hint = term.isFactor
      ? `把因素「${id}」的 of 改为 ${holders[0]}`
      : '改用评定对象自己的属性';
    const message = say`评定的是${{ rated: HOLDER_NAMES[holders[0]!] }}，用不到${{ holder: HOLDER_NAMES[term.holder] }}的「${{ label: term.label }}」`;
    report('LF607', path, message, { hint, on });
    return undefined;
  }
  return term;
}

function checkTest(term: Term, test: Test, path: SchemePath, report: ReportFault): void {
  if (Array.isArray(test)) {
    for (const [index, word] of test.entries()) checkWord(term, word, [...path, index], report);
  } else if (typeof test !== 'object') checkWord(term, test, path, report);
  else checkRange(term, test, path, report);
}

function checkWord(
  term: Term,
  word: string | number | boolean,
  path: SchemePath,
  report: ReportFault,
): void {
  if (term.kind === 'truth' || typeof word === 'boolean') {
    if (term.kind === 'truth' && typeof word === 'boolean') return;
    const hint = term.kind === 'truth' ? '写 true 或 false' : hintFor('', term.words ?? []);
    report('LF607', path, say`「${{ label: term.label }}」不能取「${{ word }}」`, { hint });
    return;
  }
  if (term.words === undefined) return;
  isKnown(
    report,
    'LF607',
    { path },
    { word: String(word), known: term.words, what: `「${term.label}」的取值` },
  );
}

function checkRange(term: Term, test: RangeTest, path: SchemePath, report: ReportFault): void {
  if (test.not !== undefined) checkWord(term, test.not, [...path, 'not'], report);
  for (const key of ['atLeast', 'atMost', 'above', 'below'] as const) {
    const bound = test[key];
    if (bound !== undefined) checkBound(term, bound, [...path, key], report);
  }
}

function checkBound(
  term: Term,
  bound: string | number,
  path: SchemePath,
  report: ReportFault,
): void {
  const isNumber = typeof bound === 'number';
  if (term.scale === undefined) {
    report('LF607', path, say`「${{ label: term.label }}」的取值没有轻重次序，不能比较`, {
      hint: '改为列出各个取值',
    });
  } else if (isNumber && !term.scale.includes(String(bound))) {
    if (term.scale.some((word) => numberOf(term, word) === undefined)) {
      report(
        'LF607',
        path,
        say`「${{ label: term.label }}」的取值没有分值，不能与 ${{ bound }} 比较`,
        {
          hint: '给因素写上 numbers，或者用取值来比较',
        },
      );
    }
  } else
    isKnown(
      report,
      'LF607',
      { path },
      { word: String(bound), known: term.scale, what: `「${term.label}」的取值` },
    );
}
