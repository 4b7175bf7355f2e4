import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

export const attendance = defineRule({
  meta: {
    code: 'LF410',
    name: 'attendance',
    title: '集体研究没有到会情况或到会不足',
    severity: 'error',
    rationale: '集体决定要说得清谁在场；方案要求人少的部门全员到会的，缺一人也不行。',
  },
  check(context) {
    reportFaults(context, ['attendance'], '按会议记录写明到会和应到人数（--attendance 到会/应到）');
  },
});
