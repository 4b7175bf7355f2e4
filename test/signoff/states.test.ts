import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openAssessed } from '../support/open-assessed.ts';
import { digestOf } from '../../src/signoff/digests/encode.ts';
import { reratings } from '../../src/signoff/states/rerating.ts';
import { matches } from '../../src/signoff/digests/versions.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { bureau, edit, editRecord, ok, run, signedBureau, statesOf, UNIT } from './support.ts';

const signed = mkdtempSync(join(tmpdir(), 'lianfang-test-'));
beforeAll(() => signedBureau(signed));
afterAll(() => rmSync(signed, { recursive: true, force: true }));

function copy(): string {
  const to = join(tempFolder(), 'copy');
  cpSync(signed, to, { recursive: true });
  return to;
}

const state = (folder: string, key: string, options = {}) =>
  statesOf(folder, options).bySubject.get(key)!;
const records = (folder: string) =>
  parse(readFileSync(join(folder, UNIT, 'reviews.yaml'), 'utf8')) as Record<string, unknown>[];

describe('the digest', () => {
  test('of version 1 stays what it is', () => {
    // What was signed with it must be verifiable for good: these values may never change.
    expect(digestOf('v1', 'content', { name: '白条抵库', list: ['a', 'b'], n: 3, yes: true })).toBe(
      'sha256-v1:f62e1f10bb61ecd5d9429ac0c9ce1a645aa05626cfb680c51e1189697b946ecd',
    );
  });

  test('parts no value from another by its length alone', () => {
    const of = (value: Parameters<typeof digestOf>[2]) => digestOf('v1', 'content', value);
    expect(of(['ab', 'c'])).not.toBe(of(['a', 'bc']));
    expect(of({ a: 'b', c: 'd' })).not.toBe(of({ a: 'bs1:c' }));
    expect(of(['1'])).not.toBe(of([1]));
    expect(of({ b: '1', a: '2' })).toBe(of({ a: '2', b: '1' }));
    expect(of({ a: '2', b: [], c: '', d: undefined })).toBe(of({ a: '2' }));
  });

  test('of an unknown version fits nothing', () => {
    const content = () => 'x';
    expect(matches(digestOf('v1', 'content', 'x'), 'content', content)).toBe(true);
    expect(matches(digestOf('v9', 'content', 'x'), 'content', content)).toBe(false);
    expect(matches('x', 'content', content)).toBe(false);
  });
});

describe('only what changed', () => {
  test('goes stale, is submitted and is reviewed again', async () => {
    const folder = copy();
    edit(folder, `${UNIT}/risks.yaml`, (text) => text.replace('白条抵库', '白条顶库'));
    const { items, state: now } = state(folder, 'post/cashier');
    expect(now).toBe('contentChanged');
    expect(items.map(({ state: own }) => own)).toEqual(['valid', 'contentChanged']);
    await ok(folder, 'review submit cashier --on 2026-04-01');
    expect(Object.keys(records(folder).at(-1)!['items'] as object)).toEqual(['r4']);
    expect(state(folder, 'post/cashier').state).toBe('waiting');
    expect(
      (await run(folder, 'review approve cashier --stage 党组会审定 --on 2026-04-02')).err,
    ).toContain('「科室审核」还没有办');
    for (const rest of ['04-02', '04-03', '04-04', '04-05']) {
      await ok(folder, `review approve cashier --on 2026-${rest}`);
    }
    await ok(folder, 'review approve cashier --attendance 6/6 --on 2026-04-06');
    expect(state(folder, 'post/cashier').state).toBe('valid');
    await ok(folder, 'verify');
    expect((await ok(folder, 'check --fail-on info')).trim()).toBe('没有发现问题');
  });

  test('and a new point has its own way to go', async () => {
    const folder = copy();
    edit(
      folder,
      `${UNIT}/risks.yaml`,
      (text) =>
        `${text}- {id: r8, name: 空白支票预先盖章, post: cashier, power: pay, step: apply, category: 岗位职责, factors: {chance: 较小, harm: 较轻}, owner: chief}\n`,
    );
    edit(
      folder,
      `${UNIT}/measures.yaml`,
      (text) => `${text}- {id: m8, risks: [r8], content: 支票和印章分人保管并每日核对}\n`,
    );
    expect(state(folder, 'post/cashier').state).toBe('notSubmitted');
    expect(state(folder, 'post/cashier').items.map(({ state: own }) => own)).toEqual([
      'valid',
      'valid',
      'notSubmitted',
    ]);
    const out = await ok(folder, 'review submit cashier --on 2026-04-01');
    expect(out).toContain('风险点 1 个，另有 2 项不在此环节');
  });

  test('an edit between two steps sends it back to the submission', async () => {
    const folder = bureau();
    await ok(folder, 'review submit cashier --on 2026-03-01');
    await ok(folder, 'review approve cashier --on 2026-03-02');
    edit(folder, `${UNIT}/risks.yaml`, (text) => text.replace('白条抵库', '白条顶库'));
    const { err, code } = await run(
      folder,
      'review approve cashier --stage 分管领导审核 --on 2026-03-03 --quiet',
    );
    // The post itself is as it was: only the point has to go back.
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(records(folder).at(-1)!['items'] as object)).toEqual(['post/cashier']);
    expect(
      (await run(folder, 'review approve r4 --stage 分管领导审核 --on 2026-03-03')).err,
    ).toContain('内容在报送后又改过，须先重新报送');
  });

  test('what is said in an opinion may change the text without asking again', async () => {
    const folder = bureau();
    for (const words of ['submit', 'approve', 'approve', 'approve']) {
      await ok(folder, `review ${words} cashier --on 2026-03-01`);
    }
    edit(folder, `${UNIT}/risks.yaml`, (text) => text.replace('白条抵库', '白条顶库'));
    await ok(folder, 'review submit cashier --on 2026-03-02');
    expect(state(folder, 'post/cashier').items.at(-1)!.next).toBe(1);
  });
});

describe('a level', () => {
  test('decided at a later step is no change for those who signed before', async () => {
    const folder = copy();
    editRecord(folder, 'risks', 'r4', (risk) => {
      risk['ratings'] = [
        {
          stage: '党组会审定',
          level: '中',
          body: '党组会',
          on: '2026-03-06',
          reason: '群众反映集中',
        },
      ];
    });
    const { signOffs } = state(folder, 'post/cashier');
    expect(signOffs.map(({ state: own }) => own)).toEqual([
      ...Array.from({ length: 5 }, () => 'valid'),
      'basisChanged',
    ]);
    expect(signOffs.at(-1)!.stale[0]!.reasons).toEqual(['等级']);
  });
});

describe('reviewing', () => {
  test.each([
    ['review approve cashier --stage 书记审核 --on 2026-03-02', '没有环节「书记审核」'],
    [
      'review approve chief --stage 科室审核 --on 2026-03-02',
      '不经过「科室审核」：本人不审核本人的内容',
    ],
    ['review approve cashier --stage 科室审核 --by deputy --on 2026-03-02', '应由「财务科长」办理'],
    ['review approve cashier --stage 科室审核 --by nobody --on 2026-03-02', '没有岗位「nobody」'],
    [
      'review approve cashier --stage 科室审核 --body 局务会 --on 2026-03-02',
      '由岗位办理，不是「局务会」',
    ],
    ['review approve cashier --stage 科室审核 --on 2026-02-02', '早于填报日期 2026-03-01'],
    ['review approve finance --stage 科室审核 --on 2026-03-02', '不能由填报人自己审核'],
    ['review return cashier --stage 科室审核 --on 2026-03-02', '退回须写明理由'],
    [
      'review return cashier --stage 科室审核 --part 措施 --opinion 空泛 --on 2026-03-02',
      '不分项审核',
    ],
    ['review submit cashier --on 2026-03-03', '已经报送，内容没有变化'],
  ])('%s is refused', async (words, why) => {
    const folder = bureau();
    await ok(folder, 'review submit cashier chief --on 2026-03-01');
    await ok(folder, 'review submit finance --by chief --on 2026-03-01');
    const before = readFileSync(join(folder, UNIT, 'reviews.yaml'), 'utf8');
    const { code, err } = await run(folder, words);
    expect(err).toContain(why);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, UNIT, 'reviews.yaml'), 'utf8')).toBe(before);
  });

  test.each([
    ['review submit nobody --on 2026-03-02', '没有审核对象「nobody」'],
    ['review submit --on 2026-03-02', '须写明审核对象'],
    ['review submit cashier', '缺少选项'],
    ['review submit cashier --on 2026-02-30', '不是日期'],
    ['review submit --department nobody --on 2026-03-02', '没有机构「nobody」'],
    ['review approve cashier --attendance 七 --on 2026-03-02', '看不懂'],
    ['review submit cashier --scan no.pdf --on 2026-03-02', '读不出扫描件'],
  ])('%s is wrong usage', async (words, why) => {
    const { code, err } = await run(bureau(), words);
    expect(err).toContain(why);
    expect(code).toBe(2);
  });

  test('waits for blanks and errors in what it covers, and for nothing else', async () => {
    const folder = bureau();
    edit(folder, `${UNIT}/risks.yaml`, (text) => text.replace('白条抵库', '待填'));
    const refused = await run(folder, 'review submit cashier --on 2026-03-02');
    expect(refused.err).toMatch(/还有待填 units\/bureau\/risks.yaml:\d+:\d+ .*LF109/);
    expect(refused.code).toBe(1);
    await ok(folder, 'review submit chief --on 2026-03-02');
    edit(folder, `${UNIT}/measures.yaml`, (text) =>
      text.replace('risks: [r3]', 'risks: [r3, r99]'),
    );
    expect((await run(folder, 'review submit deputy --on 2026-03-02')).code).toBe(0);
  });

  test('of a batch is taken whole or not at all', async () => {
    const folder = bureau();
    edit(folder, `${UNIT}/risks.yaml`, (text) => text.replace('白条抵库', '待填'));
    const { code, err } = await run(
      folder,
      'review submit --department finance --by cashier --on 2026-03-02',
    );
    expect(code).toBe(1);
    expect(err).toContain('未写入任何记录');
    expect(existsSync(join(folder, UNIT, 'reviews.yaml'))).toBe(false);
    expect(readdirSync(join(folder, 'schemes'))).toEqual(['own']);
  });

  test('on a dry run writes nothing', async () => {
    const folder = bureau();
    const out = await ok(folder, 'review submit cashier --on today --dry-run');
    expect(out).toContain('rv-0001');
    expect(existsSync(join(folder, UNIT, 'reviews.yaml'))).toBe(false);
  });

  test('keeps the comments of the file, and a folder of files', async () => {
    const folder = bureau();
    edit(folder, `${UNIT}/reviews.yaml`, () => '# 本年审核记录\n');
    await ok(folder, 'review submit cashier --on 2026-03-01');
    expect(readFileSync(join(folder, UNIT, 'reviews.yaml'), 'utf8')).toMatch(
      /^# 本年审核记录\n\n- id: rv-0001\n/,
    );
    mkdirSync(join(folder, UNIT, 'reviews'));
    renameSync(join(folder, UNIT, 'reviews.yaml'), join(folder, UNIT, 'reviews/2026.yaml'));
    await ok(folder, 'review approve cashier --on 2026-03-02');
    expect(readdirSync(join(folder, UNIT, 'reviews'))).toEqual(['2026.yaml']);
    await ok(folder, 'verify');
  });

  test('a list of the whole unit covers every point', async () => {
    const folder = bureau();
    edit(
      folder,
      'schemes/own/scheme.yaml',
      (text) => `${text}papers: [{id: directory, title: 风险点目录, table: directory}]\n`,
    );
    await ok(folder, 'review submit list/directory --by chief --on 2026-03-01');
    const [record] = records(folder);
    expect(record!['of']).toEqual({ list: 'directory' });
    expect(Object.keys(record!['items'] as object)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
    expect(state(folder, 'list/directory').next!.stage).toBe('征求意见');
  });

  test('of a notice takes the chain that the scheme has for notices', async () => {
    const folder = bureau();
    edit(folder, 'schemes/own/scheme.yaml', (text) =>
      text.replace(
        'reviews:\n',
        'reviews:\n  - of: notice\n    steps: [{stage: 公示签发, by: head}]\n',
      ),
    );
    edit(
      folder,
      `${UNIT}/notices.yaml`,
      () =>
        '- {id: n1, title: 风险点公示, risks: [r4], from: 2026-03-06, to: 2026-03-12, audience: unit, place: 公示栏, telephone: 0000-8000001}\n',
    );
    await ok(folder, 'review submit notice/n1 --by chief --on 2026-03-04');
    await ok(folder, 'review approve notice/n1 --on 2026-03-05');
    expect(state(folder, 'notice/n1').state).toBe('valid');
    edit(folder, `${UNIT}/notices.yaml`, (text) => text.replace('公示栏', '网站'));
    expect(state(folder, 'notice/n1').state).toBe('contentChanged');
  });

  test('needs a chain', async () => {
    const folder = bureau();
    edit(folder, 'schemes/own/scheme.yaml', (text) => text.slice(0, text.indexOf('reviews:')));
    expect((await run(folder, 'review submit cashier --on 2026-03-01')).err).toContain(
      '方案没有规定审核链',
    );
    expect((await ok(folder, 'review list')).trim()).toBe('');
  });

  test('is late after the day that the scheme gives', async () => {
    const folder = bureau();
    edit(folder, 'schemes/own/scheme.yaml', (text) =>
      text.replace('  - steps:', '  - due: 03-31\n    steps:'),
    );
    await ok(folder, 'review submit cashier --on 2026-03-01');
    const at = (asOf: string) => state(folder, 'post/cashier', { asOf, edition: 2026 }).state;
    expect([at('2026-03-31'), at('2026-04-01')]).toEqual(['waiting', 'overdue']);
    expect(state(folder, 'post/cashier').state).toBe('waiting');
  });
});

describe('who heads what', () => {
  test('may change without touching what was signed before', async () => {
    const folder = copy();
    edit(folder, `${UNIT}/unit.yaml`, (text) =>
      text.replace('name: 财务科', 'name: 财务科\n    head: cashier'),
    );
    edit(folder, `${UNIT}/posts.yaml`, (text) =>
      text.replace('rank: 副局长', 'rank: 副局长\n  reportsTo: director'),
    );
    const { subjects, faults } = statesOf(folder);
    expect(faults).toEqual([]);
    expect(subjects.map(({ state: own }) => own)).toEqual(subjects.map(() => 'valid'));
    // The new head is no longer reviewed by himself, the old one is reviewed by the new.
    const stages = (key: string) => state(folder, key).chain.steps.map(({ stage }) => stage);
    expect(stages('post/cashier')).not.toContain('科室审核');
    expect(stages('post/chief')).toContain('科室审核');
    await ok(folder, 'verify');
  });

  test('and who holds two posts does not review himself in the other', () => {
    const folder = bureau();
    editRecord(folder, 'posts', 'cashier', (post) => (post['holders'] = ['p02']));
    expect(state(folder, 'post/cashier').chain.passedOver).toContainEqual({
      stage: '科室审核',
      why: '本人不审核本人的内容',
    });
  });
});

describe('the list of what is to be re-rated', () => {
  const again = (folder: string, asOf?: string) => {
    const [{ resolved, relations }] = openAssessed(folder).assessed as [never] as unknown as [
      ReturnType<typeof openAssessed>['assessed'][number],
    ];
    return reratings({ scheme: resolved.scheme, relations }, statesOf(folder), {
      ...(asOf !== undefined && { asOf }),
    }).map(({ key, reasons }) => `${key} ${reasons.join('、')}`);
  };

  test('is empty while nothing changed', () => {
    expect(again(copy(), '2030-01-01')).toEqual([]);
  });

  test.each([
    [
      'the scheme',
      'schemes/own/scheme.yaml',
      '{otherwise: 低}',
      '{otherwise: 中}',
      6,
      '评定办法已变',
    ],
    ['a power', `${UNIT}/powers.yaml`, 'name: 内部审计', 'name: 内部审计和督查', 1, '职权已变'],
    [
      'duties',
      `${UNIT}/posts.yaml`,
      'name: 财务科长',
      'duties: [审核支付]\n  name: 财务科长',
      1,
      '职责已变',
    ],
    ['the holder', `${UNIT}/posts.yaml`, '- p01', '- p02', 1, '人员变动'],
  ])('names what rests on %s', (_, file, from, to, count, reason) => {
    const folder = copy();
    edit(folder, file, (text) =>
      text
        .replace('{id: chief, name: 财务科长', '{id: chief, duties: [审核支付], name: 财务科长')
        .replace(from, to),
    );
    const found = again(folder).filter((line) => line.includes(reason));
    expect(found).toHaveLength(count);
  });

  test('names what was not rated for as long as the scheme says', () => {
    const folder = copy();
    edit(
      folder,
      'schemes/own/scheme.yaml',
      (text) => `${text}cadence: [{what: 重新评定, every: threeYears, rerates: true}]\n`,
    );
    expect(again(folder, '2029-03-05')).toEqual([]);
    expect(again(folder, '2029-03-06')).toHaveLength(6);
  });

  test('names what was proposed to be raised until a body decides', async () => {
    const folder = copy();
    const propose = 'review propose r4 --body 县纪委 --opinion 信访集中 --on 2026-06-01';
    expect((await run(folder, `${propose} --level 低`)).err).toContain('低并不更高');
    expect((await run(folder, `${propose} --level 特高`)).err).toContain('没有等级');
    await ok(folder, `${propose} --level 高`);
    expect(again(folder)).toEqual(['r4 建议提为高']);
    expect(state(folder, 'post/cashier').state).toBe('valid');
    await ok(folder, 'verify');
    editRecord(folder, 'risks', 'r4', (risk) => {
      risk['ratings'] = [{ stage: '局务会', level: '低', on: '2026-06-20', reason: '已整改' }];
    });
    expect(again(folder)).toEqual([]);
  });
});

describe('the scheme', () => {
  test('is frozen at the first sign-off, and a unit may stay with that version', async () => {
    const folder = copy();
    const [frozen] = readdirSync(join(folder, 'schemes')).filter((name) => name.startsWith('own@'));
    edit(folder, 'schemes/own/scheme.yaml', (text) =>
      text.replace('{otherwise: 低}', '{otherwise: 中}'),
    );
    expect(state(folder, 'post/cashier').state).toBe('basisChanged');
    edit(folder, 'lianfang.yaml', (text) => text.replace('scheme: own', `scheme: ${frozen}`));
    expect(state(folder, 'post/cashier').state).toBe('valid');
    expect((await ok(folder, 'check')).trim()).toBe('没有发现问题');
    expect(await ok(folder, 'list schemes')).not.toContain('@');
    // A later version is frozen beside it, and both stay verifiable.
    edit(folder, 'lianfang.yaml', (text) => text.replace(frozen!, 'own'));
    await ok(folder, 'review submit cashier --on 2026-05-01');
    expect(readdirSync(join(folder, 'schemes')).filter((name) => name.includes('@'))).toHaveLength(
      2,
    );
    await ok(folder, 'verify');
  });
});

test('ballots of an evaluation feed the raters of the scheme', () => {
  const folder = bureau();
  edit(folder, 'schemes/own/scheme.yaml', (text) =>
    text.replace(
      /rating:\n(?: {2}.*\n)+/,
      'rating:\n  of: riskPoint\n  raters:\n    of: [{rater: 群众, weight: 1}]\n    votes: {高: 3, 中: 2, 低: 1}\n    cutoffs: [{level: 高, atLeast: 2.5}, {level: 中, atLeast: 1.5}, {level: 低}]\n',
    ),
  );
  edit(
    folder,
    `${UNIT}/evaluations.yaml`,
    () =>
      '- id: e1\n  kind: 民主评议\n  rater: 群众\n  on: 2026-03-01\n  items: [{item: 白条抵库, risk: r4}]\n  ballots: [{marks: [高]}, {marks: [高]}, {marks: [中]}]\n',
  );
  const { assessment } = openAssessed(folder).assessed[0]!;
  expect(assessment.risks.get('r4')).toMatchObject({ status: 'rated', level: '高' });
  expect(assessment.risks.get('r3')).toMatchObject({ status: 'unrated' });
});
