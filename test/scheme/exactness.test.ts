import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scheme } from '../../src/model/scheme.ts';
import { runs } from '../support/fast-check.ts';
import type { Raw } from './support.ts';
import { assess, refIn, schemeOf, unitOf } from './support.ts';

const LEVELS = ['高', '中', '低'];
const level = fc.constantFrom(...LEVELS);

/** The inputs of the random schemes: what each may be once it is filled in. */
const DOMAINS = {
  two: ['否', '是'],
  three: ['小', '中', '大'],
  many: [[], ['甲'], ['乙'], ['甲', '乙']],
  rank: ['局长', '副局长', '科长', '科员'],
  handles: [[], ['人'], ['财'], ['人', '财']],
  category: ['流程', '环境'],
} as const;
type InputName = keyof typeof DOMAINS;
type Filled = Partial<Record<InputName, string | readonly string[]>>;
const LABELS: Record<InputName, string> = {
  two: '甲因素',
  three: '乙因素',
  many: '丙因素',
  rank: '职级层次',
  handles: '经手事项',
  category: '风险类别',
};
const NAMES = Object.keys(DOMAINS) as InputName[];

const leaf: fc.Arbitrary<Raw> = fc.oneof(
  fc.constantFrom<Raw>(
    { two: '是' },
    { three: { atLeast: '中' } },
    { three: ['小', '大'] },
    { three: { not: '中' } },
    { three: { above: 1 } },
    { many: '甲' },
    { many: { not: '乙' } },
    { 'post.rank': ['局长', '科员'] },
    { 'post.tier': '领导岗位' },
    { 'post.head': true },
    { 'post.head': false },
    { 'post.rank': { atLeast: '科长' } },
    { 'post.handles': ['人', '财'] },
    { 'risk.category': '流程' },
    { 'power.type': '审批' },
    { two: '否', 'post.tier': '其他岗位' },
  ),
);
const { condition } = fc.letrec<{ condition: Raw }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const cutoffs = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 3 }), level, level, level)
  .map(([upper, step, a, b, c]) => [
    { level: a, atLeast: upper },
    { level: b, above: upper - step },
    { level: c },
  ]);
const cells = fc.array(level, { minLength: 6, maxLength: 6 }).map((levels) => ({
  否: { 小: levels[0], 中: levels[1], 大: levels[2] },
  是: { 小: levels[3], 中: levels[4], 大: levels[5] },
}));

const { method } = fc.letrec<{ method: Raw }>((tie) => ({
  method: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(fc.array(fc.tuple(condition, level), { minLength: 1, maxLength: 3 }), level)
      .map(([rows, otherwise]) => ({
        first: [...rows.map(([when, then]) => ({ when, level: then })), { otherwise }],
      })),
    cells.map((all) => ({ matrix: { factors: ['two', 'three'], cells: all } })),
    fc.tuple(fc.constantFrom('sum', 'product'), cutoffs).map(([combine, bands]) => ({
      score: { combine, of: [{ factor: 'two' }, { factor: 'three' }], cutoffs: bands },
    })),
    fc
      .tuple(level, level)
      .map(([a, b]) => ({ consequence: { factor: 'many', levels: { 甲: a, 乙: b } } })),
    fc
      .tuple(fc.array(condition, { minLength: 1, maxLength: 3 }), cutoffs)
      .map(([all, bands]) => ({ count: { of: all.map((when) => ({ when })), cutoffs: bands } })),
    cutoffs.map((bands) => ({ count: { kindsOf: 'post.handles', cutoffs: bands } })),
    fc.array(tie('method'), { minLength: 2, maxLength: 3 }).map((gravestOf) => ({ gravestOf })),
    fc.tuple(condition, tie('method'), condition).map(([when, by, other]) => ({
      first: [
        { when, by },
        { when: other, level: '中' },
      ],
    })),
    fc
      .tuple(condition, level, condition, fc.integer({ min: 1, max: 2 }), tie('method'))
      .map(([a, set, b, lift, base]) => ({
        triggers: [
          { when: a, set },
          { when: b, lift },
        ],
        base,
      })),
  ),
}));

const filled: fc.Arbitrary<Filled> = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, fc.constantFrom(...DOMAINS[name])])),
  { requiredKeys: [] },
);

function tiny(rating: Raw): Scheme {
  return schemeOf({
    handles: ['人', '财'],
    powerTypes: ['审批', '处罚'],
    categories: [{ id: '流程' }, { id: '环境' }],
    factors: {
      two: { label: LABELS.two, scale: DOMAINS.two, numbers: [1, 2] },
      three: { label: LABELS.three, scale: DOMAINS.three, numbers: [1, 2, 3] },
      many: { label: LABELS.many, scale: ['甲', '乙'], multiple: true },
    },
    rating: { of: 'riskPoint', ...rating },
  });
}

function assessed(scheme: Scheme, { rank, handles, category, ...factors }: Filled) {
  const unit = unitOf({
    posts: [{ id: 'p', ...(rank && { rank }), ...(handles && { handles }) }],
    risks: [{ id: 'r', post: 'p', ...(category && { category }), factors }],
    todos: handles === undefined ? [refIn('posts.yaml', 0, 'handles')] : [],
  });
  return assess(scheme, unit).risks.get('r')!;
}

/** Every way to fill in what is missing. */
function completed(given: Filled): readonly Filled[] {
  let all: readonly Filled[] = [given];
  for (const name of NAMES) {
    if (given[name] !== undefined) continue;
    all = all.flatMap((each) => DOMAINS[name].map((value) => ({ ...each, [name]: value })));
  }
  return all;
}

test('a level is given if and only if every completion gives it, and just what matters is missing', () => {
  fc.assert(
    fc.property(method, filled, (rating, given) => {
      const scheme = tiny(rating);
      const key = (values: Filled) => NAMES.map((name) => String(values[name])).join('|');
      const all = completed(given);
      const outcome = new Map(all.map((each) => [key(each), assessed(scheme, each).computed]));
      const outcomes = new Set(outcome.values());
      const matters = NAMES.filter(
        (name) =>
          given[name] === undefined &&
          all.some((each) =>
            DOMAINS[name].some(
              (value) => outcome.get(key({ ...each, [name]: value })) !== outcome.get(key(each)),
            ),
          ),
      );

      const result = assessed(scheme, given);
      expect(result.computed).toBe(outcomes.size === 1 ? [...outcomes][0] : undefined);
      expect(new Set(result.missing)).toEqual(new Set(matters.map((name) => LABELS[name])));
      const possible = outcomes.size > 1 ? LEVELS.filter((each) => outcomes.has(each)) : [];
      expect(result.possible ?? []).toEqual(possible);
    }),
    { numRuns: runs(400) },
  );
});

test('equal inputs share one result, so that a county is rated at once', () => {
  const scheme = tiny({ first: [{ when: { three: '大' }, level: '高' }, { otherwise: '低' }] });
  const risks = DOMAINS.three.flatMap((three) => [
    { id: `a-${DOMAINS.three.indexOf(three)}`, unit: true, factors: { three } },
    { id: `b-${DOMAINS.three.indexOf(three)}`, unit: true, factors: { three } },
  ]);
  const levels = assess(scheme, unitOf({ risks })).risks;
  for (const index of [0, 1, 2]) expect(levels.get(`a-${index}`)).toBe(levels.get(`b-${index}`));
});

test('too many completions leave the level open and say so', () => {
  const ids = Array.from({ length: 10 }, (_, index) => `f${index}`);
  const scheme = schemeOf({
    factors: Object.fromEntries(
      ids.map((id) => [id, { label: id, scale: ['a', 'b', 'c', 'd'], numbers: [1, 2, 3, 4] }]),
    ),
    rating: {
      of: 'riskPoint',
      score: {
        combine: 'sum',
        of: ids.map((factor) => ({ factor })),
        cutoffs: [{ level: '高', atLeast: 30 }, { level: '中', atLeast: 20 }, { level: '低' }],
      },
    },
  });
  const result = assess(scheme, unitOf({ risks: [{ id: 'r', unit: true }] })).risks.get('r')!;
  expect(result.level).toBeUndefined();
  expect(result.missing).toEqual(ids);
  expect(result.reasons.at(-1)!.text).toMatch('可能的组合过多，没有逐一推算，未评定');
});

test('words that the scheme leaves open cannot be counted while they are missing', () => {
  const scheme = schemeOf({
    requires: { post: ['handles'] },
    rating: {
      of: 'post',
      first: [
        { when: { 'post.head': true }, level: '高' },
        {
          when: { 'post.head': false },
          by: {
            count: {
              kindsOf: 'post.handles',
              cutoffs: [{ level: '中', atLeast: 2 }, { level: '低' }],
            },
          },
        },
      ],
    },
  });
  const post = (given: Raw) => assess(scheme, unitOf({ posts: [{ id: 'p', ...given }] })).posts;
  expect(post({ rank: '局长' }).get('p')!.level).toBe('高');
  expect(post({ rank: '科员', handles: ['章', '证'] }).get('p')!.level).toBe('中');
  expect(post({ rank: '科员' }).get('p')).toMatchObject({
    level: undefined,
    missing: ['经手事项'],
  });
});
