import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

export const ownWork = defineRule({
  meta: {
    code: 'LF409',
    name: 'own-work',
    title: '填报人审核自己填报的内容',
    severity: 'error',
    rationale: '自己填、自己审，等于没有审核；集体研究而本人只是其中一员的除外。',
  },
  check(context) {
    reportFaults(context, ['self'], '由他人填报，或由方案规定的上一级审核');
  },
});
