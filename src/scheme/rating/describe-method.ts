import type { Condition, Cutoff, Method, Test } from '../../model/rating.ts';
import type { Scheme } from '../../model/scheme.ts';
import { bandText } from './cutoffs.ts';
import type { Term } from './terms.ts';
import { termsOf } from './terms.ts';

/**
 * The scheme's way to find a level in sentences, for papers that explain it (划分标准说明): made from
 * what is computed, so that a changed cut-off changes the paper.
 */
export function describeMethod(scheme: Scheme): string[] {
  return sentencesOf(scheme.rating, termsOf(scheme));
}

type Terms = ReadonlyMap<string, Term>;

function sentencesOf(method: Method, terms: Terms): string[] {
  const { first, matrix, score, consequence, count, raters, gravestOf, triggers, base } = method;
  if (first !== undefined) return first.flatMap((row) => rowSentences(row, terms));
  if (matrix !== undefined) {
    const names = matrix.factors.map((id) => labelOf(id, terms));
    return cellSentences(matrix.cells, names, []);
  }
  if (score !== undefined) return scoreSentences(score, terms);
  if (consequence !== undefined) {
    const name = labelOf(consequence.factor, terms);
    const words = Object.entries(consequence.levels).map(
      ([word, level]) => `${word}的定为${level}`,
    );
    return [`按${name}评定，有几项的从重：${words.join('，')}`];
  }
  if (count !== undefined) return countSentences(count, terms);
  if (raters !== undefined) {
    const parts = raters.of.map(({ rater, weight }) => `${rater}占${percent(weight, raters.of)}`);
    return [`各方评分按比例合计：${parts.join('，')}`, bands(raters.cutoffs, '分')];
  }
  if (gravestOf !== undefined) {
    return [
      '按下列办法分别评定，取最重的等级',
      ...gravestOf.flatMap((one) => sentencesOf(one, terms)),
    ];
  }
  const lifts = (triggers ?? []).map(({ when, set, lift = 1 }) => {
    const then = set === undefined ? `提高${lift}级` : `直接定为${set}`;
    return `${conditionText(when, terms)}的，${then}`;
  });
  return [...(base === undefined ? [] : sentencesOf(base, terms)), ...lifts];
}

function rowSentences(row: NonNullable<Method['first']>[number], terms: Terms): string[] {
  const { when, level, otherwise, by } = row;
  const subject = when === undefined ? '其余' : conditionText(when, terms);
  if (by !== undefined) return [`${subject}的，按下列办法评定`, ...sentencesOf(by, terms)];
  return [`${subject}的定为${level ?? otherwise ?? ''}`];
}

function cellSentences(
  cells: NonNullable<Method['matrix']>['cells'],
  names: readonly string[],
  above: readonly string[],
): string[] {
  return Object.entries(cells).flatMap(([word, inner]) => {
    const path = [...above, `${names[above.length] ?? ''}${word}`];
    return typeof inner === 'string'
      ? [`${path.join('、')}的定为${inner}`]
      : cellSentences(inner, names, path);
  });
}

const COMBINED = { sum: '相加', weightedSum: '按权重相加', product: '相乘' } as const;

function scoreSentences(
  { combine, of, cutoffs }: NonNullable<Method['score']>,
  terms: Terms,
): string[] {
  const factors = of.map(({ factor, weight, numbers }) => {
    const term = terms.get(factor);
    const scale = term?.scale ?? [];
    const graded = scale.flatMap((word, index) => {
      const number = numbers?.[word] ?? term?.numbers?.[index];
      return number === undefined ? [] : [`${word}${number}分`];
    });
    const weighed = weight === undefined ? '' : `权重${weight}，`;
    return `${labelOf(factor, terms)}（${weighed}${graded.join('、')}）`;
  });
  return [`${factors.join('、')}各项得分${COMBINED[combine]}`, bands(cutoffs, '分')];
}

function countSentences(
  { of, kindsOf, cutoffs }: NonNullable<Method['count']>,
  terms: Terms,
): string[] {
  if (kindsOf !== undefined) {
    return [`按${labelOf(kindsOf, terms)}的种数评定`, bands(cutoffs, '种')];
  }
  const criteria = (of ?? []).map(({ when, label }) => label ?? conditionText(when, terms));
  return [`${criteria.join('、')}，各算一项`, bands(cutoffs, '项')];
}

function bands(cutoffs: readonly Cutoff[], unit: string): string {
  return cutoffs
    .map((band) => `${bandText(band, cutoffs, unit).replaceAll(' ', '')}的定为${band.level}`)
    .join('，');
}

function percent(weight: number, of: readonly { readonly weight: number }[]): string {
  const total = of.reduce((sum, one) => sum + one.weight, 0);
  return `${Math.round((weight / total) * 1000) / 10}%`;
}

function labelOf(id: string, terms: Terms): string {
  return terms.get(id)?.label ?? id;
}

function conditionText(condition: Condition, terms: Terms): string {
  const { all = [], any = [], not, ...attributes } = condition;
  const inner = (one: Condition) => conditionText(one, terms);
  return [
    ...Object.entries(attributes).map(([id, test]) => testText(id, test as Test, terms)),
    ...all.map(inner),
    ...(any.length === 0 ? [] : [any.map(inner).join('或者')]),
    ...(not === undefined ? [] : [negated(inner(not))]),
  ].join('，并且');
}

function negated(text: string): string {
  return text.startsWith('属于') ? `不${text}` : `不属于${text}的情形`;
}

function testText(id: string, test: Test, terms: Terms): string {
  const term = terms.get(id);
  const label = term?.label ?? id;
  const word = (value: string | number) => term?.names.get(String(value)) ?? String(value);
  if (typeof test === 'boolean') return test ? `属于${label}` : `不属于${label}`;
  if (Array.isArray(test)) return `${label}为${test.map(word).join('或者')}`;
  if (typeof test !== 'object') return `${label}为${word(test)}`;
  const { atLeast, atMost, above, below, not } = test;
  return [
    ...(atLeast === undefined ? [] : [`${label}在${word(atLeast)}以上`]),
    ...(atMost === undefined ? [] : [`${label}在${word(atMost)}以下`]),
    ...(above === undefined ? [] : [`${label}超过${above}`]),
    ...(below === undefined ? [] : [`${label}不足${below}`]),
    ...(not === undefined ? [] : [`${label}不是${String(not)}`]),
  ].join('，');
}
