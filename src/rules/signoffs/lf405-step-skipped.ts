import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

export const stepSkipped = defineRule({
  meta: {
    code: 'LF405',
    name: 'step-skipped',
    title: '跳过了前面的审核环节',
    severity: 'error',
    rationale: '审核逐级进行，前一级没有办就由后一级定了，前一级的责任就落空了。',
  },
  check(context) {
    reportFaults(context, ['order'], '补办前面的环节，再办这一环节');
  },
});
