import type { Rule } from '../rule.ts';
import { defineRule } from '../rule.ts';

/** LF504 and LF505: found by `finish`, when it applies `ignore:`. Metadata only. */
export const ignoringRules: readonly Rule[] = [
  defineRule({
    meta: {
      code: 'LF504',
      name: 'ignore-without-reason',
      title: '忽略规则没有写理由',
      severity: 'error',
      rationale: '忽略一条规则是一个判断，签批的人要看到理由。',
      examples: {
        bad: 'ignore:\n  - {code: LF321}\n',
        good: 'ignore:\n  - {code: LF321, reason: 思想道德类风险，与具体职权无关}\n',
      },
    },
  }),
  defineRule({
    meta: {
      code: 'LF505',
      name: 'ignore-without-effect',
      title: '忽略的规则在这里没有问题',
      severity: 'warning',
      rationale: '问题已经改正而忽略还留着，将来真出问题就看不见了。',
      examples: {
        bad: '# r1 已写明 power\n- {id: r1, power: purchase, ignore: [{code: LF321, reason: 与职权无关}]}\n',
        good: '- {id: r1, power: purchase}\n',
      },
    },
  }),
];
