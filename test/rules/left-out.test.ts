import { describe } from 'vitest';
import { runCases } from './cases.ts';
import type { Edit } from './support.ts';

const scheme = (from: string, to: string): Edit => ['schemes/own/scheme.yaml', from, to];
const scope = (to: string): Edit => scheme('scope: {flows: some}', `scope: {flows: some, ${to}}`);
/** Takes a risk's subject and gives it to another, so that the first is left without. */
const moved = (from: string, to: string): Edit => ['risks.yaml', from, to];
const NO_STEPS: Edit = [
  'powers.yaml',
  `
  steps:
    - {id: apply, name: 申请}
    - {id: approve, name: 审批}`,
  '',
];
const NO_RISK = 'noRisk: {by: director, on: "2026-05-20", reason: 不经手经费}';

describe('LF301 post without point', () => {
  const bare = moved('post: cashier', 'post: chief');
  runCases([
    { name: 'no point', edits: [bare], found: ['LF301 posts.yaml 3'] },
    {
      name: 'examined without finding any',
      edits: [bare, ['posts.yaml', 'name: 出纳,', `name: 出纳, ${NO_RISK},`]],
      found: [],
    },
    {
      name: 'a common point applies',
      edits: [bare, ['risks.yaml', 'post: chief', 'post: chief\n  appliesTo: {ranks: [科员]}']],
      found: [],
    },
    {
      name: 'only key posts are in scope, and there is none',
      edits: [bare, scope('posts: key')],
      found: ['LF314 unit.yaml'],
    },
    {
      name: 'a key post',
      edits: [
        bare,
        scope('posts: key'),
        ['posts.yaml', 'name: 出纳,', 'name: 出纳, keyPost: true,'],
      ],
      found: ['LF301 posts.yaml 3'],
    },
    {
      name: 'a rank that is always in scope',
      edits: [bare, scope('posts: none, ranks: [科员]')],
      found: ['LF301 posts.yaml 3'],
    },
    {
      name: 'a closed post',
      edits: [
        bare,
        ['posts.yaml', 'name: 出纳,', 'name: 出纳, closed: {on: "2026-01-31", reason: 合并},'],
      ],
      found: [],
    },
    {
      name: 'a post whose name is still blank',
      edits: [bare, ['posts.yaml', 'name: 出纳', 'name: 待填']],
      found: [],
    },
  ]);
});

describe('LF302 power without point', () => {
  const power: Edit = ['powers.yaml', '', '- {id: buy, name: 物资采购}\n'];
  runCases([
    { name: 'no point', edits: [power], found: ['LF302 powers.yaml 1'] },
    { name: 'not asked for', edits: [power, scope('powers: false')], found: [] },
    {
      name: 'examined without finding any',
      edits: [power, ['powers.yaml', '物资采购', `物资采购, ${NO_RISK}`]],
      found: [],
    },
    {
      name: 'every step examined',
      edits: [
        power,
        ['powers.yaml', '物资采购', `物资采购, steps: [{id: s1, name: 申请, ${NO_RISK}}]`],
      ],
      found: [],
    },
  ]);
});

describe('LF303 department without point', () => {
  const office: Edit = ['unit.yaml', '财务科\n', '财务科\n  - {id: office, name: 办公室}\n'];
  runCases([
    { name: 'no point', edits: [office], found: ['LF303 unit.yaml departments/1'] },
    { name: 'not asked for', edits: [office, scope('departments: false')], found: [] },
    {
      name: 'examined without finding any',
      edits: [office, ['unit.yaml', '办公室', `办公室, ${NO_RISK}`]],
      found: [],
    },
  ]);
});

describe('LF304 post without people', () => {
  runCases([
    {
      name: 'nobody',
      edits: [['posts.yaml', 'name: 出纳,', 'name: 出纳, headcount: 0,']],
      found: ['LF304 posts.yaml 3/headcount'],
    },
    {
      name: 'not asked for',
      edits: [['posts.yaml', 'name: 出纳,', 'name: 出纳, headcount: 0,'], scope('holders: false')],
      found: [],
    },
    {
      name: 'a person on no post',
      edits: [
        ['posts.yaml', 'name: 出纳,', 'name: 出纳, holders: [p01],'],
        ['people.yaml', '', '- {id: p01, name: 张某}\n- {id: p02, name: 李某}\n'],
      ],
      found: ['LF304 people.yaml 1'],
    },
    {
      name: 'persons listed without holders',
      edits: [['people.yaml', '', '- {id: p01, name: 张某}\n']],
      found: [],
    },
  ]);
});

describe('LF305 and LF306 leaders', () => {
  runCases([
    {
      name: 'no post of the head',
      edits: [['posts.yaml', 'name: 局长, rank: 局长', 'name: 二级调研员, rank: 副局长']],
      found: ['LF305 unit.yaml'],
    },
    {
      name: 'perhaps the head’s, while a rank is blank',
      edits: [['posts.yaml', 'name: 局长, rank: 局长', 'name: 局长, rank: 待填']],
      found: [],
    },
    {
      name: 'the head has no point',
      edits: [moved('post: director', 'post: chief')],
      found: ['LF305 posts.yaml 0'],
    },
    {
      name: 'a member has no point; those of the departments in charge do not count',
      edits: [
        moved('post: deputy', 'post: chief'),
        scheme('measures:', 'derive: {leaders: allPointsInCharge}\nmeasures:'),
      ],
      found: ['LF306 posts.yaml 1'],
    },
    {
      name: 'not asked for: then leaders are posts like any other',
      edits: [moved('post: deputy', 'post: chief'), scope('leadership: false')],
      found: ['LF301 posts.yaml 1'],
    },
  ]);
});

describe('LF307 and LF308 matters and domains', () => {
  const matters = scope('majorMatters: [重大决策, 大额资金使用]');
  const domains = scope('domains: [采购工作]');
  runCases([
    {
      name: 'a kind is missing',
      edits: [
        matters,
        ['powers.yaml', 'name: 经费支付', 'name: 经费支付\n  majorMatter: 大额资金使用'],
      ],
      found: ['LF307 unit.yaml'],
    },
    {
      name: 'a kind does not occur',
      edits: [
        matters,
        ['powers.yaml', 'name: 经费支付', 'name: 经费支付\n  majorMatter: 大额资金使用'],
        [
          'unit.yaml',
          '',
          'notApplicable: [{majorMatter: 重大决策, by: director, on: "2026-05-20", reason: 由上级决定}]\n',
        ],
      ],
      found: [],
    },
    {
      name: 'while one is blank',
      edits: [matters, ['powers.yaml', 'name: 经费支付', 'name: 经费支付\n  majorMatter:']],
      found: [],
    },
    { name: 'a domain is missing', edits: [domains], found: ['LF308 unit.yaml'] },
    {
      name: 'a domain has a power',
      edits: [domains, ['powers.yaml', 'name: 经费支付', 'name: 经费支付\n  domain: 采购工作']],
      found: [],
    },
    {
      name: 'a domain is written otherwise',
      edits: [domains, ['powers.yaml', 'name: 经费支付', 'name: 经费支付\n  domain: 採購工作']],
      found: ['LF308 unit.yaml'],
    },
  ]);
});

describe('LF309 fields', () => {
  runCases([
    {
      name: 'of points and measures',
      edits: [
        scheme(
          'measures:',
          'requires: {risk: [supervision.focus], measure: [executor]}\nmeasures:',
        ),
        ['risks.yaml', 'owner: chief', 'owner: chief\n  supervision: {focus: 台账}'],
      ],
      found: [
        ...[1, 2, 3, 4, 5].map((index) => `LF309 risks.yaml ${index}`),
        ...[1, 2, 3, 4, 5].map((index) => `LF309 measures.yaml ${index}`),
      ],
    },
    {
      name: 'of steps',
      edits: [
        scheme('measures:', 'requires: {step: [post]}\nmeasures:'),
        ['powers.yaml', 'name: 申请', 'name: 申请, post: cashier'],
      ],
      found: ['LF309 powers.yaml 0/steps/1'],
    },
    {
      name: 'still blank',
      edits: [
        scheme('measures:', 'requires: {power: [basis]}\nmeasures:'),
        ['powers.yaml', 'name: 经费支付', 'name: 经费支付\n  basis: 待填'],
      ],
      found: [],
    },
    {
      name: 'a field of the unit’s own',
      edits: [
        scheme(
          'measures:',
          'extraFields: {room: {on: department, label: 办公地点, required: true}}\nmeasures:',
        ),
      ],
      found: ['LF309 unit.yaml departments/0'],
    },
  ]);
});

describe('LF310 to LF312', () => {
  const methods = scheme(
    'measures:',
    'identification: {methods: [{id: 自己找, required: true}, {id: 群众提, required: true}, {id: 专家议}]}\nmeasures:',
  );
  runCases([
    {
      name: 'a required method is never used',
      edits: [methods, ['risks.yaml', 'owner: chief', 'owner: chief\n  foundBy: 自己找']],
      found: ['LF310 unit.yaml'],
    },
    {
      name: 'a required method could not be used, and it is said why',
      edits: [
        methods,
        ['risks.yaml', 'owner: chief', 'owner: chief\n  foundBy: 自己找'],
        [
          'unit.yaml',
          '',
          'notApplicable: [{method: 群众提, by: director, on: "2026-05-20", reason: 不直接服务群众}]\n',
        ],
      ],
      found: [],
    },
    {
      name: 'no point of the unit',
      edits: [moved('unit: true', 'department: finance')],
      found: ['LF311 unit.yaml'],
    },
    {
      name: 'the scheme has no points of the unit',
      edits: [
        moved('unit: true', 'department: finance'),
        scheme('  - {id: unit, name: 单位}\n', ''),
        scheme('[department, unit]', '[department]'),
      ],
      found: [],
    },
    {
      name: 'the unit examined itself',
      edits: [moved('unit: true', 'department: finance'), ['unit.yaml', '', `${NO_RISK}\n`]],
      found: [],
    },
    {
      name: 'no power has a flow',
      edits: [
        NO_STEPS,
        ...Array.from({ length: 6 }, (): Edit => ['risks.yaml', '  step: approve\n', '']),
      ],
      found: ['LF312 unit.yaml'],
    },
    {
      name: 'every power needs a flow',
      edits: [
        scheme('flows: some', 'flows: all'),
        [
          'powers.yaml',
          '',
          '- {id: buy, name: 物资采购}\n- {id: lend, name: 借用, noRisk: {by: director, on: "2026-05-20", reason: 未发生}}\n',
        ],
        ['risks.yaml', 'power: pay\n  step: approve', 'power: buy'],
      ],
      found: ['LF312 powers.yaml 1'],
    },
  ]);
});
