import { describe, expect, test } from 'vitest';
import { runCases } from './cases.ts';
import type { Edit } from './support.ts';
import { checked, edited } from './support.ts';

const scheme = (from: string, to: string): Edit => ['schemes/own/scheme.yaml', from, to];

describe('LF103 words of the scheme', () => {
  runCases([
    {
      name: 'category',
      edits: [['risks.yaml', '业务流程', '業務流程']],
      found: ['LF103 risks.yaml 0/category'],
    },
    {
      name: 'rank',
      edits: [['posts.yaml', 'rank: 科员', 'rank: 办事员']],
      found: ['LF103 posts.yaml 3/rank'],
    },
    {
      name: 'tier',
      edits: [['posts.yaml', 'rank: 科员', 'rank: 科员, tier: 基层岗位']],
      found: ['LF103 posts.yaml 3/tier'],
    },
    {
      name: 'level in ratings',
      edits: [
        [
          'risks.yaml',
          'owner: chief',
          'owner: chief\n  ratings: [{stage: 审定, level: 髙, reason: 有投诉}]',
        ],
      ],
      found: ['LF103 risks.yaml 0/ratings/0/level'],
    },
    {
      name: 'finding method',
      edits: [
        scheme(
          'measures:',
          'identification: {methods: [{id: 自己找}, {id: 群众提}], channels: [信访举报]}\nmeasures:',
        ),
        ['risks.yaml', 'owner: chief', 'owner: chief\n  foundBy: [自己找, 信访举报, 群众题]'],
      ],
      found: ['LF103 risks.yaml 0/foundBy/2'],
    },
    {
      name: 'any finding method, where the scheme names none',
      edits: [['risks.yaml', 'owner: chief', 'owner: chief\n  foundBy: 自查']],
      found: [],
    },
    {
      name: 'line of a measure',
      edits: [['measures.yaml', 'risks: [r2]', 'risks: [r2], line: 中期监督']],
      found: ['LF103 measures.yaml 1/line'],
    },
    {
      name: 'kind of a measure, where the scheme names none',
      edits: [['measures.yaml', 'risks: [r2]', 'risks: [r2], kind: 制度']],
      found: [],
    },
    {
      name: 'factor that the scheme does not have',
      edits: [['risks.yaml', 'factors: {chance', 'factors: {gravity: 重, chance']],
      found: ['LF103 risks.yaml 0/factors/gravity'],
    },
    {
      name: 'factor of another kind of record',
      edits: [['risks.yaml', 'factors: {chance', 'factors: {freedom: 宽, chance']],
      found: ['LF103 risks.yaml 0/factors/freedom'],
    },
    {
      name: 'factor where it belongs',
      edits: [['powers.yaml', 'name: 经费支付', 'name: 经费支付\n  factors: {freedom: 宽}']],
      found: [],
    },
    {
      name: 'two words of a factor that has one',
      edits: [['powers.yaml', 'name: 经费支付', 'name: 经费支付\n  factors: {freedom: [宽, 窄]}']],
      found: ['LF103 powers.yaml 0/factors/freedom'],
    },
    {
      name: 'extra field that is not declared',
      edits: [['posts.yaml', 'name: 出纳,', 'name: 出纳, extra: {room: "301"},']],
      found: ['LF103 posts.yaml 3/extra/room'],
    },
    {
      name: 'extra field that is declared',
      edits: [
        scheme(
          'measures:',
          'extraFields: {room: {on: post, label: 办公室, values: ["301", "302"]}}\nmeasures:',
        ),
        ['posts.yaml', 'name: 出纳,', 'name: 出纳, extra: {room: "301"},'],
      ],
      found: [],
    },
    {
      name: 'extra field with another value, type or kind of record',
      edits: [
        scheme(
          'measures:',
          'extraFields: {room: {on: post, label: 办公室, values: ["301", "302"]}}\nmeasures:',
        ),
        ['posts.yaml', 'name: 出纳,', 'name: 出纳, extra: {room: "303"},'],
        ['posts.yaml', 'name: 财务科长,', 'name: 财务科长, extra: {room: 301},'],
        ['powers.yaml', 'name: 经费支付', 'name: 经费支付\n  extra: {room: "301"}'],
      ],
      found: [
        'LF103 posts.yaml 2/extra/room',
        'LF103 posts.yaml 3/extra/room',
        'LF103 powers.yaml 0/extra/room',
      ],
    },
  ]);
});

test('what was probably meant is said', () => {
  const { diagnostics } = checked(edited([['risks.yaml', '业务流程', '業務流程']]));
  expect(diagnostics[0]!.hint).toBe('您是否要写「业务流程」');
});

test('a word on the scale only by another writing', () => {
  const { found, diagnostics } = checked(
    edited([['risks.yaml', 'chance: 较小, harm: 较轻', 'chance: 較小, harm: 较轻']]),
  );
  expect(found).toEqual(['LF103 risks.yaml 3/factors/chance']);
  expect(diagnostics.find(({ code }) => code === 'LF103')!.hint).toBe('您是否要写「较小」');
});
