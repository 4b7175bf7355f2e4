import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

export const signedTwice = defineRule({
  meta: {
    code: 'LF403',
    name: 'signed-twice',
    title: '同一环节对同一内容审核了两次',
    severity: 'error',
    rationale: '内容没有变，一个环节只审核一次；两条记录并存，不知道以哪一条为准。',
  },
  check(context) {
    reportFaults(context, ['twice'], '核对哪一条是真的，从 git 或备份恢复');
  },
});
