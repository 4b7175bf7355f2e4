import { say } from '../../diagnostics/message.ts';
import type { Method } from '../../model/rating.ts';
import { rounded } from '../rating/cutoffs.ts';
import type { Term } from '../rating/terms.ts';
import { numberOf } from '../rating/terms.ts';
import type { RatingVocabulary } from './condition-faults.ts';
import { checkCondition, termFor } from './condition-faults.ts';
import type { Reach } from './cutoff-faults.ts';
import { checkCutoffs } from './cutoff-faults.ts';
import { checkMatrix } from './matrix-faults.ts';
import type { ReportFault, SchemePath } from './report-fault.ts';
import { isKnown, isSingleWord } from './report-fault.ts';

type MethodCheck = {
  readonly vocabulary: RatingVocabulary;
  readonly report: ReportFault;
};

/** Faults of a method of rating and of those inside it. */
export function checkMethod(method: Method, path: SchemePath, check: MethodCheck): void {
  const { vocabulary, report } = check;
  if (method.first !== undefined) checkFirst(method.first, [...path, 'first'], check);
  if (method.matrix !== undefined) {
    checkMatrix(method.matrix, [...path, 'matrix'], vocabulary, report);
  }
  if (method.score !== undefined) checkScore(method.score, [...path, 'score'], check);
  if (method.consequence !== undefined) {
    checkConsequence(method.consequence, [...path, 'consequence'], check);
  }
  if (method.count !== undefined) checkCount(method.count, [...path, 'count'], check);
  if (method.raters !== undefined) checkRaters(method.raters, [...path, 'raters'], check);
  for (const [index, each] of (method.gravestOf ?? []).entries()) {
    checkMethod(each, [...path, 'gravestOf', index], check);
  }
  for (const [index, trigger] of (method.triggers ?? []).entries()) {
    const place = [...path, 'triggers', index];
    checkCondition(trigger.when, [...place, 'when'], vocabulary, report);
    if (trigger.set !== undefined) checkLevel(trigger.set, [...place, 'set'], check);
  }
  if (method.base === undefined) return;
  if (method.triggers === undefined) {
    report('LF607', [...path, 'base'], 'base 只与 triggers 一起用', { on: 'key' });
  }
  checkMethod(method.base, [...path, 'base'], check);
}

function checkLevel(level: string, path: SchemePath, { vocabulary, report }: MethodCheck): void {
  isKnown(report, 'LF603', { path }, { word: level, known: vocabulary.levels, what: '等级' });
}

function checkFirst(
  rows: NonNullable<Method['first']>,
  path: SchemePath,
  check: MethodCheck,
): void {
  const { vocabulary, report } = check;
  const last = rows.findIndex((row) => row.otherwise !== undefined);
  for (const [index, row] of rows.entries()) {
    const place = [...path, index];
    if (last >= 0 && index > last) {
      report('LF607', place, '写在 otherwise 之后的一条永远用不到', {
        hint: '把 otherwise 放到最后',
      });
    }
    if (row.otherwise !== undefined) {
      checkLevel(row.otherwise, [...place, 'otherwise'], check);
      if (row.when !== undefined || row.level !== undefined || row.by !== undefined) {
        report('LF607', place, 'otherwise 不与 when、level、by 写在同一条', {
          hint: 'otherwise 后直接写等级',
        });
      }
    } else if (row.when === undefined) {
      report('LF607', place, '这一条没有写条件', { hint: '加上 when，或者改为 otherwise' });
    } else if ((row.level === undefined) === (row.by === undefined)) {
      report('LF607', place, '符合条件时定什么等级没有写清', { hint: 'level 和 by 写且只写一个' });
    }
    if (row.when !== undefined) checkCondition(row.when, [...place, 'when'], vocabulary, report);
    if (row.level !== undefined) checkLevel(row.level, [...place, 'level'], check);
    if (row.by !== undefined) checkMethod(row.by, [...place, 'by'], check);
  }
}

function checkBands(
  cutoffs: NonNullable<Method['score']>['cutoffs'],
  path: SchemePath,
  reach: Reach,
  check: MethodCheck,
): void {
  for (const [index, band] of cutoffs.entries()) {
    checkLevel(band.level, [...path, index, 'level'], check);
  }
  checkCutoffs(cutoffs, path, reach, check.report);
}

type ScorePart = NonNullable<Method['score']>['of'][number];

function checkScore(
  score: NonNullable<Method['score']>,
  path: SchemePath,
  check: MethodCheck,
): void {
  const { report } = check;
  const isWeighted = score.combine === 'weightedSum';
  const numbers: (readonly number[] | undefined)[] = [];
  for (const [index, part] of score.of.entries()) {
    const place = [...path, 'of', index];
    if (isWeighted && part.weight === undefined) {
      report('LF607', place, say`加权求和时「${{ factor: part.factor }}」没有写权重`, {
        hint: '写上 weight',
      });
    } else if (!isWeighted && part.weight !== undefined) {
      report('LF607', [...place, 'weight'], '只有加权求和才用权重', {
        hint: '把 combine 改为 weightedSum，或者去掉 weight',
      });
    }
    const of = partNumbers(part, place, check);
    numbers.push(of?.map((number) => (isWeighted ? number * (part.weight ?? 1) : number)));
  }
  const values = totals(numbers, score.combine === 'product');
  checkBands(score.cutoffs, [...path, 'cutoffs'], values === undefined ? {} : { values }, check);
}

/** The numbers that a part of a score can give; undefined where they cannot be told. */
function partNumbers(
  part: ScorePart,
  path: SchemePath,
  { vocabulary, report }: MethodCheck,
): readonly number[] | undefined {
  const term = termFor(part.factor, { path: [...path, 'factor'], on: 'value' }, vocabulary, report);
  if (term === undefined || !isSingleWord(term, [...path, 'factor'], '计分', report))
    return undefined;
  if (part.numbers !== undefined) return mappedNumbers(term, part.numbers, path, report);
  const numbers = (term.words ?? []).map((word) => numberOf(term, word));
  if (numbers.length > 0 && numbers.every((number) => number !== undefined)) return numbers;
  // Where the factor has numbers but not enough of them, that is reported at the factor.
  if (term.numbers === undefined) {
    report(
      'LF607',
      [...path, 'factor'],
      say`「${{ label: term.label }}」的取值没有分值，不能计分`,
      {
        hint: '给因素写上 numbers，或者在这里写 numbers',
      },
    );
  }
  return undefined;
}

function mappedNumbers(
  term: Term,
  numbers: Readonly<Record<string, number>>,
  path: SchemePath,
  report: ReportFault,
): readonly number[] | undefined {
  for (const word of Object.keys(numbers)) {
    if (term.words === undefined) break;
    const what = `「${term.label}」的取值`;
    isKnown(
      report,
      'LF607',
      { path: [...path, 'numbers', word], on: 'key' },
      { word, known: term.words, what },
    );
  }
  const absent = (term.words ?? []).filter((word) => !Object.hasOwn(numbers, word));
  if (absent.length > 0) {
    const listed = absent.map((word) => `「${word}」`).join('');
    report('LF607', [...path, 'numbers'], say`「${{ label: term.label }}」的${{ listed }}没有分值`);
  }
  return term.words === undefined || absent.length > 0 ? undefined : Object.values(numbers);
}

const MOST_TOTALS = 20_000;

/** Every total that can be met, in order; undefined where they cannot be told or are too many. */
function totals(
  numbers: readonly (readonly number[] | undefined)[],
  isProduct: boolean,
): readonly number[] | undefined {
  let sums = new Set([isProduct ? 1 : 0]);
  for (const choices of numbers) {
    if (choices === undefined || sums.size * choices.length > MOST_TOTALS) return undefined;
    const next = new Set<number>();
    for (const sum of sums) {
      for (const number of choices) next.add(isProduct ? sum * number : sum + number);
    }
    sums = next;
  }
  return [...new Set([...sums].map(rounded))].toSorted((a, b) => a - b);
}

function checkConsequence(
  { factor, levels }: NonNullable<Method['consequence']>,
  path: SchemePath,
  check: MethodCheck,
): void {
  const { vocabulary, report } = check;
  for (const [word, level] of Object.entries(levels)) {
    checkLevel(level, [...path, 'levels', word], check);
  }
  const term = termFor(factor, { path: [...path, 'factor'], on: 'value' }, vocabulary, report);
  if (term?.words === undefined) return;
  for (const word of Object.keys(levels)) {
    const what = `「${term.label}」的取值`;
    isKnown(
      report,
      'LF607',
      { path: [...path, 'levels', word], on: 'key' },
      { word, known: term.words, what },
    );
  }
  for (const word of term.words) {
    if (Object.hasOwn(levels, word)) continue;
    report(
      'LF607',
      [...path, 'levels'],
      say`「${{ label: term.label }}」的「${{ word }}」没有对应的等级`,
    );
  }
}

function checkCount(
  count: NonNullable<Method['count']>,
  path: SchemePath,
  check: MethodCheck,
): void {
  const { vocabulary, report } = check;
  let most = count.of?.length;
  for (const [index, { when }] of (count.of ?? []).entries()) {
    checkCondition(when, [...path, 'of', index, 'when'], vocabulary, report);
  }
  if (count.kindsOf !== undefined) {
    const place = [...path, 'kindsOf'];
    const term = termFor(count.kindsOf, { path: place, on: 'value' }, vocabulary, report);
    if (term !== undefined && term.kind !== 'list') {
      report('LF607', place, say`「${{ label: term.label }}」只有一个取值，不能数有几种`, {
        hint: '用可多选的因素（multiple: true）或 post.handles',
      });
    }
    most = term?.words?.length;
  }
  const reach =
    most === undefined ? { low: 0 } : { values: Array.from({ length: most + 1 }, (_, n) => n) };
  checkBands(count.cutoffs, [...path, 'cutoffs'], reach, check);
}

function checkRaters(
  raters: NonNullable<Method['raters']>,
  path: SchemePath,
  check: MethodCheck,
): void {
  const { min, max } = raters;
  if (min !== undefined && max !== undefined && min >= max) {
    check.report('LF607', [...path, 'max'], say`评分的上限 ${{ max }} 不高于下限 ${{ min }}`);
  }
  const seen = new Set<string>();
  for (const [index, { rater }] of raters.of.entries()) {
    if (seen.has(rater)) {
      check.report('LF202', [...path, 'of', index, 'rater'], say`评定方「${{ rater }}」写了两次`);
    }
    seen.add(rater);
  }
  checkBands(raters.cutoffs, [...path, 'cutoffs'], { low: min, high: max }, check);
}
