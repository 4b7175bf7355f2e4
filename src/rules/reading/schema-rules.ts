import type { Rule } from '../rule.ts';
import { defineRule } from '../rule.ts';

/** LF101–LF112 but for LF103: found while records are read by their schemas. Metadata only. */
export const schemaRules: readonly Rule[] = [
  defineRule({
    meta: {
      code: 'LF101',
      name: 'unknown-key',
      title: '不认识的键',
      severity: 'error',
      rationale: '写错的键没有读取，表格里会缺这一项；单位自己增加的内容放在 extra 下。',
      examples: {
        bad: '- id: cashier\n  nmae: 出纳\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF102',
      name: 'not-an-option',
      title: '不在可选项之内',
      severity: 'error',
      rationale: '这一项只能从固定的几个词中选，别的词没有读取。',
      examples: {
        bad: '- id: m1\n  content: 每月核对一次\n  status: 完成了\n',
        good: '- id: m1\n  content: 每月核对一次\n  status: 已完成\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF104',
      name: 'wrong-type',
      title: '值的类型不对',
      severity: 'error',
      rationale: '该写文字的地方写了列表，或该写列表的地方写了别的，这一项没有读取。',
      examples: {
        bad: '- id: cashier\n  headcount: 两人\n',
        good: '- id: cashier\n  headcount: 2\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF105',
      name: 'number-for-text',
      title: '文字写成了数字或是否',
      severity: 'error',
      rationale: '编号、电话写成数字会丢掉前面的零，“是”“否”一类的英文词会变成真假值，要加引号。',
      examples: {
        bad: 'contacts:\n  supervision: 12388\n',
        good: "contacts:\n  supervision: '12388'\n",
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF106',
      name: 'missing-key',
      title: '缺少必需的键',
      severity: 'error',
      rationale: '没有编号或名称的记录无法引用，也排不进表格；暂时不知道的可以留空，算待填。',
      examples: {
        bad: '- name: 出纳\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF107',
      name: 'malformed-id',
      title: '编号写法不合要求',
      severity: 'error',
      rationale: '编号用于相互引用和文件名，只用小写字母、数字和连字符，换机器、换软件都不变。',
      examples: {
        bad: '- id: 出纳\n  name: 出纳\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF108',
      name: 'not-a-date',
      title: '不是日期',
      severity: 'error',
      rationale: '期限和先后都要用日期推算，写法不一或日历上没有的日期没有读取。',
      examples: {
        bad: "- id: m1\n  content: 每月核对一次\n  doneOn: '2026-02-30'\n",
        good: "- id: m1\n  content: 每月核对一次\n  doneOn: '2026-02-28'\n",
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF109',
      name: 'todo',
      title: '待填',
      severity: 'todo',
      rationale: '空着的或写着“待填”的地方：不算错误，可以出空白表，但不能报送审核。',
      examples: {
        bad: '- id: cashier\n  name: 待填\n',
        good: '- id: cashier\n  name: 出纳\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF110',
      name: 'classified',
      title: '涉密数据不得录入',
      severity: 'error',
      mandatory: true,
      rationale: '国家秘密不得在本工具中处理；只收公开、内部和工作秘密以下的数据。',
      examples: { bad: 'classification: 秘密\n', good: 'classification: 内部\n' },
    },
  }),
  defineRule({
    meta: {
      code: 'LF111',
      name: 'person-id-like-pinyin',
      title: '人员编号像是姓名拼音',
      severity: 'error',
      rationale: '人员编号会出现在各处，能看出是谁就等于写了姓名；姓名只放在 people.yaml。',
      examples: {
        bad: '- id: zhangmou\n  name: 张某\n',
        good: '- id: p01\n  name: 张某\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF112',
      name: 'out-of-range',
      title: '超出允许的长短或大小',
      severity: 'error',
      rationale: '过长、过大或不成立的值没有读取。',
      examples: {
        bad: '- id: cashier\n  name: 出纳\n  headcount: -1\n',
        good: '- id: cashier\n  name: 出纳\n  headcount: 1\n',
      },
    },
  }),
];
