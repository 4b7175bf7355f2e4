import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How large a county to make up, and whether every file has one fault. */
export type CountySize = {
  readonly units: number;
  readonly postsPerUnit: number;
  readonly risksPerPost: number;
  readonly faulty: boolean;
};

const DEPARTMENTS = [
  '办公室',
  '财务股',
  '审批股',
  '执法大队',
  '人事股',
  '规划股',
  '法规股',
  '项目办',
];
const CATEGORIES = ['思想道德', '岗位职责', '业务流程', '制度机制', '外部环境'];
const POWER_TYPES = ['行政许可', '行政处罚', '行政检查', '内部管理'];
const WORDS = ['极小', '较小', '一般', '较大', '极大'];
const ACTS = [
  '收受',
  '索要',
  '截留',
  '泄露',
  '隐瞒',
  '拖延',
  '伪造',
  '挪用',
  '转嫁',
  '拆分',
  '压低',
];
const THINGS = [
  '申请材料',
  '专项资金',
  '现场记录',
  '评审意见',
  '采购需求',
  '考核得分',
  '执法文书',
  '合同条款',
  '票据凭证',
  '名单信息',
  '检测数据',
  '补贴标准',
  '抽查名额',
];
const PARTIES = ['申报企业', '施工单位', '供应商', '中介机构', '下属单位', '代理机构', '服务对象'];
const TIMES = [
  '受理当日',
  '每周五前',
  '每月五日前',
  '每季度末',
  '签批前一日',
  '办结后三日内',
  '年底前',
];
const DOCUMENTS = [
  '核对清单',
  '复核记录',
  '会议纪要',
  '抽查台账',
  '移交单',
  '公示截图',
  '审核意见书',
  '对账表',
  '签收簿',
  '回访记录',
  '评分底稿',
];
const WHO = [
  '经办人',
  '复核人',
  '股长',
  '内勤',
  '会计',
  '法制员',
  '监督员',
  '档案员',
  '分管副局长',
];

const HOW = [
  '逐笔核对',
  '抽取三成回访',
  '当面清点',
  '比对系统记录',
  '按清单逐项查验',
  '调取录像查看',
  '随机抽号复查',
  '双人测算',
  '对照合同验收',
];
const ENDS = [
  '签字归档',
  '盖章后上墙公示',
  '录入平台留痕',
  '报班子会通报',
  '退回补正',
  '移交档案室',
  '张贴到办事大厅',
  '密封保存',
];
const GAINS = [
  '收取好处费',
  '为亲友揽活',
  '报销个人开支',
  '换取股份',
  '安排子女就业',
  '接受旅游安排',
  '低价买房',
  '套取绩效奖金',
];

/** Writes a county of made-up units that `check` passes, under a scheme of its own. No two texts agree. */
export function writeCounty(folder: string, size: CountySize): { files: number; bytes: number } {
  let files = 0;
  let bytes = 0;
  const put = (file: string, text: string, planted = '') => {
    const path = join(folder, file);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text + (size.faulty ? planted : ''));
    files += 1;
    bytes += Buffer.byteLength(text);
  };
  put('lianfang.yaml', 'title: 某县\nscheme: bench\nedition: 2026\nclassification: 内部\n');
  put('schemes/bench/scheme.yaml', SCHEME);
  for (let number = 1; number <= size.units; number++) {
    const unit = `units/u${pad(number, 3)}`;
    put(`${unit}/unit.yaml`, unitText(number), 'colour: 红\n');
    put(`${unit}/posts.yaml`, postsText(size), '  colour: 红\n');
    put(`${unit}/powers.yaml`, powersText(number, size), '  colour: 红\n');
    put(`${unit}/risks.yaml`, risksText(number, size), '  colour: 红\n');
    put(`${unit}/measures.yaml`, measuresText(number, size), '  colour: 红\n');
  }
  return { files, bytes };
}

function unitText(number: number): string {
  const departments = DEPARTMENTS.map((name, index) => `  - {id: d${index + 1}, name: ${name}}\n`);
  return `# 单位基本情况\nname: 某县第${number}局\ndepartments:\n${departments.join('')}contacts:\n  supervision: 0570-88${pad(number, 3)}00\n`;
}

function postsText({ postsPerUnit }: CountySize): string {
  let text = '# 岗位\n';
  for (let post = 1; post <= postsPerUnit; post++) {
    const rank = post === 1 ? '局长' : post < 4 ? '副局长' : post < 12 ? '股长' : '科员';
    const place = post < 4 ? '' : `  department: d${(post % DEPARTMENTS.length) + 1}\n`;
    const charge = post === 2 ? '  inChargeOf: [d1, d2, d3, d4, d5, d6, d7, d8]\n' : '';
    text += `- id: g${pad(post, 3)}\n  name: ${DEPARTMENTS[post % DEPARTMENTS.length]}${rank}${pad(post, 3)}岗\n${place}  rank: ${rank}\n${charge}`;
    text += `  duties: |\n    一、承办${THINGS[post % THINGS.length]}的${mixed(post, PARTIES)}事项；\n    二、${sentence(post)}。\n  headcount: ${1 + (post % 3)}\n`;
  }
  return text;
}

function powersText(unit: number, { postsPerUnit }: CountySize): string {
  let text = '# 职权\n';
  for (let power = 1; power <= 40; power++) {
    const seed = unit * 41 + power;
    text += `- id: q${pad(power, 3)}\n  name: ${mixed(seed, THINGS)}${mixed(seed * 3, PARTIES)}审核第${power}类\n  class: 对外行使\n  type: ${mixed(seed, POWER_TYPES)}\n`;
    text += `  content: ${sentence(seed)}\n  basis:\n    - 《某县${mixed(seed, THINGS)}管理办法》第${(seed % 40) + 1}条\n    - 《某省${mixed(seed + 1, THINGS)}条例》第${(seed % 60) + 1}条\n`;
    text += `  department: d${(power % DEPARTMENTS.length) + 1}\n  posts: [g${pad((power % postsPerUnit) + 1, 3)}]\n  timeLimit: "${(seed % 20) + 1} 个工作日"\n`;
  }
  return text;
}

function risksText(unit: number, { postsPerUnit, risksPerPost }: CountySize): string {
  let text = '# 风险点\n';
  for (let risk = 1; risk <= postsPerUnit * risksPerPost; risk++) {
    const seed = unit * 509 + risk;
    const post = Math.ceil(risk / risksPerPost);
    text += `- id: f${pad(risk, 4)}\n  name: ${mixed(seed, ACTS)}${mixed(seed * 5, PARTIES)}的${mixed(seed * 7, THINGS)}谋取私利第${risk}项\n  manifestation:\n`;
    for (let item = 0; item < 3; item++) text += `    - ${fault(seed * 3 + item)}\n`;
    text += `  post: g${pad(post, 3)}\n  power: q${pad((risk % 40) + 1, 3)}\n  category: ${mixed(seed * 11, CATEGORIES)}\n  foundBy: [岗位自查]\n`;
    text += `  factors: {likelihood: ${mixed(seed * 13, WORDS)}, harm: ${mixed(seed * 17, WORDS)}}\n  leader: g001\n  owner: g${pad(4 + (risk % 8), 3)}\n`;
    text += `  remark: >-\n    成因：${fault(seed * 19)}，\n    且${sentence(seed * 23)}\n`;
  }
  return text;
}

function measuresText(unit: number, { postsPerUnit, risksPerPost }: CountySize): string {
  let text = '# 防控措施\n';
  for (let risk = 1; risk <= postsPerUnit * risksPerPost; risk++) {
    const seed = unit * 521 + risk;
    text += `- id: m${pad(risk, 4)}\n  content: "${sentence(seed * 7)}"\n  risks: [f${pad(risk, 4)}]\n  line: 前期预防\n`;
    text += `  executor: g${pad(12 + (risk % 60), 3)}\n  due: ${seed % 2 === 0 ? '2026-12-31' : '长期坚持'}\n  evidence: [${mixed(seed, DOCUMENTS)}, ${mixed(seed + 1, DOCUMENTS)}]\n`;
  }
  return text;
}

/** Who does what when with which paper: words drawn at random, so that no two sentences are nearly the same. */
function sentence(seed: number): string {
  const word = drawer(seed);
  return `${word(TIMES)}由${word(WHO)}对${word(PARTIES)}的${word(THINGS)}${word(HOW)}并填写${word(DOCUMENTS)}，连同${word(THINGS)}由${word(WHO)}${word(ENDS)}`;
}

function fault(seed: number): string {
  const word = drawer(seed + 0.5);
  return `在办理${word(PARTIES)}${word(THINGS)}时${word(ACTS)}${word(THINGS)}，不填写${word(DOCUMENTS)}，${word(GAINS)}`;
}

/** Draws words, always the same ones for a seed (mulberry32). */
function drawer(seed: number): <T>(words: readonly T[]) => T {
  let state = Math.imul(seed * 2 + 1, 1597334677);
  return (words) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return words[((bits ^ (bits >>> 14)) >>> 0) % words.length]!;
  };
}

function mixed<T>(seed: number, words: readonly T[]): T {
  return words[seed % words.length]!;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

const SCHEME = `id: bench
title: 测速用方案
subjects: [{id: post, name: 岗位}]
tiers: [{id: 领导岗位, leader: true}, {id: 中层岗位}, {id: 其他岗位}]
ranks:
  - {id: 局长, tier: 领导岗位, head: true}
  - {id: 副局长, tier: 领导岗位}
  - {id: 股长, tier: 中层岗位, departmentHead: true}
  - {id: 科员, tier: 其他岗位}
levels: [{id: 高, tone: grave}, {id: 中, tone: middle}, {id: 低, tone: light}]
categories: [{id: 思想道德}, {id: 岗位职责}, {id: 业务流程}, {id: 制度机制}, {id: 外部环境}]
factors:
  likelihood: {label: 可能性, scale: [极小, 较小, 一般, 较大, 极大], numbers: [1, 2, 3, 4, 5]}
  harm: {label: 危害程度, scale: [极小, 较小, 一般, 较大, 极大], numbers: [1, 2, 3, 4, 5]}
rating:
  of: riskPoint
  score:
    combine: product
    of: [{factor: likelihood}, {factor: harm}]
    cutoffs: [{level: 高, atLeast: 15}, {level: 中, atLeast: 6}, {level: 低}]
scope: {unit: false, departments: false, flows: none}
identification: {methods: [{id: 岗位自查, required: true}]}
measures: {lines: [前期预防, 中期监控, 后期处置]}
`;
