import type { Rule } from '../rule.ts';
import { defineRule } from '../rule.ts';

/** LF601–LF625: found while schemes and profiles are read. Metadata only. */
export const schemeFileRules: readonly Rule[] = [
  defineRule({
    meta: {
      code: 'LF601',
      name: 'scheme-not-found',
      title: '找不到实施方案',
      severity: 'error',
      rationale: '没有方案就没有等级、类别和必填项，这个单位的数据无法检查。',
      examples: { bad: 'scheme: shaoxin\n', good: 'scheme: shaoxing\n' },
    },
  }),
  defineRule({
    meta: {
      code: 'LF602',
      name: 'extends-in-a-circle',
      title: '方案互相继承成圈',
      severity: 'error',
      rationale: '两个方案互为基础，哪个也定不下来。',
      examples: { bad: 'id: a\nextends: a\n', good: 'id: a\nextends: shaoxing\n' },
    },
  }),
  defineRule({
    meta: {
      code: 'LF603',
      name: 'unknown-level',
      title: '没有这个等级',
      severity: 'error',
      rationale: '评定办法给出的等级必须是本方案列出的等级，否则定不了级。',
      examples: {
        bad: 'rating:\n  of: riskPoint\n  first: [{otherwise: 特高}]\n',
        good: 'rating:\n  of: riskPoint\n  first: [{otherwise: 高}]\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF604',
      name: 'gap-between-cutoffs',
      title: '分数段之间有空档',
      severity: 'error',
      rationale: '落在空档里的分数没有等级。',
      examples: {
        bad: 'cutoffs:\n  - {level: 高, atLeast: 8}\n  - {level: 低, atMost: 5}\n',
        good: 'cutoffs:\n  - {level: 高, atLeast: 8}\n  - {level: 低, below: 8}\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF605',
      name: 'overlapping-cutoffs',
      title: '分数段重叠',
      severity: 'error',
      rationale: '同一个分数落进两个等级，定级就有两种说法。',
      examples: {
        bad: 'cutoffs:\n  - {level: 高, atLeast: 8}\n  - {level: 低, atMost: 8}\n',
        good: 'cutoffs:\n  - {level: 高, atLeast: 8}\n  - {level: 低, below: 8}\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF606',
      name: 'missing-matrix-cell',
      title: '矩阵缺格',
      severity: 'error',
      rationale: '缺少的组合定不了级。',
      examples: {
        bad: 'matrix:\n  factors: [chance, harm]\n  cells: {大: {重: 高, 轻: 中}, 小: {重: 中}}\n',
        good: 'matrix:\n  factors: [chance, harm]\n  cells: {大: {重: 高, 轻: 中}, 小: {重: 中, 轻: 低}}\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF607',
      name: 'unknown-rating-input',
      title: '定级条件用了没有的因素或词',
      severity: 'error',
      rationale: '条件里的因素或词写错，这一条永远不会成立，而且不易发现。',
      examples: { bad: 'when: {discretion: 很大}\n', good: 'when: {discretion: 较大}\n' },
    },
  }),
  defineRule({
    meta: {
      code: 'LF608',
      name: 'unknown-return-step',
      title: '退回到没有的环节',
      severity: 'error',
      rationale: '审核退回时必须知道退到哪一步。',
      examples: {
        bad: 'steps:\n  - {stage: 科室审核, by: departmentHead, returnTo: 填报}\n',
        good: 'steps:\n  - {stage: 填报, by: owner}\n  - {stage: 科室审核, by: departmentHead, returnTo: 填报}\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF609',
      name: 'unknown-scheme-word',
      title: '方案中前后用词对不上',
      severity: 'error',
      rationale: '职级、层级、类别等在方案里要先列出再使用，对不上的规定不起作用。',
      examples: {
        bad: 'ranks: [{id: 科员, tier: 其他}]\ntiers: [{id: 其他岗位}]\n',
        good: 'ranks: [{id: 科员, tier: 其他岗位}]\ntiers: [{id: 其他岗位}]\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF610',
      name: 'paper-without-table',
      title: '表格没有版式',
      severity: 'error',
      rationale: '方案要求的表格找不到版式文件，印不出来。',
      examples: {
        bad: 'papers: [{id: register, title: 登记表, table: no-such-table}]\n',
        good: 'papers: [{id: register, title: 登记表, table: risk-register}]\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF611',
      name: 'value-without-source',
      title: '预设方案的取值没有出处',
      severity: 'error',
      rationale: '预设方案的每个取值都要注明条款，或说明原文未规定、采用了什么做法。',
      examples: {
        bad: 'levels: [{id: 高, tone: grave}]\n',
        good: 'levels: [{id: 高, tone: grave, clause: 二（一）2}]\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF621',
      name: 'unknown-field',
      title: '版式用了没有的字段',
      severity: 'error',
      rationale: '字段名写错，这一列会是空的。',
      examples: {
        bad: 'columns: [{field: risk.lvel}]\n',
        good: 'columns: [{field: risk.level}]\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF622',
      name: 'field-hidden-from-audience',
      title: '版式含有读者不得看的字段',
      severity: 'error',
      rationale: '公示和公开的表格不得带出姓名、电话等内部信息。',
      examples: {
        bad: 'audience: public\nsections: [{fields: {of: [holder.name]}}]\n',
        good: 'audience: public\nsections: [{fields: {of: [post.name]}}]\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF623',
      name: 'widths-cannot-fit',
      title: '列宽放不下',
      severity: 'error',
      rationale: '各列最小宽度之和超过纸宽，打印会被截断。',
      examples: {
        bad: 'columns: [{field: risk.name, width: 200}]\n',
        good: 'columns: [{field: risk.name, width: 36}]\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF624',
      name: 'merge-without-grouping',
      title: '合并了不相邻的行',
      severity: 'error',
      rationale: '没有按这一列分组，相同的值不在一起，合并单元格会出错。',
      examples: {
        bad: 'columns: [{field: department.name, merge: true}]\n',
        good: 'rows: {from: risks, groupBy: department.name}\ncolumns: [{field: department.name, merge: true}]\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF625',
      name: 'profile-fault',
      title: '版式有其他错误',
      severity: 'error',
      rationale: '版式写得不成立，这张表印不出来。',
      examples: { bad: 'sections: []\n', good: 'sections: [{text: 填表说明}]\n' },
    },
  }),
];
