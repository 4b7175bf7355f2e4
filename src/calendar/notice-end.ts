import type { Entity } from '../model/common.ts';
import type { SchemeDuty } from '../model/scheme-duty.ts';
import type { Holidays } from '../model/holidays.ts';
import type { Notice } from '../model/kinds/year/notice.ts';
import type { Scheme } from '../model/scheme.ts';
import { ofNotice } from './obligations/deeds.ts';
import { isNoticeOf } from './obligations/discharge.ts';
import type { LastDay } from './workdays.ts';
import { lastDay } from './workdays.ts';

/** What the scheme asks of a notice: the duties that it names, else the one that it fits. */
export function noticeAskedFor(notice: Entity<Notice>, scheme: Scheme): SchemeDuty | undefined {
  const { duty: named } = notice;
  if (named !== undefined) return scheme.duties.find(({ id }) => named.includes(id));
  const fitting = scheme.duties.filter((duty) => isNoticeOf(duty, ofNotice(notice), scheme));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The last day of a notice: as it was written down, else as many days as the scheme asks. */
export function noticeEnd(
  notice: Entity<Notice>,
  scheme: Scheme,
  holidays: Holidays,
): LastDay | undefined {
  const { from, to } = notice;
  if (to !== undefined) return { day: to, provisional: false };
  const within = noticeAskedFor(notice, scheme)?.within;
  if (from === undefined || within === undefined) return undefined;
  return lastDay(from, within.days, within.dayKind, holidays);
}
