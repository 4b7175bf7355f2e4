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
  },
  check(context) {
    reportStale(
      context,
      'basis',
      '研究是否重新审核（lianfang review submit）；重评清单见 lianfang review list',
    );
  },
});
