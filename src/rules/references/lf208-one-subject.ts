import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isTodo } from '../todo.ts';

const SUBJECT_KEYS = ['post', 'department', 'unit'] as const;

export const oneSubject = defineRule({
  meta: {
    code: 'LF208',
    name: 'one-subject',
    title: '风险点的主体不是恰好一个',
    severity: 'error',
    rationale:
      '一个风险点属于一个岗位、一个机构或单位本身；没有主体就没有人负责，有几个就会重复计数。',
  },
  check({ unit, report }) {
    for (const risk of unit.risks) {
      const keys = SUBJECT_KEYS.filter((key) => risk[key] !== undefined);
      const [, second] = keys;
      if (keys.length === 1) continue;
      if (second !== undefined) {
        report(at(risk.ref, second), say`${{ risk: named('risk', risk) }}同时写了 ${{ keys }}`, {
          on: 'key',
          hint: '只留一个；其他岗位也有的共性风险点，另写 appliesTo',
        });
      } else if (!SUBJECT_KEYS.some((key) => isTodo(unit, at(risk.ref, key)))) {
        report(risk.ref, say`${{ risk: named('risk', risk) }}没有写属于哪个岗位、机构或单位`, {
          hint: '写上 post、department 或 unit: true 中的一个',
        });
      }
    }
  },
});
