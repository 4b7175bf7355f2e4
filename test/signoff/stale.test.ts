import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { departmentSchema } from '../../src/model/kinds/department.ts';
import { measureSchema } from '../../src/model/kinds/measure.ts';
import { postSchema } from '../../src/model/kinds/post.ts';
import { powerSchema } from '../../src/model/kinds/power.ts';
import { riskPointSchema } from '../../src/model/kinds/risk.ts';
import { stepSchema } from '../../src/model/kinds/step.ts';
import { shapeOf } from '../../src/model/shape.ts';
import { runs } from '../support/fast-check.ts';
import { shuffledCopy } from '../support/shuffle-records.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { edit, editRecord, run, signedBureau, statesOf, UNIT } from './support.ts';

/** One value for every field of a record, another than it has; `signed`: sign-offs cover it. */
type Fields = Readonly<Record<string, readonly [value: unknown, signed: boolean]>>;

const COMMON: Fields = {
  order: [7, false],
  ignore: [[{ code: 'LF350', reason: '试' }], false],
  extra: [{ note: '试' }, true],
  remark: ['试', false],
};
const NO_RISK = { by: 'director', on: '2026-01-05', reason: '试' };
const RATINGS = [{ stage: '自查', level: '高', reason: '试' }];

const RISK: Fields = {
  ...COMMON,
  name: ['另一个名称', true],
  manifestation: [['另一种表现'], true],
  post: ['chief', true],
  holder: ['p02', true],
  power: ['audit', true],
  step: ['approve', true],
  category: ['业务流程', true],
  foundBy: [['自查'], true],
  main: [true, true],
  appliesTo: [{ all: true }, true],
  factors: [{ chance: '较小', harm: '较轻', more: '试' }, true],
  indicator: ['每月笔数', true],
  leader: ['deputy', true],
  ownerDepartment: ['finance', true],
  owner: ['deputy', true],
  supervision: [{ focus: ['试'] }, true],
  scores: [[{ rater: '群众', score: 3 }], false],
  // A decided level is what a point rests on, and its sign-offs with it.
  ratings: [RATINGS, true],
};
const MEASURE: Fields = {
  ...COMMON,
  content: ['另一条措施', true],
  // Another measure for the point, and none for the one before.
  risks: [['r4', 'r5'], false],
  powers: [[], false],
  posts: [[], false],
  departments: [[], false],
  answers: [[1], true],
  line: ['中期监控', true],
  aspect: ['教育', true],
  kind: ['流程', true],
  basis: [['现金管理办法'], true],
  executor: ['deputy', true],
  due: ['2026-12-31', true],
  status: ['推进中', false],
  doneOn: ['2026-05-01', false],
  evidence: [['照片'], false],
};
const POST: Fields = {
  ...COMMON,
  name: ['另一个岗位', true],
  department: [undefined, true],
  rank: ['科长', true],
  tier: ['中层岗位', true],
  keyPost: [true, true],
  reportsTo: ['chief', false],
  inChargeOf: [['finance'], true],
  duties: [['保管现金'], true],
  handles: [['钱'], true],
  headcount: [3, false],
  holders: [['p02'], false],
  noRisk: [NO_RISK, true],
  factors: [{ freedom: '宽' }, true],
  scores: [[{ rater: '群众', score: 3 }], false],
  // Points are rated here, not posts; a level written on a post is still what its sign-off says.
  ratings: [RATINGS, true],
};
const POWER: Fields = {
  ...COMMON,
  name: ['另一项职权', true],
  code: ['0001', true],
  class: ['内部管理', true],
  type: ['其他', true],
  domain: ['财务', true],
  majorMatter: ['大额资金', true],
  nature: ['执行权', true],
  content: [['支付'], true],
  basis: [['办法'], true],
  department: ['finance', true],
  posts: [['chief'], true],
  subject: ['本局', true],
  conditions: [['试'], true],
  procedure: [['试'], true],
  timeLimit: ['三日', true],
  responsibility: [['试'], true],
  supervision: [['试'], true],
  servicePromise: [['试'], true],
  discipline: [['试'], true],
  citizenRights: [['试'], true],
  complaintChannel: ['试', true],
  discretion: [[{ factor: '试', grade: '轻', standard: '试' }], true],
  disclosure: [{ form: '上墙' }, true],
  noRisk: [NO_RISK, true],
  factors: [{ freedom: '宽' }, true],
  scores: [[{ rater: '群众', score: 3 }], false],
  ratings: [RATINGS, false],
};
const STEP: Fields = {
  name: ['另一环节', true],
  kind: ['判断', true],
  post: ['chief', true],
  timeLimit: ['一日', true],
  documents: [['单据'], true],
  next: [['apply'], true],
  end: [true, true],
  factors: [{ x: '试' }, true],
  noRisk: [NO_RISK, true],
};
const DEPARTMENT: Fields = {
  ...COMMON,
  name: ['会计科', true],
  kind: ['科室', true],
  parent: ['finance', false],
  head: ['cashier', false],
  duties: [['管账'], true],
  noRisk: [NO_RISK, true],
};

// One for the whole file: the folders of tests end with each test.
const signed = mkdtempSync(join(tmpdir(), 'lianfang-test-'));
beforeAll(() => signedBureau(signed));
afterAll(() => rmSync(signed, { recursive: true, force: true }));

function copies(name: string): string {
  const to = join(tempFolder(), name);
  cpSync(signed, to, { recursive: true });
  return to;
}

/** Keys of stale items, after checking that every sign-off of such an item, and no other, is stale. */
function staleKeys(folder: string): string[] {
  const { signOffs } = statesOf(folder);
  const keys = new Set(signOffs.flatMap(({ stale }) => stale.map(({ key }) => key)));
  for (const { record, stale, state } of signOffs) {
    const expected = Object.keys(record.items).filter((key) => keys.has(key));
    expect(stale.map(({ key }) => key)).toEqual(expected);
    expect(state === 'valid').toBe(expected.length === 0);
  }
  return [...keys].toSorted();
}

test('everything is signed, and nothing is stale', () => {
  const { subjects, signOffs, faults } = statesOf(copies('a'));
  expect(subjects.map(({ state }) => state)).toEqual(subjects.map(() => 'valid'));
  expect(faults).toEqual([]);
  expect(signOffs.length).toBeGreaterThan(25);
  expect(staleKeys(copies('b'))).toEqual([]);
});

const CASES = [
  { list: 'risks', id: 'r4', fields: RISK, schema: riskPointSchema, stale: ['r4'] },
  { list: 'measures', id: 'm4', fields: MEASURE, schema: measureSchema, stale: ['r4'] },
  { list: 'posts', id: 'cashier', fields: POST, schema: postSchema, stale: ['post/cashier'] },
  {
    list: 'powers',
    id: 'pay',
    fields: POWER,
    schema: powerSchema,
    stale: ['r1', 'r2', 'r4', 'r5', 'r6'],
  },
] as const;

/** Changes of another kind: they have tests of their own below. */
const APART = new Set(['id', 'formerly', 'closed', 'department', 'unit', 'steps']);

describe.each(CASES)('$list', ({ list, id, fields, schema, stale }) => {
  test('every field is tried', () => {
    const keys = Object.keys(shapeOf(schema)).filter((key) => !APART.has(key) || key in fields);
    expect(Object.keys(fields).toSorted()).toEqual(keys.toSorted());
  });

  test.each(Object.entries(fields))('%s', (key, [value, isSigned]) => {
    const folder = copies(key);
    editRecord(folder, list, id, (record) => {
      if (value === undefined) delete record[key];
      else record[key] = value;
    });
    const found = staleKeys(folder);
    if (list === 'measures' && key === 'risks') expect(found).toEqual(['r5']);
    else if (list === 'risks' && key === 'ratings') expect(found).toEqual(['r4']);
    else expect(found).toEqual(isSigned ? [...stale] : []);
  });
});

test.each(Object.entries(STEP))('a step: %s', (key, [value, isSigned]) => {
  const folder = copies(key);
  editRecord(folder, 'powers', 'pay', (record) => {
    const [apply] = record['steps'] as Record<string, unknown>[];
    apply![key] = value;
  });
  expect(staleKeys(folder)).toEqual(isSigned ? ['r4'] : []);
});

test('every field of a step is tried', () => {
  expect(Object.keys(STEP).toSorted()).toEqual(
    Object.keys(shapeOf(stepSchema))
      .filter((key) => key !== 'id')
      .toSorted(),
  );
});

test.each(Object.entries(DEPARTMENT))('a department: %s', (key, [value, isSigned]) => {
  const folder = copies(key);
  edit(folder, `${UNIT}/unit.yaml`, (text) => {
    const info = parse(text) as { departments: Record<string, unknown>[] };
    info.departments[0]![key] = value;
    return stringify(info);
  });
  expect(staleKeys(folder)).toEqual(isSigned ? ['department/finance'] : []);
});

test('every field of a department is tried', () => {
  expect(Object.keys(DEPARTMENT).toSorted()).toEqual(
    Object.keys(shapeOf(departmentSchema))
      .filter((key) => !APART.has(key))
      .toSorted(),
  );
});

test('a point that moves to a department is no longer what was signed', () => {
  const folder = copies('moved');
  editRecord(folder, 'risks', 'r4', (risk) => {
    delete risk['post'];
    risk['department'] = 'finance';
  });
  expect(staleKeys(folder)).toEqual(['r4']);
});

test('a deleted point is missed, a closed one is not', () => {
  const folder = copies('deleted');
  editRecord(folder, 'risks', 'r4', (risk) => (risk['id'] = 'r9'));
  expect(staleKeys(folder)).toEqual(['r4']);
  const closed = copies('closed');
  editRecord(
    closed,
    'risks',
    'r4',
    (risk) => (risk['closed'] = { on: '2026-06-01', reason: '撤岗' }),
  );
  expect(staleKeys(closed)).toEqual([]);
});

test('a new rating part of the scheme changes what everything rests on', () => {
  const folder = copies('scheme');
  edit(folder, 'schemes/own/scheme.yaml', (text) =>
    text.replace('{otherwise: 低}', '{otherwise: 中}'),
  );
  const { signOffs } = statesOf(folder);
  expect(new Set(signOffs.map(({ state }) => state))).toEqual(new Set(['basisChanged']));
});

test.each([
  ['a title', (text: string) => text.replace('title: 试验方案', 'title: 新的试验方案')],
  ['a clause', (text: string) => text.replace('{otherwise: 低}', '{otherwise: 低, clause: 三}')],
  ['a label', (text: string) => text.replace('label: 发生概率', 'label: 概率')],
])('%s of the scheme voids nothing', (_, change) => {
  const folder = copies('words');
  edit(folder, 'schemes/own/scheme.yaml', change);
  expect(staleKeys(folder)).toEqual([]);
});

test('comments, order of keys and of records, and split files void nothing', () => {
  const randoms = fc.array(fc.nat(), { minLength: 400, maxLength: 400 });
  fc.assert(
    fc.property(randoms, fc.integer({ min: 1, max: 4 }), (random, files) => {
      const to = join(tempFolder(), 'shuffled');
      let at = 0;
      const reorder = <T>(records: readonly T[]): T[] =>
        records
          .map((record) => ({ record: reversedKeys(record), by: random[at++ % random.length]! }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ record }) => record);
      shuffledCopy(signed, to, { reorder, files });
      if (files === 1) {
        for (const list of ['risks', 'measures', 'posts', 'powers']) {
          edit(to, `${UNIT}/${list}.yaml`, (text) => `# 说明\n${text}# 完\n`);
        }
      }
      expect(staleKeys(to)).toEqual([]);
      expect(statesOf(to).faults).toEqual([]);
    }),
    { numRuns: runs(12) },
  );
});

test('renaming a record and everything that names it voids nothing', () => {
  const folder = copies('renamed');
  const rename = (list: string, from: string, to: string) =>
    editRecord(folder, list, from, (record) => Object.assign(record, { id: to, formerly: [from] }));
  rename('risks', 'r4', 'r40');
  rename('posts', 'cashier', 'teller');
  rename('powers', 'pay', 'payment');
  rename('measures', 'm4', 'm40');
  rename('people', 'p01', 'p91');
  editRecord(folder, 'measures', 'm40', (measure) => (measure['risks'] = ['r40']));
  for (const id of ['r1', 'r2', 'r40', 'r5', 'r6']) {
    editRecord(folder, 'risks', id, (risk) => (risk['power'] = 'payment'));
  }
  editRecord(folder, 'risks', 'r40', (risk) => (risk['post'] = 'teller'));
  editRecord(folder, 'posts', 'teller', (post) => (post['holders'] = ['p91']));
  expect(staleKeys(folder)).toEqual([]);
  edit(folder, `${UNIT}/reviews.yaml`, (text) =>
    text.replaceAll('post: cashier', 'post: teller').replaceAll('[p01]', '[p91]'),
  );
  const { subjects, faults } = statesOf(folder);
  expect(faults).toEqual([]);
  expect(subjects.every(({ state }) => state === 'valid')).toBe(true);
});

test('a name taken out of people.yaml voids nothing', () => {
  const folder = copies('offboarded');
  edit(folder, `${UNIT}/people.yaml`, () => '- {id: p02, name: 李某}\n');
  expect(staleKeys(folder)).toEqual([]);
});

test('neither does the command that takes a person out of the working files', async () => {
  const folder = copies('offboard');
  await run(folder, 'offboard p01 --on 2026-06-30');
  expect(readFileSync(join(folder, UNIT, 'people.yaml'), 'utf8')).not.toContain('张某');
  expect(staleKeys(folder)).toEqual([]);
  expect((await run(folder, 'verify')).code).toBe(0);
});

/** The same record with its keys in another order, at any depth. */
function reversedKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversedKeys) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversedKeys(item)]),
  ) as T;
}
