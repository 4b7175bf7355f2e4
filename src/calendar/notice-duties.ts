import { isOpen } from '../scheme/relations.ts';
import { addDays } from './dates.ts';
import type { Duty } from './duty.ts';
import { duty } from './duty.ts';
import type { CalendarInput } from './calendar-input.ts';
import { noticeAskedFor, noticeEnd } from './notice-end.ts';
import { shortTitle } from './duty.ts';

/** 公示 that run: they are done on the day after the last one. */
export function noticeDuties({ unit, scheme, holidays }: CalendarInput): Duty[] {
  return unit.notices.filter(isOpen).flatMap((notice) => {
    const { id, title, from, ref } = notice;
    if (from === undefined) return [];
    const end = noticeEnd(notice, scheme, holidays);
    return [
      duty({
        key: `notice/${id}`,
        kind: 'notice',
        title: `公示期：${title}`,
        from,
        due: end?.day,
        provisional: end?.provisional === true,
        doneOn: end === undefined ? undefined : addDays(end.day, 1),
        who: scheme.words.unit,
        ref,
        clause: noticeAskedFor(notice, scheme)?.clause,
      }),
    ];
  });
}

/** 公示 that brought opinions: they are to be answered before it is over. */
export function objectionDuties({ unit, scheme, holidays }: CalendarInput): Duty[] {
  return unit.notices.filter(isOpen).flatMap((notice) => {
    const end = noticeEnd(notice, scheme, holidays);
    return notice.objections.flatMap(({ on, content, handling, handledOn }, index) => {
      // Answered, and nobody wrote down when: there is no day to tell of.
      if (handling !== undefined && handledOn === undefined) return [];
      return [
        duty({
          key: `notice/${notice.id}/objection/${index + 1}`,
          kind: 'notice',
          title: `答复公示意见：${shortTitle(content)}`,
          from: on ?? notice.from,
          // What comes in after the end cannot be answered before it.
          due: end === undefined || (on !== undefined && on > end.day) ? undefined : end.day,
          provisional: end?.provisional === true,
          doneOn: handling === undefined ? undefined : handledOn,
          who: notice.receiver ?? scheme.words.unit,
          ref: notice.ref,
          clause: noticeAskedFor(notice, scheme)?.clause,
        }),
      ];
    });
  });
}
