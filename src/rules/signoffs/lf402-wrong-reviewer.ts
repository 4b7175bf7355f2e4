import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

export const wrongReviewer = defineRule({
  meta: {
    code: 'LF402',
    name: 'wrong-reviewer',
    title: '审核的机构不是方案规定的',
    severity: 'error',
    rationale: '由谁审核是方案定的；换一个机构审核，等于没有经过规定的那道关口。',
  },
  check(context) {
    reportFaults(context, ['body'], '由方案规定的机构办理；机构改了名的，改方案');
  },
});
