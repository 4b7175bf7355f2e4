import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isTodo } from '../todo.ts';

export const closedWithoutEvidence = defineRule({
  meta: {
    code: 'LF424',
    name: 'closed-without-evidence',
    title: '没有整改情况就销号',
    severity: 'error',
    rationale:
      '销号要有做了什么的记载，或者有佐证材料，并有完成、验收的日期；只写「已整改」的销号，下次检查还是同一个问题。',
  },
  check({ unit, report }) {
    for (const rectification of unit.rectifications.filter(isOpen)) {
      if (rectification.conclusion !== '销号') continue;
      const isBlank = (key: 'result' | 'doneOn' | 'verifiedOn' | 'verifiedBy') =>
        rectification[key] === undefined && !isTodo(unit, at(rectification.ref, key));
      const lacking = [
        ...(isBlank('result') && rectification.attachments.length === 0
          ? ['整改情况或者佐证材料']
          : []),
        ...(isBlank('doneOn') ? ['完成日期'] : []),
        ...(isBlank('verifiedBy') ? ['验收人'] : []),
        ...(isBlank('verifiedOn') ? ['验收日期'] : []),
      ];
      if (lacking.length === 0) continue;
      report(
        at(rectification.ref, 'conclusion'),
        say`${{ rectification: named('rectification', rectification) }}已销号，没有写${{ lacking }}`,
        {
          hint: '补上后再销号',
        },
      );
    }
    for (const warning of unit.warnings.filter(isOpen)) {
      const isDone = warning.conclusion === '销号' || warning.closedOn !== undefined;
      if (!isDone || warning.result !== undefined || warning.attachments.length > 0) continue;
      if (isTodo(unit, at(warning.ref, 'result'))) continue;
      const key = warning.conclusion === '销号' ? 'conclusion' : 'closedOn';
      report(
        at(warning.ref, key),
        say`${{ warning: named('warning', warning) }}已办结，没有写处置情况或者佐证材料`,
        {
          hint: '补上 result 或 attachments',
        },
      );
    }
  },
});
