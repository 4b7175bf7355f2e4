import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderFiles } from '../support/folder-files.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const BASE = fileURLToPath(new URL('../cases/faults/base', import.meta.url));

/** A ladder for what is overdue, and a way of inspecting in writing. */
const SUPERVISION = `
inspections: {methods: [{id: 书面监督检查}]}
escalation:
  ladder: [{after: 0, letter: 督办函}, {after: 10, letter: 通报}]
`;

const INSPECTION = `- id: jc-1
  title: 付款审批
  method: 书面监督检查
  number: 某纪问〔2026〕1号
  by: {body: 县纪委监委派驻组}
  departments: [finance]
  posts: [chief]
  risks: [r5]
  on: 2026-06-10
  questions: [付款单为什么没有编号, 先后次序由谁决定]
  replyDue: 2026-06-20
`;
const ANSWER = `  answeredOn: 2026-06-22
  answeredBy: {post: chief}
  answer: [系统升级后编号规则没有启用, 由出纳按送达先后办理]
  feedbackOn: 2026-06-26
  findings: [{id: wt-1, problem: 付款单没有编号, risks: [r5], departments: [finance]}]
`;
const RECTIFICATION = `- id: zg-1
  problem: 付款单没有编号
  finding: wt-1
  risks: [r5]
  department: finance
  owner: cashier
  actions: [启用编号规则并补编上半年的单据]
  due: 2026-07-31
`;
const letter = (id: string, kind: string, on: string, due: string): string => `- id: ${id}
  kind: ${kind}
  number: 某纪〔2026〕${id.slice(-1)}号
  finding: wt-1
  risks: [r5]
  departments: [finance]
  by: {body: 县纪委监委派驻组}
  to: {body: 某县某局}
  subject: 付款单编号整改
  facts: [付款单至今没有编号]
  matters: [立即启用编号规则]
  on: ${on}
  replyDue: ${due}
`;
const DONE = `  doneOn: 2026-08-20
  result: 编号规则已启用，上半年 214 张单据补编完毕
  verifiedBy: chief
  verifiedOn: 2026-08-25
  conclusion: 销号
`;

test('a finding from the inspection to its closing, with every paper', async () => {
  const files = folderFiles(BASE);
  const data = tempFolder(Object.fromEntries(files));
  const scheme = join(data, 'schemes/own/scheme.yaml');
  writeFileSync(scheme, readFileSync(scheme, 'utf8') + SUPERVISION);
  const put = (name: string, text: string) =>
    writeFileSync(join(data, 'units/bureau', `${name}.yaml`), text);
  const due = async (day: string) =>
    (await runCli(['-C', data, 'due', '--as-of', day])).out.split('\n').map((line) => line.trim());
  let printed = 0;
  const print = async (title: string, says: readonly string[]) => {
    const out = `out-${(printed += 1)}`;
    const formats = ['-f', 'md', '-f', 'docx', '-f', 'pdf'];
    const { code, err } = await runCli(['-C', data, 'report', title, ...formats, '-o', out]);
    expect({ title, code, err: err.replace(/^已写入.*\n/, '') }).toEqual({
      title,
      code: 0,
      err: '',
    });
    const folder = join(data, out, 'bureau');
    expect(readdirSync(folder).toSorted()).toEqual(
      ['docx', 'md', 'pdf'].map((format) => `${title}.${format}`),
    );
    const text = readFileSync(join(folder, `${title}.md`), 'utf8');
    for (const part of says) expect(text).toContain(part);
  };
  const clean = async () =>
    expect((await runCli(['-C', data, 'check', '--fail-on', 'warning'])).out).toBe(
      '没有发现问题\n',
    );

  // 问询: an answer is due ten days later.
  put('inspections', INSPECTION);
  await clean();
  await print('问询函', ['某纪问〔2026〕1号', '付款单为什么没有编号？', '2026年6月20日']);
  expect(await due('2026-06-19')).toContain('2026-06-20  某县某局  答复问询：付款审批');
  expect((await due('2026-06-21'))[1]).toBe('逾期（1 项）');

  // 答复 two days late, and the finding fed back with a rectification.
  put('inspections', INSPECTION + ANSWER);
  await clean();
  await print('情况说明', ['系统升级后编号规则没有启用', '2026年6月22日']);
  expect(await due('2026-06-27')).toContain(
    '未定日期  某县某局  处置问题 wt-1：付款单没有编号（财务科）',
  );
  put('rectifications', RECTIFICATION);
  await clean();
  await print('问题整改台账', ['启用编号规则并补编上半年的单据', '整改中']);
  expect((await due('2026-06-27')).join('\n')).not.toContain('处置问题');

  // Overdue: 督办函, and ten days later 通报.
  expect(await due('2026-07-31')).toContain(
    '2026-07-31  某县某局  整改 zg-1：付款单没有编号（出纳）',
  );
  const late = await due('2026-08-01');
  expect(late[1]).toBe('逾期（1 项）');
  expect(late).toContain('未定日期  某县某局  整改 zg-1 逾期，发出督办函（纪检监察机构）');
  put('letters', letter('hj-1', '督办函', '2026-08-03', '2026-08-10'));
  await clean();
  await print('督办函', ['关于付款单编号整改的督办函', '付款单至今没有编号', '2026年8月10日']);
  expect((await due('2026-08-04')).join('\n')).not.toContain('发出督办函');
  expect(await due('2026-08-11')).toContain(
    '未定日期  某县某局  整改 zg-1 逾期，发出通报（纪检监察机构）',
  );
  put(
    'letters',
    letter('hj-1', '督办函', '2026-08-03', '2026-08-10') +
      letter('hj-2', '通报', '2026-08-12', '2026-08-31'),
  );
  await print('通报', ['关于付款单编号整改的通报']);

  // Rectified by the cashier, verified by the chief, closed.
  put('rectifications', RECTIFICATION + DONE);
  put(
    'letters',
    `${letter('hj-1', '督办函', '2026-08-03', '2026-08-10')}  repliedOn: 2026-08-20\n` +
      `${letter('hj-2', '通报', '2026-08-12', '2026-08-31')}  repliedOn: 2026-08-20\n`,
  );
  await clean();
  await print('问题整改台账', ['编号规则已启用', '销号', '2026-08-25']);
  expect(await due('2026-08-26')).toEqual(['截至2026年8月26日没有待办事项', '']);
});

test('what is overdue calls for letters of its nature: 个性 is written to, 共性 is made known to all', async () => {
  const put = async (nature: string) => {
    const files = Object.fromEntries(folderFiles(BASE));
    const scheme = 'schemes/own/scheme.yaml';
    const letters = 'letters: [{id: 督办函, natures: [个性]}, {id: 通报, natures: [共性]}]\n';
    const found = (INSPECTION + ANSWER).replace('problem:', `${nature}problem:`);
    const data = tempFolder({
      ...files,
      [scheme]: Buffer.from(`${files[scheme]!.toString()}${SUPERVISION}${letters}`),
      'units/bureau/inspections.yaml': Buffer.from(found),
      'units/bureau/rectifications.yaml': Buffer.from(RECTIFICATION),
    });
    const { out } = await runCli(['-C', data, 'due', '--as-of', '2026-08-31']);
    return [...out.matchAll(/逾期，发出(.{2,3})（/g)].map(([, kind]) => kind);
  };
  expect(await put('typical: 个性, ')).toEqual(['督办函']);
  expect(await put('typical: 共性, ')).toEqual(['通报']);
  expect(await put('')).toEqual(['督办函']);
});
