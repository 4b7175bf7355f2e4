import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

export const unknownStage = defineRule({
  meta: {
    code: 'LF401',
    name: 'unknown-stage',
    title: '审核环节不在审核链中',
    severity: 'error',
    rationale: '方案为每一类对象定了审核链；链上没有的环节，办了也不算数，说不清内容审到了哪一步。',
  },
  check(context) {
    reportFaults(context, ['stage', 'subject'], '审核由 lianfang review 办理，不要手写记录');
  },
});
