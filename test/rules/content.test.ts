import { describe, expect, test } from 'vitest';
import { runCases } from './cases.ts';
import type { Edit } from './support.ts';
import { checked, edited } from './support.ts';

const scheme = (from: string, to: string): Edit => ['schemes/own/scheme.yaml', from, to];
const risk = (from: string, to: string): Edit => ['risks.yaml', from, to];
const measure = (from: string, to: string): Edit => ['measures.yaml', from, to];

describe('LF321 and LF322', () => {
  runCases([
    {
      name: 'no power',
      edits: [risk('power: pay\n  step: approve\n  ', '')],
      found: ['LF321 risks.yaml 0'],
    },
    {
      name: 'no step',
      edits: [risk('step: approve\n  ', '')],
      found: ['LF321 risks.yaml 0/power'],
    },
    {
      name: 'a blank power',
      edits: [risk('power: pay\n  step: approve\n', 'power:\n')],
      found: [],
    },
    {
      name: 'a common point',
      edits: [risk('power: pay\n  step: approve\n', 'appliesTo: {all: true}\n')],
      found: [],
    },
    {
      name: 'a factor is missing',
      edits: [risk('chance: 较小, harm: 较轻', 'harm: 较轻')],
      found: ['LF322 risks.yaml 3'],
    },
    {
      name: 'a factor is blank',
      edits: [risk('chance: 较小, harm: 较轻', 'chance: 待填, harm: 较轻')],
      found: [],
    },
    {
      name: 'a missing factor that cannot matter',
      edits: [
        scheme('{otherwise: 低}', '{otherwise: 中}'),
        risk('chance: 较小, harm: 较轻', 'harm: 较轻'),
      ],
      found: [],
    },
  ]);
});

describe('LF323 to LF325 name, manifestation, category', () => {
  runCases([
    {
      name: 'a category for others',
      edits: [risk('category: 业务流程', 'category: 制度机制')],
      found: ['LF323 risks.yaml 0/category'],
    },
    {
      name: 'only a task',
      edits: [risk('name: 白条抵库', 'name: 现金管理')],
      found: ['LF324 risks.yaml 3/name'],
    },
    {
      name: 'a task with a manifestation',
      edits: [risk('name: 白条抵库', 'name: 现金管理\n  manifestation: 以白条充抵库存')],
      found: [],
    },
    {
      name: 'a task whose manifestation is blank',
      edits: [risk('name: 白条抵库', 'name: 现金管理\n  manifestation: 待填')],
      found: [],
    },
    {
      name: 'the name again',
      edits: [
        risk('name: 白条抵库', 'name: 白条抵库\n  manifestation: [以私条充现金, 1．白条抵库。]'),
      ],
      found: ['LF325 risks.yaml 3/manifestation/1'],
    },
    {
      name: 'more than the name',
      edits: [risk('name: 白条抵库', 'name: 白条抵库\n  manifestation: 领导白条抵库')],
      found: [],
    },
  ]);
});

describe('LF326 and LF327 measures for points', () => {
  const oneToOne = scheme('measures: {', 'measures: {oneToOne: true, ');
  const five = risk(
    'name: 白条抵库',
    'name: 白条抵库\n  manifestation: 1.不如实申请；2.多报项目；3.审批走过场；4.虚列项目；5.虚报开支',
  );
  runCases([
    {
      name: 'five manifestations, one measure',
      edits: [oneToOne, five],
      found: ['LF326 risks.yaml 3/manifestation'],
    },
    {
      name: 'five manifestations, five numbered measures in one text',
      edits: [
        oneToOne,
        five,
        measure(
          '月末由会计监盘库存现金',
          '1.申请附清单；2.由两人核定；3.分级审批；4.核对实物；5.票据不全不予报销',
        ),
      ],
      found: [],
    },
    {
      name: 'one measure answers all',
      edits: [oneToOne, five, measure('risks: [r4]', 'risks: [r4], answers: [1, 2, 3, 4, 5]')],
      found: [],
    },
    {
      name: 'one measure answers some',
      edits: [oneToOne, five, measure('risks: [r4]', 'risks: [r4], answers: [1, 5]')],
      found: ['LF326 risks.yaml 3/manifestation'],
    },
    {
      name: 'an omitted act that no measure names, though the numbers agree',
      edits: [
        oneToOne,
        risk('name: 白条抵库', 'name: 白条抵库\n  manifestation: 1.超标准接待；2.未公示'),
        measure('月末由会计监盘库存现金', '1.按标准安排用餐；2.审查票据'),
      ],
      found: ['LF326 risks.yaml 3/manifestation'],
    },
    {
      name: 'an omitted act that a measure names',
      edits: [
        oneToOne,
        risk('name: 白条抵库', 'name: 白条抵库\n  manifestation: 1.超标准接待；2.未按规定公示'),
        measure('月末由会计监盘库存现金', '1.按标准安排用餐；2.每季度公示接待清单'),
      ],
      found: [],
    },
    { name: 'the scheme does not ask for it', edits: [five], found: [] },
    {
      name: 'one manifestation, three measures',
      edits: [
        oneToOne,
        risk('name: 白条抵库', 'name: 白条抵库\n  manifestation: 以白条充抵'),
        measure('月末由会计监盘库存现金', '1.一车一卡；2.定额加油；3.加油卡绑定'),
      ],
      found: [],
    },
    {
      name: 'no measure',
      edits: [measure('risks: [r4]', 'risks: [r3]')],
      found: ['LF327 risks.yaml 3'],
    },
    {
      name: 'a measure for the whole post',
      edits: [measure('risks: [r4]', 'posts: [cashier]')],
      found: [],
    },
    {
      name: 'a measure for the whole post is not one’s own',
      edits: [oneToOne, measure('risks: [r4]', 'posts: [cashier]')],
      found: ['LF327 risks.yaml 3'],
    },
    {
      name: 'a measure that is still blank',
      edits: [measure('月末由会计监盘库存现金', '待填')],
      found: [],
    },
  ]);
});

describe('LF328 and LF329 texts of measures', () => {
  const text = (one: string, other: string) => measure(one, other);
  runCases([
    {
      name: 'empty, with a person and a date beside it',
      edits: [text('月末由会计监盘库存现金', '加强审查, executor: chief, due: 每月')],
      found: ['LF328 measures.yaml 3/content'],
    },
    {
      name: 'one of six numbered items',
      edits: [text('月末由会计监盘库存现金', '1.纳入预算；2.审查票据；3.加强审查')],
      found: ['LF328 measures.yaml 3/content'],
    },
    {
      name: 'the same text three times, numbered otherwise',
      edits: [
        text('领导批示一律留存入卷', '1.由法规科审查合同；2.留存批示'),
        text('每月由会计复核上月支付凭证', '由法规科审查合同。'),
        text('月末由会计监盘库存现金', '(1)由法规科审查合同；(2)月末监盘'),
      ],
      found: ['LF329 measures.yaml 1/content'],
    },
    {
      name: 'the same text twice',
      edits: [
        text('领导批示一律留存入卷', '由法规科审查合同'),
        text('每月由会计复核上月支付凭证', '由法规科审查合同'),
      ],
      found: [],
    },
    {
      name: 'one measure for three points',
      edits: [text('risks: [r4]', 'risks: [r4, r5, r6]')],
      found: ['LF329 measures.yaml 3/content'],
    },
    {
      name: 'the same empty opening three times',
      edits: [
        text('领导批示一律留存入卷', '1.开展培训，提高业务水平；2.留存批示'),
        text('每月由会计复核上月支付凭证', '1.开展培训，提高业务与道德水平；2.每月复核'),
        text('月末由会计监盘库存现金', '1.开展培训，提升能力；2.月末监盘'),
      ],
      found: [
        'LF328 measures.yaml 1/content',
        'LF328 measures.yaml 2/content',
        'LF328 measures.yaml 3/content',
        'LF329 measures.yaml 1/content',
      ],
    },
    {
      name: 'the same time opens three measures',
      edits: [
        text('领导批示一律留存入卷', '每季度末，留存批示'),
        text('每月由会计复核上月支付凭证', '每季度末，复核凭证'),
        text('月末由会计监盘库存现金', '每季度末，监盘现金'),
      ],
      found: [],
    },
  ]);
});

describe('LF330 to LF333 who answers, and levels', () => {
  const graded = scheme(
    'measures:',
    'responsibility: [{level: 高, owner: [局长, 副局长], leader: [局长]}]\nmeasures:',
  );
  const rating = (entry: string) => risk('owner: chief', `owner: chief\n  ratings: [${entry}]`);
  runCases([
    {
      name: 'a point of the unit that nobody answers for',
      edits: [
        risk('较轻}\n  owner: chief\n', '较轻}\n'),
        risk('较轻}\n  owner: chief\n', '较轻}\n'),
        risk('较轻}\n  owner: chief\n', '较轻}\n'),
        risk('较轻}\n  owner: chief\n', '较轻}\n'),
      ],
      found: ['LF330 risks.yaml 5'],
    },
    {
      name: 'a point of a post is answered for by its holder',
      edits: [risk('  owner: chief\n', '')],
      found: [],
    },
    {
      name: 'a level that needs an owner',
      edits: [graded, risk('  owner: chief\n', '')],
      found: ['LF330 risks.yaml 0'],
    },
    { name: 'a rank too low', edits: [graded], found: ['LF331 risks.yaml 0/owner'] },
    {
      name: 'a leader of another rank',
      edits: [graded, risk('owner: chief', 'owner: deputy\n  leader: deputy')],
      found: ['LF331 risks.yaml 0/leader'],
    },
    {
      name: 'a rank that is allowed',
      edits: [graded, risk('owner: chief', 'owner: deputy')],
      found: [],
    },
    {
      name: 'owner and leader are one',
      edits: [['risks.yaml', '较轻}\n  owner: chief', '较轻}\n  owner: chief\n  leader: chief']],
      found: ['LF332 risks.yaml 2/leader'],
    },
    {
      name: 'a leader’s own point',
      edits: [risk('owner: chief', 'owner: director\n  leader: director')],
      found: [],
    },
    {
      name: 'another level without a reason',
      edits: [rating('{stage: 审定, level: 中}')],
      found: ['LF333 risks.yaml 0/ratings/0/level'],
    },
    {
      name: 'another level with a reason',
      edits: [rating('{stage: 审定, level: 中, reason: 已改网上办理}')],
      found: [],
    },
    {
      name: 'a reason still blank',
      edits: [rating('{stage: 审定, level: 中, reason: 待填}')],
      found: [],
    },
    {
      name: 'the same level',
      edits: [rating('{stage: 初评, level: 中}, {stage: 审定, level: 高}')],
      found: [],
    },
  ]);
});

describe('LF334 to LF337 the whole', () => {
  const limit = (share: number) =>
    scheme('measures:', `limits: [{level: 中, atMost: ${share}}]\nmeasures:`);
  runCases([
    { name: 'too many at a level', edits: [limit(0.1)], found: ['LF334 unit.yaml'] },
    { name: 'a share that no whole number meets is rounded up', edits: [limit(0.2)], found: [] },
    {
      name: 'all at one level',
      edits: [
        risk('chance: 较大, harm: 较重', 'chance: 较小, harm: 较轻'),
        risk('chance: 较小, harm: 较重', 'chance: 较小, harm: 较轻'),
        risk('chance: 较大, harm: 较轻', 'chance: 较小, harm: 较轻'),
      ],
      found: ['LF335 unit.yaml'],
    },
    {
      name: 'mostly one category',
      edits: [
        risk('category: 业务流程', 'category: 岗位职责'),
        risk('category: 业务流程', 'category: 岗位职责'),
      ],
      found: ['LF336 unit.yaml'],
    },
    {
      name: 'two thirds in one category',
      edits: [risk('category: 业务流程', 'category: 岗位职责')],
      found: [],
    },
    {
      name: 'nobody carries out the measure of a grave point',
      edits: [measure(', executor: director', '')],
      found: ['LF337 risks.yaml 0'],
    },
    {
      name: 'no date, but it is kept up',
      edits: [measure(', due: 长期坚持', ', status: 长期坚持')],
      found: [],
    },
    { name: 'no date', edits: [measure(', due: 长期坚持', '')], found: ['LF337 risks.yaml 0'] },
    { name: 'a blank date', edits: [measure('due: 长期坚持', 'due: 待填')], found: [] },
  ]);
  test('what is lacking is said', () => {
    const { diagnostics } = checked(edited([measure(', executor: director, due: 长期坚持', '')]));
    expect(diagnostics[0]!.message).toContain('执行人和完成时限');
  });
});

describe('LF501 and LF502', () => {
  runCases([
    {
      name: 'a measure for nothing',
      edits: [measure('risks: [r4]', 'order: 4'), measure('risks: [r3]', 'risks: [r3, r4]')],
      found: ['LF501 measures.yaml 3'],
    },
    {
      name: 'a measure whose point is blank',
      edits: [measure('risks: [r4]', 'risks: 待填'), measure('risks: [r3]', 'risks: [r3, r4]')],
      found: [],
    },
    {
      name: 'a mobile number in a remark',
      edits: [['posts.yaml', 'name: 出纳,', 'name: 出纳, remark: 请打13800138000,']],
      found: ['LF502 posts.yaml 3/remark'],
    },
    {
      name: 'an office telephone',
      edits: [['unit.yaml', '', 'contacts: {supervision: 0551-62345678}\n']],
      found: [],
    },
    {
      name: 'a mobile number as the telephone of supervision',
      edits: [['unit.yaml', '', 'contacts: {supervision: "13800138000"}\n']],
      found: ['LF502 unit.yaml contacts/supervision'],
    },
  ]);
});
