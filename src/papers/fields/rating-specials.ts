import type { Assessed } from '../../scheme/assessment.ts';
import type { FieldContext, Filter, Records, FieldSubject, FieldValue } from './field.ts';
import { levelValue } from './field-values.ts';
import type { Special } from './vocabulary.ts';

type RatedSubject = Extract<FieldSubject, 'risk' | 'post' | 'power'>;

/** Chooses from gathered records and takes a text of each; equal texts of two records stay two. */
export function texts<T extends object>(
  records: readonly T[],
  filter: Filter | undefined,
  textOf: (record: T) => string | undefined,
): string[] {
  return records
    .filter((record) => filter?.(record) ?? true)
    .map(textOf)
    .filter((text): text is string => text !== undefined && text !== '');
}

/**
 * How a level came about: the reasons, what the scheme computes, what each body decided when, and
 * what raters gave. All of it is for internal use: process records are not published.
 */
export function ratingSpecials<Name extends RatedSubject>(
  assessedOf: (record: Records[Name], context: FieldContext) => Assessed | undefined,
): Readonly<Record<string, Special<Name>>> {
  const ratingsOf = (record: Records[Name]) => record.ratings;
  const of = (
    header: string,
    textOf: (rating: Records['risk']['ratings'][number]) => string | undefined,
  ): Special<Name> => ({
    header,
    gathers: 'rating',
    value: (record, _context, { filter }): FieldValue => texts(ratingsOf(record), filter, textOf),
  });
  return {
    reason: {
      header: '定级理由',
      value: (record, context) => assessedOf(record, context)?.reasons.map(({ text }) => text),
    },
    computedLevel: {
      width: 8,
      header: '计算等级',
      inline: true,
      value: (record, context) => {
        const assessed = assessedOf(record, context);
        return assessed === undefined
          ? undefined
          : levelValue({ ...assessed, level: assessed.computed }, context.scheme);
      },
    },
    ratings: of('评定经过', ({ stage, level, body, on }) => {
      const by = [body, on].filter((part) => part !== undefined).join('，');
      return `${stage}：${level}${by === '' ? '' : `（${by}）`}`;
    }),
    'ratings.level': of('评定等级', ({ level }) => level),
    'ratings.body': of('评定主体', ({ body }) => body),
    'ratings.on': of('评定日期', ({ on }) => on),
    'ratings.reason': of('评定理由', ({ reason }) => reason),
    scores: {
      header: '各方评分',
      gathers: 'score',
      value: (record, _context, { filter }) =>
        texts(record.scores, filter, ({ rater, score, votes }) => {
          const counted = Object.entries(votes ?? {}).map(([word, count]) => `${word}${count}票`);
          const given = score === undefined ? counted.join('、') : String(score);
          return `${rater}：${given}`;
        }),
    },
    factors: {
      header: '定级因素',
      value: (record, { scheme }) => factorTexts(record, scheme),
    },
  };
}

function factorTexts(
  { factors }: Pick<Records['risk'], 'factors'>,
  scheme: FieldContext['scheme'],
): string[] {
  return Object.entries(factors).map(([id, word]) => {
    const label = scheme.factors[id]?.label ?? id;
    return `${label}：${factorText(word)}`;
  });
}

/** The word or words given for a factor, as a reader sees them. */
export function factorText(word: Records['risk']['factors'][string] | undefined): string {
  if (word === undefined) return '';
  if (Array.isArray(word)) return word.join('、');
  return typeof word === 'boolean' ? (word ? '是' : '否') : String(word);
}
