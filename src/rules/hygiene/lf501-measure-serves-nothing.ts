import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isBlank } from '../todo.ts';

const SERVED = ['risks', 'powers', 'posts', 'departments'] as const;

export const measureServesNothing = defineRule({
  meta: {
    code: 'LF501',
    name: 'measure-serves-nothing',
    title: '措施没有针对对象',
    severity: 'warning',
    rationale: '不针对任何风险点、职权、岗位或机构的措施不会出现在任何表格里。',
  },
  check({ unit, relations, report }) {
    for (const measure of relations.measures) {
      if (isBlank(measure)) continue;
      if (SERVED.some((key) => measure[key].length > 0 || hasTodo(unit, at(measure.ref, key))))
        continue;
      report(measure.ref, say`${{ measure: named('measure', measure) }}没有写针对什么`, {
        hint: '在 risks、powers、posts 或 departments 写上编号',
      });
    }
  },
});
