import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { obligationsOf } from '../../src/calendar/obligations/obligations.ts';
import { calendarInput } from '../../src/pipeline/calendar.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { tempFolder } from '../support/temp-folder.ts';

const BASE = fileURLToPath(new URL('../cases/faults/base/', import.meta.url));

type Files = Readonly<Record<string, string>>;

/** The sound base of the fault cases: 财务科 with 财务科长 and 出纳, 局长, and 副局长 in charge of it. */
function base(): Record<string, string> {
  const names = readdirSync(BASE, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(BASE, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(BASE, name), 'utf8')]));
}

/** What is owed under some duties, a line an obligation: title, last day, day of doing, records. */
function owed(duties: string, records: Files, unitLines = ''): string[] {
  const files = base();
  files['schemes/own/scheme.yaml'] += `duties:\n${duties}`;
  // Its list of departments stands last.
  files['units/bureau/unit.yaml'] += `  - {id: office, name: 办公室}\n${unitLines}`;
  for (const [list, text] of Object.entries(records)) files[`units/bureau/${list}.yaml`] = text;
  const opened = openAssessed(tempFolder(files));
  return obligationsOf(calendarInput(opened.assessed[0]!, opened, '2026-12-31')).map(
    ({ title, due = '-', doneOn = '-', records: ids }) => [title, due, doneOn, ...ids].join(' '),
  );
}

const SUMMARY =
  '  - {id: summary, title: 总结, record: filing, each: department, to: 上级, due: 8月底前}\n';
const NOTICE =
  '  - {id: posting, title: 公示, record: notice, each: department, contents: [风险点], signedBy: leaderInCharge, within: {days: 7}, telephone: true, due: 08-27}\n';
const REVIEW = '  - {id: review, title: 评议, record: evaluation, kinds: [评议], every: quarter}\n';
const MEETING =
  '  - {id: start, title: 动员会, record: meeting, kinds: [动员会], attendance: [全体职工], due: 02-28}\n';
const ROTATION = '  - {id: turns, title: 轮岗, record: rotation, kinds: [], every: threeYears}\n';
const INSPECTIONS =
  '  - {id: tours, title: 检查, record: inspection, of: {points: true}, each: leader, every: year, times: 2}\n';

test.each<[string, string, Files, readonly string[], string?]>([
  [
    'one department’s paper settles nobody else’s',
    SUMMARY,
    { filings: '- {id: a, to: 上级, departments: [office], on: 2026-08-20}\n' },
    ['总结（财务科） 2026-08-31 -', '总结（办公室） 2026-08-31 2026-08-20 a'],
  ],
  [
    'a paper of nobody settles nothing, nor one that went elsewhere',
    SUMMARY,
    {
      filings:
        '- {id: a, to: 上级, on: 2026-08-20}\n- {id: b, duty: summary, to: 同级, departments: [office], on: 2026-08-20}\n',
    },
    ['总结（财务科） 2026-08-31 -', '总结（办公室） 2026-08-31 -'],
  ],
  [
    'the unit sets a day of its own',
    SUMMARY,
    {},
    ['总结（财务科） 2026-09-10 -', '总结（办公室） 2026-09-10 -'],
    "deadlines: {summary: '2026-09-10'}\n",
  ],
  [
    'a posting is done when it has hung its days, signed by the leader in charge',
    NOTICE,
    {
      notices:
        '- {id: a, title: 公示, departments: [finance], papers: [风险点], from: 2026-08-21, to: 2026-08-27, telephone: "1", signedBy: deputy}\n',
    },
    ['公示（财务科） 2026-08-27 2026-08-27 a', '公示（办公室） 2026-08-27 -'],
  ],
  [
    'not when it is too short, signed by another or without a telephone',
    NOTICE,
    {
      notices: [
        '- {id: a, title: 公示, departments: [finance], from: 2026-08-21, to: 2026-08-26, telephone: "1", signedBy: deputy}',
        '- {id: b, title: 公示, departments: [finance], from: 2026-08-21, to: 2026-08-27, telephone: "1", signedBy: chief}',
        '- {id: c, title: 公示, departments: [finance], from: 2026-08-21, to: 2026-08-27, signedBy: deputy}\n',
      ].join('\n'),
    },
    ['公示（财务科） 2026-08-27 -', '公示（办公室） 2026-08-27 -'],
  ],
  [
    'a record belongs to the period that it names, else to that of its day',
    REVIEW,
    {
      evaluations:
        '- {id: a, kind: 评议, period: 2026年一季度, on: 2026-04-02}\n- {id: b, kind: 评议, on: 2026-09-30}\n',
    },
    [
      '评议（第一季度） 2026-03-31 2026-04-02 a',
      '评议（第二季度） 2026-06-30 -',
      '评议（第三季度） 2026-09-30 2026-09-30 b',
      '评议（第四季度） 2026-12-31 -',
    ],
  ],
  [
    'a leader’s inspections are of what that leader answers for',
    INSPECTIONS,
    {
      inspections: [
        '- {id: a, title: 查, by: {post: deputy}, departments: [finance], on: 2026-03-01}',
        '- {id: b, title: 查, by: {post: deputy}, on: 2026-04-01}',
        '- {id: c, title: 查, by: {post: deputy}, departments: [finance], on: 2026-05-01}\n',
      ].join('\n'),
    },
    ['检查（副局长） 2026-12-31 2026-05-01 a c'],
  ],
  [
    'a meeting settles what asks for one of its kind, with those who are to attend',
    MEETING,
    {
      meetings: [
        '- {id: a, kind: 学习培训, on: 2026-02-01, participants: [{who: 全体职工, count: 9}]}',
        '- {id: b, kind: 动员会, on: 2026-02-02, participants: [{who: 领导班子, count: 3}]}',
        '- {id: c, kind: 动员会, on: 2026-02-03, participants: [{who: 全体职工}]}',
        '- {id: d, kind: 动员会, on: 2026-02-04, participants: [{who: 全体职工, count: 9}]}\n',
      ].join('\n'),
    },
    ['动员会 2026-02-28 2026-02-04 d'],
  ],
  [
    'rotation every three years falls due three years after the last, and an evaluation is none',
    ROTATION,
    {
      rotations: '- {id: a, post: cashier, outgoing: p-1, incoming: p-2, on: 2022-05-01}\n',
      evaluations: '- {id: b, duty: turns, kind: 轮岗, on: 2026-02-01}\n',
    },
    ['轮岗 2025-05-01 - a'],
  ],
  [
    'a special inspection is of that method and by the body that is to inspect',
    '  - {id: special, title: 专项检查, record: inspection, kinds: [专项检查], by: 领导小组, every: year}\n',
    {
      inspections: [
        '- {id: a, title: 随便看看, method: 其他, by: {post: chief}, on: 2026-05-01}',
        '- {id: b, title: 专项检查, method: 专项检查, by: {post: chief}, on: 2026-05-02}',
        '- {id: c, title: 专项检查, method: 专项检查, by: {body: 领导小组}, on: 2026-05-03}\n',
      ].join('\n'),
    },
    ['专项检查 2026-12-31 2026-05-03 c'],
  ],
])('%s', (_, duties, records, lines, unitLines = '') => {
  expect(owed(duties, records, unitLines)).toEqual(lines);
});
