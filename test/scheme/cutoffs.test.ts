import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cutoff } from '../../src/model/rating.ts';
import { bandOf, bandsWithin, rounded } from '../../src/scheme/rating/cutoffs.ts';
import { assess, schemeOf, unitOf } from './support.ts';

const BANDS: readonly Cutoff[] = [
  { level: '高', atLeast: 80 },
  { level: '中', above: 60 },
  { level: '低', atMost: 60 },
];

test('a boundary belongs to the side that it is written on', () => {
  const levels = [80.1, 80, 79.9, 60.1, 60, 59.9].map((value) => bandOf(value, BANDS)?.level);
  expect(levels).toEqual(['高', '高', '中', '中', '低', '低']);
});

test('sums of decimal fractions are what they look like on paper', () => {
  expect(rounded(0.1 + 0.2)).toBe(0.3);
  expect(rounded(0.7 * 3)).toBe(2.1);
});

const cutoffs = fc
  .uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 3 })
  .chain((bounds) =>
    fc.tuple(
      fc.constant(bounds.toSorted((a, b) => b - a)),
      fc.array(fc.boolean(), { minLength: bounds.length, maxLength: bounds.length }),
    ),
  )
  .map(([bounds, included]): readonly Cutoff[] => [
    ...bounds.map((bound, index) => ({
      level: String(index),
      ...(included[index] ? { atLeast: bound } : { above: bound }),
    })),
    { level: 'last' },
  ]);

test('property: the bands within an interval are those that its numbers fall into', () => {
  const end = fc.integer({ min: -4, max: 40 }).map((n) => n / 4);
  fc.assert(
    fc.property(cutoffs, end, end, (bands, a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const met = new Set<Cutoff | undefined>();
      for (let n = low * 16; n <= high * 16; n++) met.add(bandOf(n / 16, bands));
      expect(new Set(bandsWithin(low, high, bands))).toEqual(met);
    }),
  );
});

test('without a limit a missing rater may give anything', () => {
  expect(new Set(bandsWithin(-Infinity, Infinity, BANDS))).toEqual(new Set(BANDS));
  expect(new Set(bandsWithin(70, Infinity, BANDS))).toEqual(new Set(BANDS.slice(0, 2)));
});

test('property: a level in spite of missing raters holds whatever they give', () => {
  const scheme = schemeOf({
    rating: {
      of: 'riskPoint',
      raters: {
        of: [
          { rater: '甲', weight: 1 },
          { rater: '乙', weight: 2 },
          { rater: '丙', weight: 1 },
        ],
        min: 0,
        max: 100,
        cutoffs: [{ level: '高', atLeast: 75 }, { level: '中', above: 50 }, { level: '低' }],
      },
    },
  });
  const score = fc.integer({ min: 0, max: 100 });
  const given = (scores: Readonly<Record<string, number | undefined>>) =>
    assess(
      scheme,
      unitOf({
        risks: [
          {
            id: 'r',
            unit: true,
            scores: Object.entries(scores)
              .filter(([, each]) => each !== undefined)
              .map(([rater, each]) => ({ rater, score: each })),
          },
        ],
      }),
    ).risks.get('r')!;
  fc.assert(
    fc.property(
      fc.record({ 甲: score, 乙: score, 丙: score }, { requiredKeys: [] }),
      score,
      (scores, other) => {
        const result = given(scores);
        const fill = (value: number) => given({ 甲: value, 乙: value, 丙: value, ...scores }).level;
        const [low, high] = [fill(0), fill(100)];
        expect(result.level).toBe(low === high ? low : undefined);
        expect([undefined, fill(other)]).toContain(result.level);
      },
    ),
  );
});
