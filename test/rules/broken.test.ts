import { describe, expect, test } from 'vitest';
import type { Edit } from './support.ts';
import { checked, edited } from './support.ts';

const printed = (edits: readonly Edit[]) =>
  checked(edited(edits)).diagnostics.map(({ code, file }) => `${code} ${file.split('/').at(-1)}`);

/** What a fault hides is not reported again under other names. */
describe('one fault, one finding', () => {
  test.each([
    [
      'a broken list of points',
      ['risks.yaml', 'name: 白条抵库', 'name: "白条抵库'],
      ['LF001 risks.yaml'],
    ],
    ['a broken list of posts', ['posts.yaml', 'name: 出纳', 'name: "出纳'], ['LF001 posts.yaml']],
    ['a broken unit.yaml', ['unit.yaml', 'name: 财务科', 'name: "财务科'], ['LF001 unit.yaml']],
    [
      'a broken list of measures',
      ['measures.yaml', '领导批示一律', '"领导批示一律'],
      ['LF001 measures.yaml'],
    ],
    ['a malformed subject', ['risks.yaml', 'post: cashier', 'post: 出纳'], ['LF107 risks.yaml']],
    ['a malformed power', ['risks.yaml', 'power: pay', 'power: 支付'], ['LF107 risks.yaml']],
    [
      'a measure for a malformed point',
      ['measures.yaml', 'risks: [r4]', 'risks: [四]'],
      ['LF107 measures.yaml'],
    ],
    [
      'a level of the wrong type',
      ['risks.yaml', 'factors: {chance', 'factors: [chance'],
      ['LF001 risks.yaml'],
    ],
    [
      'a mistyped factor',
      ['risks.yaml', 'chance: 较大, harm: 较重', 'chanse: 较大, harm: 较重'],
      ['LF103 risks.yaml'],
    ],
    ['a rank that is a list', ['posts.yaml', 'rank: 局长', 'rank: [局长]'], ['LF104 posts.yaml']],
    [
      'a name left out',
      ['risks.yaml', '- id: r4\n  name: 白条抵库', '- id: r4'],
      ['LF106 risks.yaml'],
    ],
  ] as const)('%s', (_, edit, expected) => {
    expect(printed([edit])).toEqual(expected);
  });
});

test('a blank is named by its field', () => {
  const { diagnostics } = checked(
    edited([
      ['posts.yaml', 'name: 出纳,', 'name: 出纳, duties: 待填,'],
      ['powers.yaml', 'name: 申请}', 'name: 申请, post: }'],
      ['unit.yaml', '', 'contacts: {supervision: }\n'],
    ]),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '待填：岗位职责',
    '待填：承办岗位',
    '待填：监督电话',
  ]);
});
