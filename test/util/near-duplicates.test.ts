import fc from 'fast-check';
import { expect, test } from 'vitest';
import { similarClusters, similarPairs } from '../../src/util/near-duplicates.ts';
import { rankedSets, shingleSets } from '../../src/util/ranked-sets.ts';
import { runs } from '../support/fast-check.ts';

/** What the fast join must agree with: all with all. */
function bruteForce(sets: readonly ReadonlySet<unknown>[], threshold: number) {
  return sets.flatMap((a, first) =>
    sets.flatMap((b, second) => {
      if (second <= first) return [];
      const shared = [...a].filter((member) => b.has(member)).length;
      const similarity = shared === 0 ? 0 : shared / (a.size + b.size - shared);
      return similarity >= threshold ? [{ first, second, similarity }] : [];
    }),
  );
}

function shingles(text: string): Set<string> {
  if (text.length < 3) return new Set(text === '' ? [] : [text]);
  return new Set(Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3)));
}

const threshold = fc.constantFrom(0.05, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1);

/** Few letters, and copies with a letter changed: many pairs near the threshold. */
const texts = fc
  .array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁', '𠀀'), maxLength: 14 }), {
    maxLength: 12,
  })
  .chain((originals) =>
    fc
      .array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('', '甲', '戊己')), { maxLength: 12 })
      .map((changes) => [
        ...originals,
        ...changes.map(([which, where, put]) => {
          const text = originals[which % Math.max(1, originals.length)] ?? '';
          const cut = where % (text.length + 1);
          return text.slice(0, cut) + put + text.slice(cut + 1);
        }),
      ]),
  );

test('finds in texts exactly the pairs that comparing all with all finds', () => {
  fc.assert(
    fc.property(texts, threshold, (list, least) => {
      expect(similarPairs(shingleSets(list), least)).toEqual(bruteForce(list.map(shingles), least));
    }),
    { numRuns: runs(500) },
  );
});

test('finds in sets of numbers exactly those pairs', () => {
  const lists = fc.array(fc.array(fc.nat(12), { maxLength: 10 }), { maxLength: 16 });
  fc.assert(
    fc.property(lists, threshold, (list, least) => {
      const sets = list.map((members) => new Set(members));
      expect(similarPairs(rankedSets(list), least)).toEqual(bruteForce(sets, least));
    }),
    { numRuns: runs(500) },
  );
});

test('clusters are what the pairs connect', () => {
  fc.assert(
    fc.property(texts, threshold, (list, least) => {
      const clusterOf = list.map((_, place) => place);
      for (const { first, second } of bruteForce(list.map(shingles), least)) {
        const [keep, drop] = [clusterOf[first]!, clusterOf[second]!].toSorted((a, b) => a - b);
        for (const place of list.keys()) if (clusterOf[place] === drop) clusterOf[place] = keep!;
      }
      const expected = [...new Set(clusterOf)]
        .map((root) => [...list.keys()].filter((place) => clusterOf[place] === root))
        .filter((cluster) => cluster.length > 1);
      expect(similarClusters(shingleSets(list), least)).toEqual(expected);
    }),
    { numRuns: runs(300) },
  );
});

test('the order of the list does not matter', () => {
  fc.assert(
    fc.property(texts, threshold, (list, least) => {
      const last = list.length - 1;
      const forth = similarPairs(shingleSets(list), least);
      const back = similarPairs(shingleSets(list.toReversed()), least).map((pair) => ({
        ...pair,
        first: last - pair.second,
        second: last - pair.first,
      }));
      expect(back.toSorted((a, b) => a.first - b.first || a.second - b.second)).toEqual(forth);
    }),
  );
});

test('a text shorter than a shingle is compared as a whole, an empty one with nothing', () => {
  expect(similarPairs(shingleSets(['', '', '甲', '甲', '甲乙', '乙甲']), 0.5)).toEqual([
    { first: 2, second: 3, similarity: 1 },
  ]);
});

test('a similarity exactly at the threshold counts', () => {
  // 7 of 10: 0.7 is not a binary fraction.
  const lists = [
    [1, 2, 3, 4, 5, 6, 7],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ];
  expect(similarPairs(rankedSets(lists), 0.7)).toEqual([{ first: 0, second: 1, similarity: 0.7 }]);
});
