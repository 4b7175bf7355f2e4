import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

export const attendance = defineRule({
  meta: {
    code: 'LF410',
    name: 'attendance',
    title: '集体研究没有到会情况或到会不足',
    severity: 'error',
    rationale: '集体决定要说得清谁在场；方案要求人少的部门全员到会的，缺一人也不行。',
    examples: {
      bad: '- {id: rv-0006, stage: 党组会审定, by: {body: 党组会}}\n',
      good: '- {id: rv-0006, stage: 党组会审定, by: {body: 党组会}, attendance: {present: 5, of: 6}}\n',
    },
  },
  check(context) {
    reportFaults(context, ['attendance'], '按会议记录写明到会和应到人数（--attendance 到会/应到）');
  },
});
