import { expect, test } from 'vitest';
import { checked, CLEAN } from './support.ts';

/**
 * Two lists as offices really publish them, in other words: what a reviewer would remark on must be
 * found, and of these rules nothing else.
 */
const LOOSE = CLEAN['schemes/own/scheme.yaml']!.replace(
  '{flows: some}',
  '{posts: none, leadership: false, departments: false, unit: false, powers: false, flows: none}',
)
  .replace('categories:', 'categories:\n  - {id: 思想道德}')
  .replace(', subjects: [department, unit]', '');

function found(scheme: string, risks: string, measures: string): string[] {
  const files = {
    'lianfang.yaml': CLEAN['lianfang.yaml']!,
    'schemes/own/scheme.yaml': scheme,
    'unit.yaml':
      'name: 某市某局\ndepartments:\n  - {id: centre, name: 建设管理中心, head: chief}\n',
    'posts.yaml': '- {id: chief, name: 中心负责人, rank: 科长, department: centre}\n',
    'risks.yaml': risks,
    'measures.yaml': measures,
  };
  return checked(files).diagnostics.map(
    ({ code, file, start }) => `${code} ${file.split('/').at(-1)}:${start.line}`,
  );
}

const risk = (
  id: string,
  name: string,
  category: string,
  chance: string,
  harm: string,
  text: string,
) =>
  `- {id: ${id}, name: ${name}, department: centre, category: ${category}, factors: {chance: ${chance}, harm: ${harm}}, manifestation: "${text}"}\n`;

test('a housing bureau’s list', () => {
  const risks = [
    risk('r1', '公车管理', '岗位职责', '较小', '较轻', '公车办私事，加油维修不合规定'),
    risk('r2', '重大事项决策制度未执行', '业务流程', '较大', '较重', '大额资金未经集体讨论'),
    risk('r3', '工程设计', '岗位职责', '较大', '较轻', '设计过度造成浪费'),
    risk(
      'r4',
      '工程招标',
      '岗位职责',
      '较大',
      '较轻',
      '设置不合理条件；化整为零；应招未招；另订合同；与投标人串通',
    ),
    risk('r5', '工程款支付', '岗位职责', '较大', '较轻', '多付、错付工程款'),
  ].join('');
  const measures =
    `- {id: m1, risks: [r1], content: "1.教育提醒;2.订立用车办法;3.按月汇总核对用车信息并公示"}
- {id: m2, risks: [r2], content: 严格“三重一大”集体决策制度,规范决策程序}
- {id: m3, risks: [r3], content: "1.开展培训,提高业务水平;2.按实际需求设计,实行会审"}
- {id: m4, risks: [r4], content: "1.开展培训,提高业务与职业道德水平;2.按规定招标,集体决策并作合法合规审核"}
- {id: m5, risks: [r5], content: "1.开展培训,提高业务水平;2.按合同与进度逐笔核对后支付"}
`.replace(
      'content: 严格“三重一大”集体决策制度,规范决策程序',
      'content: "严格“三重一大”集体决策制度,规范决策程序"',
    );
  const oneToOne = LOOSE.replace('measures: {', 'measures: {oneToOne: true, ');
  expect(found(oneToOne, risks, measures)).toEqual([
    'LF328 measures.yaml:1', // 教育提醒
    'LF328 measures.yaml:2', // a principle only
    'LF328 measures.yaml:3',
    'LF329 measures.yaml:3', // 开展培训 in three rows
    'LF328 measures.yaml:4',
    'LF328 measures.yaml:5',
    'LF337 risks.yaml:2', // grave, and nobody and no date
    'LF326 risks.yaml:4', // five manifestations, two measures
    'LF336 unit.yaml:1', // four of five in one category
  ]);
});

test('a market regulator’s list', () => {
  const risks = [
    risk(
      'r1',
      '公务车维修业务',
      '业务流程',
      '较大',
      '较重',
      '1.不如实申请；2.多报维修项目；3.审批走过场；4.虚列项目；5.虚报开支',
    ),
    risk('r2', '公务车加油业务', '岗位职责', '较大', '较轻', '1.违规加油、虚列油耗'),
    risk(
      'r3',
      '公务接待业务',
      '岗位职责',
      '较小',
      '较轻',
      '1.未入预算、转嫁费用；2.无来函接待；3.超标准；4.陪餐超人数；5.票据不齐；6.未公示',
    ),
  ].join('');
  const measures = `- {id: m1, risks: [r1], executor: chief, due: 长期坚持, content: "1.强化审批；2.由车辆管理员核定项目后再修；3.分级审批、交叉审核；4.用车人签字确认；5.核对项目与票据，不全不予报销"}
- {id: m2, risks: [r2], content: "1.一车一卡；2.定额加油；3.加油卡绑定、对公转账"}
- {id: m3, risks: [r3], content: "1.纳入预算、专款专用；2.审批审查；3.按标准安排用餐；4.10人以内陪餐不超过3人；5.审查票据；6.加强审查"}
`;
  const oneToOne = LOOSE.replace('measures: {', 'measures: {oneToOne: true, ').replace(
    'measures:',
    'responsibility: [{level: 高, owner: [局长, 副局长]}]\nmeasures:',
  );
  const owned = risks.replaceAll('department: centre', 'department: centre, owner: chief');
  expect(found(oneToOne, owned, measures)).toEqual([
    'LF328 measures.yaml:1', // 强化审批
    'LF328 measures.yaml:3', // 加强审查
    'LF331 risks.yaml:1', // a grave point owned by a head of section
    'LF326 risks.yaml:3', // 未公示, and no measure says 公示
  ]);
});
