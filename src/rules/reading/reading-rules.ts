import type { Rule } from '../rule.ts';
import { defineRule } from '../rule.ts';

/** LF001–LF014: found while files are read, before there is any record. Metadata only. */
export const readingRules: readonly Rule[] = [
  defineRule({
    meta: {
      code: 'LF001',
      name: 'yaml-syntax',
      title: 'YAML 语法错误',
      severity: 'error',
      mandatory: true,
      rationale: '写法不对，出错之处以后的内容可能没有读进来，其他检查也就靠不住。',
      examples: {
        bad: '- id: cashier\n  name: "出纳\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF002',
      name: 'duplicate-key',
      title: '同一条记录中键重复',
      severity: 'error',
      mandatory: true,
      rationale: '同一个键写了两次，只有一个算数，另一个的内容会悄悄丢失。',
      examples: {
        bad: '- id: cashier\n  name: 出纳\n  name: 会计\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF003',
      name: 'alias-or-merge-key',
      title: '使用了锚点、别名或合并键',
      severity: 'error',
      rationale: '别名让一处改动牵动别处，看不出来；数据要写全，一处就是一处。',
      examples: {
        bad: '- id: r1\n  foundBy: &found [自查]\n- id: r2\n  foundBy: *found\n',
        good: '- id: r1\n  foundBy: [自查]\n- id: r2\n  foundBy: [自查]\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF004',
      name: 'yaml-tag',
      title: '使用了 YAML 标签',
      severity: 'error',
      rationale: '标签会改变值的类型，各种软件读法不一；数据只用文字、数字、是否、列表和表。',
      examples: {
        bad: '- id: cashier\n  name: !!str 出纳\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF005',
      name: 'swallowed-by-comment',
      title: '文字被当作注释吞掉',
      severity: 'warning',
      rationale: '空格加“#”起是注释，其后的文字不会出现在任何表格里。',
      examples: {
        bad: '- id: r1\n  name: 超过 5 万元 #以上部分未集体研究\n',
        good: "- id: r1\n  name: '超过 5 万元 #以上部分未集体研究'\n",
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF006',
      name: 'full-width-colon',
      title: '键后用了全角冒号',
      severity: 'error',
      rationale: '全角冒号不分隔键和值，这一行会并入上一项的文字。',
      examples: {
        bad: '- id: cashier\n  name：出纳\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF007',
      name: 'wrong-encoding',
      title: '文件不是 UTF-8 编码',
      severity: 'error',
      mandatory: true,
      rationale: '其他编码（如 GBK）的汉字会变成乱码，只有 UTF-8 在各处都读得对。',
      examples: {
        bad: '# 以 GBK 编码保存的文件\n',
        good: '# 另存为 UTF-8 的文件\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF008',
      name: 'file-too-large',
      title: '文件超过 8 MB',
      severity: 'error',
      mandatory: true,
      rationale: '过大的文件没有读取；一个单位的数据远小于此，多半放错了文件。',
      examples: {
        bad: '# risks.yaml，20 MB\n',
        good: '# risks/ 文件夹，分成几个文件\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF009',
      name: 'too-deep',
      title: '嵌套过深',
      severity: 'error',
      mandatory: true,
      rationale: '超过 32 层的嵌套不会是风险防控数据，整个文件没有读取。',
      examples: {
        bad: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF010',
      name: 'bad-key',
      title: '键不能这样写',
      severity: 'error',
      mandatory: true,
      rationale: '键必须是一个词；空的、成组的或保留的键没有读取。',
      examples: {
        bad: '- id: cashier\n  : 出纳\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF011',
      name: 'invisible-character',
      title: '有看不见的字符',
      severity: 'error',
      rationale: '零宽字符和改变书写方向的字符使看到的与存下的不一致，编号和用词会对不上。',
      examples: {
        bad: '- id: cashier\n  name: "出\\u200B纳"\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF012',
      name: 'number-changed',
      title: '数字读入后会变样',
      severity: 'error',
      mandatory: true,
      rationale: '位数太多或过大的数读成数字后回不到原样；编号、代码要加引号写成文字。',
      examples: {
        bad: '- id: p1\n  code: 34160000000000000001\n',
        good: "- id: p1\n  code: '34160000000000000001'\n",
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF013',
      name: 'unreadable-file',
      title: '文件无法读取',
      severity: 'error',
      mandatory: true,
      rationale: '没有权限、链接失效或指向数据库以外的文件没有读取，其中的内容不在检查之列。',
      examples: {
        bad: '# risks.yaml 是指向别处的链接\n',
        good: '# risks.yaml 是普通文件\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF014',
      name: 'unknown-file',
      title: '不认识的数据文件',
      severity: 'warning',
      rationale: '文件名写错的数据文件不会被读取，里面的记录等于没有。',
      examples: {
        bad: '# units/bureau/risk.yaml\n',
        good: '# units/bureau/risks.yaml\n',
      },
    },
  }),
];
