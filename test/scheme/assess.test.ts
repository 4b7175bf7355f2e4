import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkScheme } from '../../src/scheme/check-scheme.ts';
import { runs } from '../support/fast-check.ts';
import type { Raw } from './support.ts';
import { assess, refIn, schemeOf, unitOf, yaml } from './support.ts';

const BY_POST = schemeOf(
  yaml(`
rating:
  of: post
  first:
    - { when: { post.head: true }, level: 高 }
    - { when: { post.handles: [人, 财] }, level: 中 }
    - { otherwise: 低 }
`),
);
const BY_POINT = schemeOf(
  yaml(`
factors: { a: { label: 甲, scale: [小, 大] } }
rating:
  of: riskPoint
  first: [{ when: { a: 大, post.tier: 中层岗位 }, level: 高 }, { otherwise: 低 }]
`),
);

const posts: readonly Raw[] = [
  { id: 'p1', rank: '局长' },
  { id: 'p2', rank: '科长', handles: ['财'] },
  { id: 'p3', rank: '科员', headcount: 2 },
  { id: 'p4' },
];
const risks: readonly Raw[] = posts.flatMap(({ id }, index) => [
  { id: `r${index}a`, post: id, factors: { a: '大' } },
  { id: `r${index}b`, post: id, factors: { a: '小' } },
  { id: `r${index}c`, post: id, ratings: [{ stage: '审定', level: '中' }] },
]);

test.each([
  ['posts', BY_POST],
  ['points', BY_POINT],
])('property: the order of records changes nothing where %s are rated', (_, scheme) => {
  const levels = (given: { posts: readonly Raw[]; risks: readonly Raw[] }) => {
    const assessment = assess(scheme, unitOf(given));
    const sorted = [...assessment.risks, ...assessment.posts];
    return Object.fromEntries(sorted.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  const expected = levels({ posts, risks });
  const shuffled = <T>(all: readonly T[]) =>
    fc.shuffledSubarray([...all], { minLength: all.length });
  fc.assert(
    fc.property(shuffled(posts), shuffled(risks), (somePosts, someRisks) => {
      expect(levels({ posts: somePosts, risks: someRisks })).toEqual(expected);
    }),
    { numRuns: runs(50) },
  );
});

test('every open point has an entry, closed ones have none', () => {
  const closed = { on: '2026-01-01', reason: '职责取消' };
  const unit = unitOf({ posts, risks: [...risks, { id: 'gone', unit: true, closed }] });
  const assessment = assess(BY_POINT, unit);
  expect([...assessment.risks.keys()]).toEqual(risks.map(({ id }) => id));
  expect(assessment.posts.size).toBe(0);
  expect(assessment.powers.size).toBe(0);
});

test('a point of a closed post still takes its level, but the post is no longer listed', () => {
  const closed = { on: '2026-01-01', reason: '机构改革' };
  const unit = unitOf({ posts: [{ ...posts[0], closed }], risks: [{ id: 'r', post: 'p1' }] });
  const assessment = assess(BY_POST, unit);
  expect(assessment.risks.get('r')!.level).toBe('高');
  expect(assessment.posts.size).toBe(0);
});

test('with several raters methods each has its own input', () => {
  const raters = (rater: string) => ({
    raters: {
      of: [{ rater, weight: 1 }],
      min: 0,
      max: 10,
      cutoffs: [{ level: '高', atLeast: 8 }, { level: '中', atLeast: 5 }, { level: '低' }],
    },
  });
  const scheme = schemeOf({
    rating: { of: 'riskPoint', gravestOf: [raters('群众'), raters('领导小组')] },
  });
  const scores = [
    { rater: '群众', score: 3 },
    { rater: '领导小组', score: 6 },
  ];
  const risk = (some: readonly Raw[]) =>
    assess(scheme, unitOf({ risks: [{ id: 'r', unit: true, scores: some }] })).risks.get('r')!;
  expect(risk(scores).level).toBe('中');
  expect(risk(scores.slice(0, 1))).toMatchObject({ level: undefined, missing: ['领导小组评分'] });
  expect(checkScheme(scheme, (path) => refIn('scheme.yaml', ...path))).toEqual([]);
});

test('every point of a county of 50,000 is rated', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => ({
    ...risks[index % risks.length],
    id: `r${index}`,
  }));
  const unit = unitOf({ posts, risks: many });
  const { risks: rated } = assess(BY_POINT, unit);
  expect(rated.size).toBe(50_000);
});
