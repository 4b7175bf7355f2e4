import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { taskNameTest } from '../words/task-name.ts';
import { hasTodo, isBlank } from '../todo.ts';

export const nameIsTask = defineRule({
  meta: {
    code: 'LF324',
    name: 'name-is-task',
    title: '风险点只写了工作名称',
    severity: 'warning',
    rationale: '“公车管理”是一项工作，不是风险；要写出会怎样被滥用，才谈得上防控。',
  },
  check({ unit, relations, words, report }) {
    const isOnlyTask = taskNameTest(words.lists);
    for (const risk of relations.risks) {
      if (isBlank(risk) || risk.manifestation.length > 0 || !isOnlyTask(risk.name)) continue;
      if (hasTodo(unit, at(risk.ref, 'manifestation'))) continue;
      report(
        at(risk.ref, 'name'),
        say`${{ risk: named('risk', risk) }}只是一项工作，没有写会怎样被滥用`,
        {
          hint: '在 manifestation 写出表现形式，如“公车私用、虚报维修”',
        },
      );
    }
  },
});
