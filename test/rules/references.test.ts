import { describe } from 'vitest';
import { runCases } from './cases.ts';
import type { Edit } from './support.ts';
import { CLEAN } from './support.ts';

/** A scheme under which a unit may be nearly empty. */
const LOOSE: Edit = [
  'schemes/loose/scheme.yaml',
  '',
  CLEAN['schemes/own/scheme.yaml']!.replace('id: own', 'id: loose').replace(
    '{flows: some}',
    '{posts: none, leadership: false, departments: false, unit: false, powers: false, flows: none}',
  ),
];
const PAY: Edit = ['risks.yaml', 'power: pay', 'power: cashier'];

describe('LF201 dangling reference', () => {
  runCases([
    {
      name: 'a risk’s owner',
      edits: [['risks.yaml', 'owner: chief', 'owner: cheif']],
      found: ['LF201 risks.yaml 0/owner'],
    },
    {
      name: 'one of a list of departments',
      edits: [['posts.yaml', 'inChargeOf: [finance]', 'inChargeOf: [finance, legal]']],
      found: ['LF201 posts.yaml 1/inChargeOf/1'],
    },
    {
      name: 'a step’s post',
      edits: [['powers.yaml', 'name: 申请}', 'name: 申请, post: nobody}']],
      found: ['LF201 powers.yaml 0/steps/0/post'],
    },
    {
      name: 'the leading group',
      edits: [['unit.yaml', '', 'leadingGroup: {head: boss, members: [chief]}\n']],
      found: ['LF201 unit.yaml leadingGroup/head'],
    },
    {
      name: 'an inspection’s finding',
      edits: [
        [
          'inspections.yaml',
          '',
          '- {id: i1, title: 抽查, findings: [{id: f1, problem: 漏记, risks: [r9]}]}\n',
        ],
      ],
      found: ['LF201 inspections.yaml 0/findings/0/risks/0'],
    },
    {
      name: 'a rectification’s finding exists, its warning does not',
      edits: [
        ['inspections.yaml', '', '- {id: i1, title: 抽查, findings: [{id: f1, problem: 漏记}]}\n'],
        ['rectifications.yaml', '', '- {id: z1, problem: 漏记, finding: f1, warning: w1}\n'],
      ],
      found: ['LF201 rectifications.yaml 0/warning'],
    },
    {
      name: 'another unit that is not there',
      edits: [['unit.yaml', '', 'parent: county\n']],
      found: ['LF201 unit.yaml parent'],
    },
    {
      name: 'a post of another unit',
      edits: [
        ['risks.yaml', 'owner: chief', 'owner: other/head'],
        ['units/other/unit.yaml', '', 'name: 某局\nscheme: loose\n'],
        ['units/other/posts.yaml', '', '- {id: head, name: 局长, rank: 局长}\n'],
        LOOSE,
      ],
      found: [],
    },
    {
      name: 'a post that another unit does not have',
      edits: [
        ['risks.yaml', 'owner: chief', 'owner: other/chief'],
        ['units/other/unit.yaml', '', 'name: 某局\nscheme: loose\n'],
        ['units/other/posts.yaml', '', '- {id: head, name: 局长, rank: 局长}\n'],
        LOOSE,
      ],
      found: ['LF201 risks.yaml 0/owner'],
    },
    {
      name: 'persons, while people.yaml is kept elsewhere',
      edits: [['posts.yaml', 'rank: 局长}', 'rank: 局长, holders: [p01]}']],
      found: [],
    },
    {
      name: 'a person that people.yaml does not have',
      edits: [
        ['posts.yaml', 'rank: 局长}', 'rank: 局长, holders: [p01]}'],
        ['posts.yaml', 'rank: 副局长,', 'rank: 副局长, holders: [p02],'],
        ['people.yaml', '', '- {id: p01, name: 张某}\n'],
      ],
      found: ['LF201 posts.yaml 1/holders/0/person'],
    },
  ]);
});

describe('LF202 duplicate id', () => {
  runCases([
    {
      name: 'two measures',
      edits: [['measures.yaml', 'id: m2', 'id: m1']],
      found: ['LF202 measures.yaml 1/id'],
    },
    {
      name: 'two departments',
      edits: [
        ['unit.yaml', '    name: 财务科\n', '    name: 财务科\n  - {id: finance, name: 办公室}\n'],
      ],
      found: ['LF202 unit.yaml departments/1/id'],
    },
    {
      name: 'two steps of one power',
      edits: [['powers.yaml', 'name: 审批}', 'name: 审批}\n    - {id: apply, name: 支付}']],
      found: ['LF202 powers.yaml 0/steps/2/id'],
    },
    {
      name: 'the same id for a post and a power is allowed',
      edits: [['powers.yaml', 'id: pay', 'id: cashier'], ...Array.from({ length: 6 }, () => PAY)],
      found: [],
    },
    {
      name: 'findings of two inspections',
      edits: [
        [
          'inspections.yaml',
          '',
          '- {id: i1, title: 抽查, findings: [{id: f1, problem: 漏记}]}\n- {id: i2, title: 复查, findings: [{id: f1, problem: 错记}]}\n',
        ],
      ],
      found: ['LF202 inspections.yaml 1/findings/0/id'],
    },
  ]);
});

describe('LF203 id reused', () => {
  runCases([
    {
      name: 'the former id of another',
      edits: [['measures.yaml', 'id: m2,', 'id: m2, formerly: [m3],']],
      found: ['LF203 measures.yaml 2/id'],
    },
    {
      name: 'two claim one former id',
      edits: [
        ['measures.yaml', 'id: m2,', 'id: m2, formerly: [old],'],
        ['measures.yaml', 'id: m3,', 'id: m3, formerly: [old],'],
      ],
      found: ['LF203 measures.yaml 1/formerly/0', 'LF203 measures.yaml 2/formerly/0'],
    },
    {
      name: 'an id of its own that came back',
      edits: [['measures.yaml', 'id: m2,', 'id: m2, formerly: [m2, m2b],']],
      found: [],
    },
  ]);
});

describe('LF204 circle', () => {
  runCases([
    {
      name: 'of posts',
      edits: [
        ['posts.yaml', 'rank: 科长,', 'rank: 科长, reportsTo: cashier,'],
        ['posts.yaml', 'rank: 科员,', 'rank: 科员, reportsTo: chief,'],
      ],
      found: ['LF204 posts.yaml 3/reportsTo'],
    },
    {
      name: 'of a department with itself',
      edits: [['unit.yaml', 'name: 财务科\n', 'name: 财务科\n    parent: finance\n']],
      found: ['LF204 unit.yaml departments/0/parent'],
    },
    {
      name: 'of units',
      edits: [['unit.yaml', '', 'parent: bureau\n']],
      found: ['LF204 unit.yaml parent'],
    },
    {
      name: 'a long line is none',
      edits: [
        ['posts.yaml', 'rank: 科长,', 'rank: 科长, reportsTo: deputy,'],
        ['posts.yaml', 'rank: 科员,', 'rank: 科员, reportsTo: chief,'],
        ['posts.yaml', 'rank: 副局长,', 'rank: 副局长, reportsTo: director,'],
      ],
      found: [],
    },
  ]);
});

describe('LF205–LF207 steps', () => {
  runCases([
    {
      name: 'no way to a step',
      edits: [
        [
          'powers.yaml',
          'name: 申请}',
          'name: 申请, next: [approve]}\n    - {id: verify, name: 核验}',
        ],
      ],
      found: ['LF205 powers.yaml 0/steps/1/id'],
    },
    {
      name: 'no way to the end',
      edits: [
        ['powers.yaml', 'name: 申请}', 'name: 申请, next: [approve]}'],
        ['powers.yaml', 'name: 审批}', 'name: 审批, next: [apply]}'],
      ],
      found: ['LF206 powers.yaml 0/steps/0/id'],
    },
    {
      name: 'back to an earlier step, or on to the end',
      edits: [['powers.yaml', 'name: 审批}', 'name: 审批, next: [apply], end: true}']],
      found: [],
    },
    {
      name: 'on to a step that the power does not have',
      edits: [['powers.yaml', 'name: 申请}', 'name: 申请, next: [aprove, approve]}']],
      found: ['LF207 powers.yaml 0/steps/0/next/0'],
    },
    {
      name: 'a point at a step that the power does not have',
      edits: [['risks.yaml', 'step: approve', 'step: sign']],
      found: ['LF207 risks.yaml 0/step'],
    },
    {
      name: 'a point at a step, without a power',
      edits: [['risks.yaml', 'power: pay\n  ', '']],
      found: ['LF207 risks.yaml 0/step', 'LF321 risks.yaml 0'],
    },
  ]);
});

describe('LF208 subject', () => {
  runCases([
    {
      name: 'two',
      edits: [['risks.yaml', 'post: cashier', 'post: cashier\n  department: finance']],
      found: ['LF208 risks.yaml 3/department'],
    },
    {
      name: 'none',
      edits: [['risks.yaml', '\n  department: finance', '']],
      found: ['LF208 risks.yaml 4', 'LF303 unit.yaml departments/0'],
    },
    {
      name: 'still blank',
      edits: [['risks.yaml', 'unit: true', 'department:']],
      found: [],
    },
  ]);
});

describe('LF209 closed', () => {
  const closed = 'closed: {on: "2026-01-31", reason: 合并}';
  runCases([
    {
      name: 'an owner whose post has ended',
      edits: [
        ['posts.yaml', '', `- {id: aide, name: 会计, rank: 科员, ${closed}}\n`],
        ['risks.yaml', 'owner: chief', 'owner: aide'],
      ],
      found: ['LF209 risks.yaml 0/owner'],
    },
    {
      name: 'dated records may go on naming it',
      edits: [
        ['posts.yaml', '', `- {id: aide, name: 会计, rank: 科员, ${closed}}\n`],
        ['inspections.yaml', '', '- {id: i1, title: 抽查, by: {post: aide}}\n'],
      ],
      found: [],
    },
    {
      name: 'what has ended may name what has ended',
      edits: [
        ['posts.yaml', '', `- {id: aide, name: 会计, rank: 科员, ${closed}}\n`],
        ['risks.yaml', '', `- {id: r7, name: 错账, post: aide, ${closed}}\n`],
      ],
      found: [],
    },
  ]);
});

describe('LF210 person and post', () => {
  const people = [
    ['people.yaml', '', '- {id: p01, name: 张某}\n- {id: p02, name: 李某}\n'],
    ['posts.yaml', 'name: 出纳,', 'name: 出纳, holders: [p01],'],
    ['posts.yaml', 'name: 局长,', 'name: 局长, holders: [{person: p02, since: "2025-01-01"}],'],
  ] as const;
  runCases([
    {
      name: 'a point of somebody else',
      edits: [...people, ['risks.yaml', 'post: cashier', 'post: cashier\n  holder: p02']],
      found: ['LF210 risks.yaml 3/holder'],
    },
    {
      name: 'a point of the holder',
      edits: [...people, ['risks.yaml', 'post: cashier', 'post: cashier\n  holder: p01']],
      found: [],
    },
    {
      name: 'a holder without a post',
      edits: [
        ...people,
        ['risks.yaml', 'department: finance', 'department: finance\n  holder: p01'],
      ],
      found: ['LF210 risks.yaml 4/holder'],
    },
    {
      name: 'a commitment and a reviewer',
      edits: [
        ...people,
        [
          'commitments.yaml',
          '',
          '- {id: c1, post: cashier, person: p02, to: {post: director, person: p02}}\n',
        ],
        ['inspections.yaml', '', '- {id: i1, title: 抽查, by: {post: director, person: p01}}\n'],
      ],
      found: ['LF210 commitments.yaml 0/person', 'LF210 inspections.yaml 0/by/person'],
    },
  ]);
});
