import { defineRule } from '../rule.ts';
import { reportFaults } from './sign-offs.ts';

export const stepSkipped = defineRule({
  meta: {
    code: 'LF405',
    name: 'step-skipped',
    title: '跳过了前面的审核环节',
    severity: 'error',
    rationale: '审核逐级进行，前一级没有办就由后一级定了，前一级的责任就落空了。',
    examples: {
      bad: '# 审核链：填报 → 科室审核 → 局长审核\n- {id: rv-0001, stage: 填报, on: 2026-03-02}\n- {id: rv-0002, stage: 局长审核, on: 2026-03-03}\n',
      good: '- {id: rv-0001, stage: 填报, on: 2026-03-02}\n- {id: rv-0002, stage: 科室审核, on: 2026-03-03}\n',
    },
  },
  check(context) {
    reportFaults(context, ['order'], '补办前面的环节，再办这一环节');
  },
});
