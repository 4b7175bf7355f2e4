import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

export const unknownStage = defineRule({
  meta: {
    code: 'LF401',
    name: 'unknown-stage',
    title: '审核环节不在审核链中',
    severity: 'error',
    rationale: '方案为每一类对象定了审核链；链上没有的环节，办了也不算数，说不清内容审到了哪一步。',
    examples: {
      bad: '# 审核链：科室审核 → 局长审核\n- id: rv-0001\n  of: {post: cashier}\n  stage: 书记审核\n',
      good: '- id: rv-0001\n  of: {post: cashier}\n  stage: 科室审核\n',
    },
  },
  check(context) {
    reportFaults(context, ['stage', 'subject'], '审核由 lianfang review 办理，不要手写记录');
  },
});
