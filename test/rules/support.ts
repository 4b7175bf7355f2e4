import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkAll } from '../../src/pipeline/check.ts';
import type { Opened } from '../../src/pipeline/open.ts';
import { openAndAssess } from '../../src/pipeline/open.ts';
import { runRules } from '../../src/rules/run.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** File name → text. Names stand for files of the one unit, or of the repository's root. */
export type Files = Readonly<Record<string, string>>;
/** In this file, the first such text becomes another. */
export type Edit = readonly [file: string, from: string, to: string];

/** A small scheme with a little of everything, and a unit that does all it asks. */
export const CLEAN: Files = {
  'lianfang.yaml': `title: 试验
scheme: own
classification: 内部
rules: {}
`,
  'schemes/own/scheme.yaml': `id: own
title: 试验方案
subjects:
  - {id: unit, name: 单位}
  - {id: department, name: 科室}
  - {id: post, name: 岗位}
tiers: [{id: 领导岗位, leader: true}, {id: 中层岗位}, {id: 其他岗位}]
ranks:
  - {id: 局长, tier: 领导岗位, head: true}
  - {id: 副局长, tier: 领导岗位}
  - {id: 科长, tier: 中层岗位, departmentHead: true}
  - {id: 科员, tier: 其他岗位}
levels: [{id: 高, tone: grave}, {id: 中, tone: middle}, {id: 低, tone: light}]
categories:
  - {id: 岗位职责}
  - {id: 业务流程}
  - {id: 制度机制, subjects: [department, unit]}
factors:
  chance: {label: 发生概率, scale: [较小, 较大]}
  harm: {label: 危害程度, scale: [较轻, 较重]}
  freedom: {label: 裁量空间, scale: [窄, 宽], of: power}
rating:
  of: riskPoint
  first:
    - {when: {chance: 较大, harm: 较重}, level: 高}
    - {when: {any: [{chance: 较大}, {harm: 较重}]}, level: 中}
    - {otherwise: 低}
scope: {flows: some}
measures: {lines: [前期预防, 中期监控, 后期处置]}
`,
  'unit.yaml': `name: 某县某局
departments:
  - id: finance
    name: 财务科
`,
  'posts.yaml': `- {id: director, name: 局长, rank: 局长}
- {id: deputy, name: 副局长, rank: 副局长, inChargeOf: [finance]}
- {id: chief, name: 财务科长, rank: 科长, department: finance}
- {id: cashier, name: 出纳, rank: 科员, department: finance}
`,
  'powers.yaml': `- id: pay
  name: 经费支付
  steps:
    - {id: apply, name: 申请}
    - {id: approve, name: 审批}
`,
  'risks.yaml': [
    risk('r1', '擅自决定大额支出', 'post: director', '业务流程', '较大', '较重'),
    risk('r2', '违规插手支付', 'post: deputy', '岗位职责', '较小', '较重'),
    risk('r3', '审核把关不严', 'post: chief', '岗位职责', '较大', '较轻'),
    risk('r4', '白条抵库', 'post: cashier', '岗位职责', '较小', '较轻'),
    risk('r5', '付款顺序随意', 'department: finance', '业务流程', '较小', '较轻'),
    risk('r6', '支出制度过时', 'unit: true', '制度机制', '较小', '较轻'),
  ].join(''),
  'measures.yaml': `- {id: m1, risks: [r1], content: 超过 5 万元的支出经党组会票决, executor: director, due: 长期坚持}
- {id: m2, risks: [r2], content: 领导批示一律留存入卷}
- {id: m3, risks: [r3], content: 每月由会计复核上月支付凭证}
- {id: m4, risks: [r4], content: 月末由会计监盘库存现金}
- {id: m5, risks: [r5], content: 付款按受理编号先后办理}
- {id: m6, risks: [r6], content: 每年一月修订支出管理办法}
`,
};

function risk(
  id: string,
  name: string,
  subject: string,
  category: string,
  chance: string,
  harm: string,
): string {
  return `- id: ${id}
  name: ${name}
  ${subject}
  power: pay
  step: approve
  category: ${category}
  factors: {chance: ${chance}, harm: ${harm}}
  owner: chief
`;
}

/** The clean repository with these edits; a file that it does not have is made by an edit from ''. */
export function edited(edits: readonly Edit[], base: Files = CLEAN): Files {
  const files: Record<string, string> = { ...base };
  for (const [file, from, to] of edits) {
    const text = files[file] ?? '';
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    files[file] = from === '' ? text + to : text.replace(from, to);
  }
  return files;
}

/** Writes a repository with one unit, `bureau`, and reads it. */
export function open(files: Files): Opened {
  return openAndAssess(
    tempFolder(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [placed(name), text])),
    ),
  );
}

function placed(name: string): string {
  const ofRoot = name === 'lianfang.yaml' || /^(?:schemes|units)\//.test(name);
  return ofRoot ? name : `units/bureau/${name}`;
}

/** Everything found, as `LF301 posts.yaml 0/name`, and as it would be printed. */
export function checked(files: Files): {
  readonly found: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const opened = open(files);
  const { project } = opened;
  const findings = opened.assessed.flatMap(({ unit, resolved, relations, assessment }) =>
    runRules({ project, unit, scheme: resolved.scheme, relations, assessment }),
  );
  const addresses = findings.map(({ code, ref }) => {
    const file = ref.file.replace('units/bureau/', '');
    return `${code} ${file} ${ref.path.join('/')}`.trim();
  });
  return { found: addresses.toSorted(), diagnostics: checkAll(opened) };
}
