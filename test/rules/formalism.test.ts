import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/pipeline/check-all.ts';
import { openEarlier } from '../../src/pipeline/earlier.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { runCases } from './cases.ts';
import type { Edit, Files } from './support.ts';
import { checked, CLEAN, edited } from './support.ts';

const measure = (from: string, to: string): Edit => ['measures.yaml', from, to];
const risk = (from: string, to: string): Edit => ['risks.yaml', from, to];
const more = (file: string, text: string): Edit => [file, '', text];

const LONG = '每季度由监督科抽查采购合同并把结果报局长办公会通报';

describe('LF341 measures nearly the same', () => {
  runCases([
    {
      name: 'two long ones that differ in a word',
      edits: [
        measure('领导批示一律留存入卷', LONG),
        measure('月末由会计监盘库存现金', LONG.replace('采购', '维修')),
      ],
      found: ['LF341 measures.yaml 1/content'],
    },
    {
      name: 'two long ones that are the same',
      edits: [measure('领导批示一律留存入卷', LONG), measure('月末由会计监盘库存现金', LONG)],
      found: ['LF341 measures.yaml 1/content'],
    },
    {
      name: 'three that are the same are LF329’s alone',
      edits: [
        measure('领导批示一律留存入卷', LONG),
        measure('月末由会计监盘库存现金', LONG),
        measure('付款按受理编号先后办理', LONG),
      ],
      found: ['LF329 measures.yaml 1/content'],
    },
    {
      name: 'a variant of what LF329 reports',
      edits: [
        measure('领导批示一律留存入卷', LONG),
        measure('月末由会计监盘库存现金', LONG),
        measure('付款按受理编号先后办理', LONG),
        measure('每年一月修订支出管理办法', LONG.replace('采购', '维修')),
      ],
      found: ['LF329 measures.yaml 1/content', 'LF341 measures.yaml 5/content'],
    },
    {
      name: 'two short ones',
      edits: [
        measure('领导批示一律留存入卷', '付款单由会计逐笔核对后签'),
        measure('月末由会计监盘库存现金', '付款单由会计逐笔核对后签'),
      ],
      found: [],
    },
    {
      name: 'items of one measure',
      edits: [measure('领导批示一律留存入卷', `'1.${LONG}；2.${LONG.replace('采购', '维修')}'`)],
      found: [],
    },
    {
      name: 'only numbers and signs differ',
      edits: [
        measure('领导批示一律留存入卷', `'1.${LONG}，满 5 份'`),
        measure('月末由会计监盘库存现金', `'2、${LONG}；满 8 份。'`),
      ],
      found: ['LF341 measures.yaml 1/content'],
    },
  ]);
});

const point = (id: number, post: string, name: string, extra = '') =>
  `- {id: r${id}, name: ${name}, post: ${post}, power: pay, step: approve, category: ${id % 2 ? '岗位职责' : '业务流程'}, factors: {chance: 较小, harm: 较轻}, owner: chief${extra}}\n- `.slice(
    0,
    -2,
  );
const ANSWERS = [
  '付款当日短信告知',
  '报价单密封保管',
  '满三日系统提醒',
  '大厅公布退款时限',
  '开标前存入保险柜',
  '半年函证往来款',
];
const answers = (...ids: readonly number[]) =>
  ids.map((id, place) => `- {id: m${id}, risks: [r${id}], content: ${ANSWERS[place]}}\n`).join('');
const NAME = '借验收之机由供应商安排饭局事后放松付款审核';

describe('LF342 to LF344 points nearly the same', () => {
  runCases([
    {
      name: 'the same point under two posts',
      edits: [
        more('risks.yaml', point(7, 'chief', NAME) + point(8, 'cashier', NAME)),
        more('measures.yaml', answers(7, 8)),
      ],
      found: ['LF342 risks.yaml 6'],
    },
    {
      name: 'a common point beside it',
      edits: [
        more(
          'risks.yaml',
          point(7, 'chief', NAME, ', appliesTo: {all: true}') + point(8, 'cashier', NAME),
        ),
        more('measures.yaml', answers(7, 8)),
      ],
      found: [],
    },
    {
      name: 'peers of one department',
      edits: [
        more('posts.yaml', '- {id: teller, name: 收款员, rank: 科员, department: finance}\n'),
        more('risks.yaml', point(7, 'teller', NAME) + point(8, 'cashier', NAME)),
        more('measures.yaml', answers(7, 8)),
      ],
      found: [],
    },
    {
      name: 'two leaders of one rank are no peers',
      edits: [
        more('posts.yaml', '- {id: second, name: 副局长二, rank: 副局长}\n'),
        more('risks.yaml', point(7, 'deputy', NAME) + point(8, 'second', NAME)),
        more('measures.yaml', answers(7, 8)),
      ],
      found: ['LF342 risks.yaml 6'],
    },
    {
      name: 'a short name twice',
      edits: [
        more('risks.yaml', point(7, 'chief', '收受红包礼金') + point(8, 'cashier', '收受红包礼金')),
        more('measures.yaml', answers(7, 8)),
      ],
      found: [],
    },
    {
      name: 'a short name three times',
      edits: [
        more(
          'risks.yaml',
          ['chief', 'cashier', 'deputy']
            .map((post, at) => point(7 + at, post, '收受红包礼金'))
            .join(''),
        ),
        more('measures.yaml', answers(7, 8, 9)),
      ],
      found: ['LF342 risks.yaml 6'],
    },
    {
      name: 'another level, where points are rated',
      edits: [
        more(
          'risks.yaml',
          point(7, 'chief', NAME) + point(8, 'chief', NAME).replace('chance: 较小', 'chance: 较大'),
        ),
        more('measures.yaml', answers(7, 8)),
      ],
      found: ['LF343 risks.yaml 6/name'],
    },
  ]);
});

describe('LF345 leftovers', () => {
  runCases([
    {
      name: 'a template’s year in a duty',
      edits: [['posts.yaml', 'name: 出纳,', 'name: 出纳, duties: [20__年度现金收付],']],
      found: ['LF345 posts.yaml 3/duties/0'],
    },
    {
      name: 'a template’s name',
      edits: [measure('月末由会计监盘库存现金', '月末由XX局监盘库存现金')],
      found: ['LF345 measures.yaml 3/content'],
    },
    {
      name: 'a regulation that the unit itself abolished',
      edits: [
        more('regulations.yaml', '- {id: old, name: 支出管理暂行办法, abolishedOn: 2020-01-01}\n'),
        measure('付款按受理编号先后办理', '按《支出管理暂行办法》凭三联单付款'),
      ],
      found: ['LF345 measures.yaml 4/content'],
    },
    {
      name: 'a regulation of the same name that is in force',
      edits: [
        more(
          'regulations.yaml',
          '- {id: old, name: 支出管理办法, abolishedOn: 2020-01-01}\n- {id: new, name: 支出管理办法}\n',
        ),
        measure('付款按受理编号先后办理', '按《支出管理办法》凭三联单付款'),
      ],
      found: [],
    },
    {
      name: 'a template’s year and an abolished law in a regulation',
      edits: [
        more(
          'regulations.yaml',
          '- {id: rule, name: 支出管理办法, summary: [20__年起施行], content: [第一条 根据《合同法》制定]}\n',
        ),
      ],
      found: ['LF345 regulations.yaml 0/content/0', 'LF345 regulations.yaml 0/summary/0'],
    },
    {
      name: 'a regulation that has ended may cite what has ended',
      edits: [
        more(
          'regulations.yaml',
          '- {id: old, name: 《支出管理暂行办法》, abolishedOn: 2020-01-01, content: [根据《合同法》制定]}\n',
        ),
      ],
      found: [],
    },
    {
      name: 'last year’s date',
      edits: [
        ['lianfang.yaml', 'title: 试验', 'title: 试验\nedition: 2026'],
        measure('due: 长期坚持', 'due: 2025-12-31'),
      ],
      found: [],
    },
    {
      name: 'a date of the year before',
      edits: [
        ['lianfang.yaml', 'title: 试验', 'title: 试验\nedition: 2026'],
        measure('due: 长期坚持', 'due: 2024年底前'),
      ],
      found: ['LF345 measures.yaml 0/due'],
    },
    {
      name: 'a date long past of what is done',
      edits: [
        ['lianfang.yaml', 'title: 试验', 'title: 试验\nedition: 2026'],
        measure('due: 长期坚持', 'due: 2024-12-31, status: 已完成'),
      ],
      found: [],
    },
    {
      name: 'the schedule of years ago',
      edits: [
        ['lianfang.yaml', 'title: 试验', 'title: 试验\nedition: 2026'],
        [
          'unit.yaml',
          'departments:',
          'stages: [{id: 排查, start: 2023-01-01, end: 2023-03-31}]\ndepartments:',
        ],
      ],
      found: ['LF345 unit.yaml stages/0/end'],
    },
  ]);

  /** A second unit, and what stands in the first. */
  function besideFinance(text: string, unit = 'name: 某县水利局'): readonly string[] {
    const files: Files = {
      ...edited([['unit.yaml', 'name: 某县某局', unit], measure('付款按受理编号先后办理', text)]),
      'units/finance/unit.yaml': 'name: 某县财政局\nshortName: 县财政局\n',
    };
    return checked(files).found.filter((one) => one.startsWith('LF345'));
  }
  const HIT = ['LF345 measures.yaml 4/content'];

  test.each([
    ['经某县财政局党组会议票决', HIT],
    ['由县财政局各科室交叉审核', HIT],
    ['每周向主持县财政局工作的领导报告', HIT],
    ['报县财政局审批', []],
    ['向县财政局党组反馈审计意见', []],
    ['与县财政局领导班子会商一次', []],
    ['由局党组会议票决', []],
    ['经某县水利局党组会议票决', []],
  ])('%s', (text, found) => {
    expect(besideFinance(text)).toEqual(found);
  });

  test('the unit above may be named', () => {
    const text = '经某县财政局党组会议票决';
    expect(besideFinance(text, 'name: 某县水利局\nparent: finance')).toEqual([]);
  });

  test('a name within one’s own is one’s own', () => {
    const text = '经某县财政局党组服务中心会议票决';
    expect(besideFinance(text, 'name: 某县财政局党组服务中心')).toEqual([]);
  });
});

describe('LF346 only a rule is named', () => {
  const found = (edit: Edit) => checked(edited([edit])).found;
  test.each([
    '严格执行《差旅费管理办法》',
    '按照《差旅费管理办法》的有关规定办理',
    '认真落实《差旅费管理办法》和《会议费管理办法》',
    '1.执行《差旅费管理办法》；2.遵守《会议费管理办法》有关规定。',
  ])('measure %s', (text) => {
    expect(found(measure('付款按受理编号先后办理', `'${text}'`))).toEqual([
      'LF346 measures.yaml 4/content',
    ]);
  });
  test.each([
    '按照《差旅费管理办法》附行程单报销',
    '执行《差旅费管理办法》，超标准部分由本人负担',
    '修订《差旅费管理办法》并报党组会审定',
    '张贴《差旅费管理办法》',
  ])('not measure %s', (text) => {
    expect(found(measure('付款按受理编号先后办理', `'${text}'`))).toEqual([]);
  });
  const shown = (text: string) =>
    risk('name: 白条抵库', `name: 白条抵库\n  manifestation: ${text}`);
  test.each([
    '违反《现金管理暂行条例》',
    '违反《会计法》第九条规定',
    '未按照《会计法》的规定办理',
    '违反国家有关规定',
  ])('manifestation %s', (text) => {
    expect(found(shown(text))).toEqual(['LF346 risks.yaml 3/manifestation/0']);
  });
  test.each([
    '违反《现金管理暂行条例》，用借条冲抵库存',
    '违反规定用借条冲抵库存',
    '不按规定盘点现金',
  ])('not manifestation %s', (text) => {
    expect(found(shown(text))).toEqual([]);
  });
});

describe('LF352 last year’s text', () => {
  const TEXTS = [
    '印章外借',
    '票据缺号',
    '报账拖延',
    '押金不清',
    '台账代填',
    '用车不记',
    '多报天数',
  ];
  const risks = TEXTS.map((name, at) => point(7 + at, 'cashier', name)).join('');
  const measures = (year: number) =>
    TEXTS.map(
      (name, at) =>
        `- {id: m${7 + at}, risks: [r${7 + at}], content: 就${name}当月抽查一次, due: ${year}-0${1 + at}-15}\n`,
    ).join('');
  const edition = (year: number, ...edits: readonly Edit[]) =>
    edited([
      ['lianfang.yaml', 'title: 试验', `title: 试验\nedition: ${year}`],
      more('risks.yaml', risks),
      more('measures.yaml', measures(year)),
      ...edits,
    ]);

  function compared(last: Files, now: Files): readonly string[] {
    const folder = (files: Files) =>
      tempFolder(
        Object.fromEntries(
          Object.entries(files).map(([name, text]) => [
            /^(?:lianfang|schemes|units)/.test(name) ? name : `units/bureau/${name}`,
            text,
          ]),
        ),
      );
    const earlier = openEarlier(folder(last));
    return checkData(openAssessed(folder(now)), { earlier }).flatMap(({ code, message }) =>
      code === 'LF352' ? [message] : [],
    );
  }

  const newPost: Edit = more(
    'posts.yaml',
    '- {id: teller, name: 收款员, rank: 科员, department: finance}\n',
  );
  const keepDates = (year: number): Edit[] =>
    TEXTS.map((_, at) => measure(`due: ${year}-0${1 + at}-15`, `due: 2025-0${1 + at}-15`));

  test('all dates moved by a year', () => {
    expect(compared(edition(2025), edition(2026))).toEqual([
      '26 条风险点和措施中有 26 条（100%）与往年一字不差，而7 个日期都只是推后了整 1 年',
    ]);
  });

  test('another post, and the same text', () => {
    expect(compared(edition(2025), edition(2026, newPost, ...keepDates(2026)))).toEqual([
      '26 条风险点和措施中有 26 条（100%）与往年一字不差，而岗位增 1 个',
    ]);
  });

  test('another division of work among the leaders, and the same text', () => {
    const divided: Edit = ['posts.yaml', ', inChargeOf: [finance]', ''];
    expect(compared(edition(2025), edition(2026, divided, ...keepDates(2026)))).toEqual([
      '26 条风险点和措施中有 26 条（100%）与往年一字不差，而分管分工减 1 项',
    ]);
  });

  test('nothing changed at all', () => {
    expect(compared(edition(2025), edition(2026, ...keepDates(2026)))).toEqual([]);
  });

  test('one date did not move by a year', () => {
    const moved = measure('due: 2026-03-15', 'due: 2026-04-01');
    expect(compared(edition(2025), edition(2026, moved))).toEqual([]);
  });

  test('two texts in twenty-six were written anew', () => {
    const anew = [
      risk('name: 印章外借', 'name: 空白介绍信流失'),
      risk('name: 白条抵库', 'name: 坐支现金'),
    ];
    expect(compared(edition(2025), edition(2026, newPost, ...anew))).toEqual([]);
  });

  test('an ignore is not called useless while there is nothing to compare with', () => {
    const ignore: Edit = [
      'unit.yaml',
      'departments:',
      'ignore: [{code: LF352, reason: 已重新查找}]\ndepartments:',
    ];
    const now = edition(2026, ignore);
    expect(checked(now).diagnostics).toEqual([]);
    expect(compared(edition(2025), now)).toEqual([]);
  });

  test('the clean unit has not changed', () => {
    expect(compared(CLEAN, CLEAN)).toEqual([]);
  });
});
