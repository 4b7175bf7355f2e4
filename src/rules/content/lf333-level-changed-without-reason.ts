import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { ratedRecords } from './rated.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isTodo } from '../todo.ts';

export const levelChangedWithoutReason = defineRule({
  meta: {
    code: 'LF333',
    name: 'level-changed-without-reason',
    title: '评定的等级与计算不同，没有写理由',
    severity: 'error',
    rationale: '集体可以作出与计算不同的评定，但要留下理由；没有理由的改动，事后说不清。',
  },
  check(context) {
    for (const { kind, record, assessed } of ratedRecords(context)) {
      const index = record.ratings.length - 1;
      const last = record.ratings[index];
      if (last === undefined || assessed.computed === undefined) continue;
      if (last.level === assessed.computed || last.reason !== undefined) continue;
      const ref = at(record.ref, 'ratings', index);
      if (isTodo(context.unit, at(ref, 'reason'))) continue;
      context.report(
        at(ref, 'level'),
        say`${{ record: named(kind, record) }}评定为${{ level: last.level }}，计算为${{ computed: assessed.computed }}，没有写理由`,
        { hint: '在 reason 写明理由；定级因素变了的，按现在的情况重新评定' },
      );
    }
  },
});
