import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Method } from '../../src/model/rating.ts';
import { describeMethod } from '../../src/scheme/rating/describe-method.ts';
import { readYaml, schemeOf } from '../papers/support.ts';

const SCHEMES = join(import.meta.dirname, '../../templates/schemes');
const schemes = readdirSync(SCHEMES).map((id) => ({
  id,
  scheme: schemeOf(readYaml(SCHEMES, id, 'scheme.yaml')),
}));

test('the rating of every packaged scheme in sentences', async () => {
  const said = schemes.flatMap(({ id, scheme }) => [
    id,
    ...describeMethod(scheme).map((sentence) => `  ${sentence}`),
  ]);
  await expect(`${said.join('\n')}\n`).toMatchFileSnapshot('../expected/rating-rules.txt');
});

test('another cut-off, another sentence', () => {
  const { scheme } = schemes.find(({ id }) => id === 'county-departments')!;
  const { score } = scheme.rating;
  const cutoffs = score!.cutoffs.map((band) =>
    band.atLeast === undefined ? band : { ...band, atLeast: band.atLeast + 1 },
  );
  const changed = { ...scheme, rating: { ...scheme.rating, score: { ...score!, cutoffs } } };
  expect(describeMethod(scheme).at(-1)).toMatch(/^达到7分以上的定为高，达到5分/);
  expect(describeMethod(changed).at(-1)).toMatch(/^达到8分以上的定为高，达到6分/);
});

test.each<[string, Method, string]>([
  [
    'raters',
    {
      raters: {
        of: [
          { rater: '自评', weight: 1 },
          { rater: '办公室', weight: 3 },
        ],
        cutoffs: [
          { level: '高', above: 80 },
          { level: '低', atMost: 80 },
        ],
      },
    },
    '各方评分按比例合计：自评占25%，办公室占75%；超过80分的定为高，在80分以下的定为低',
  ],
  [
    'kinds',
    { count: { kindsOf: 'post.handles', cutoffs: [{ level: '高', atLeast: 3 }, { level: '低' }] } },
    '按经手事项的种数评定；达到3种以上的定为高，不足3种的定为低',
  ],
  [
    'lift',
    {
      triggers: [{ when: { not: { 'post.head': true } }, lift: 1 }],
      base: {
        first: [
          { when: { any: [{ 'post.keyPost': true }, { 'power.type': '许可' }] }, level: '中' },
          { otherwise: '低' },
        ],
      },
    },
    '属于重点岗位或者职权类别为许可的定为中；其余的定为低；不属于主要负责人的，提高1级',
  ],
])('%s', (_name, method, said) => {
  const { scheme } = schemes[0]!;
  const rated = schemeOf({ ...scheme, rating: { of: 'riskPoint', ...method } });
  expect(describeMethod(rated).join('；')).toBe(said);
});
