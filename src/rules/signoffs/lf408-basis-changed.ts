import { reportStale } from './lf407-changed-since.ts';
import { defineRule } from '../rule.ts';

export const basisChanged = defineRule({
  meta: {
    code: 'LF408',
    name: 'basis-changed',
    title: '审核所依据的内容又改过',
    severity: 'info',
    rationale:
      '风险点的文字没有变，但它所依据的措施、环节、职权、等级或评定办法变了，当时的审核未必还适用。',
    examples: {
      bad: '# 审核后措施减了一条\n- {id: m4, risks: [r4], content: 月末盘点}\n',
      good: '# 措施改动后重新报送、审核\n- {id: m4, risks: [r4], content: 月末由会计监盘库存现金}\n',
    },
  },
  check(context) {
    reportStale(
      context,
      'basis',
      '研究是否重新审核（lianfang review submit）；重评清单见 lianfang review list',
    );
  },
});
