import { say } from '../../diagnostics/message.ts';
import { noticeAskedFor } from '../../calendar/notice-end.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isTodo } from '../todo.ts';

export const noticeIncomplete = defineRule({
  meta: {
    code: 'LF423',
    name: 'notice-incomplete',
    title: '公示缺少应有的内容',
    severity: 'warning',
    rationale: '公示要让人看得到、提得出意见：什么时候、在哪里、向谁反映，缺一项就只是走形式。',
  },
  check({ unit, scheme, report }) {
    for (const notice of unit.notices.filter(isOpen)) {
      const asked = noticeAskedFor(notice, scheme);
      const wanted = [
        ['from', '开始日期', true],
        ['place', '地点', true],
        ['telephone', '监督电话', asked?.telephone === true],
        ['signedBy', '由谁签字', asked?.signedBy !== undefined],
      ] as const;
      const lacking = wanted.flatMap(([key, name, isWanted]) =>
        isWanted && notice[key] === undefined && !isTodo(unit, at(notice.ref, key)) ? [name] : [],
      );
      if (lacking.length === 0) continue;
      report(notice.ref, say`${{ notice: named('notice', notice) }}没有写${{ lacking }}`, {
        hint: '补上后再张贴',
      });
    }
  },
});
