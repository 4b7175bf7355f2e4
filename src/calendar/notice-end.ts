import type { Holidays } from '../model/holidays.ts';
import type { Notice } from '../model/kinds/notice.ts';
import type { Scheme } from '../model/scheme.ts';
import type { LastDay } from './workdays.ts';
import { lastDay } from './workdays.ts';

/** What the scheme asks of a notice: the entry that names what was posted. */
export function noticeAskedFor(
  { title, papers }: Notice,
  { publicNotices }: Scheme,
): Scheme['publicNotices'][number] | undefined {
  return publicNotices.find(({ what }) =>
    what.some((name) => [title, ...papers].some((text) => text.includes(name))),
  );
}

/** The last day of a notice: as it was written down, else as many days as the scheme asks. */
export function noticeEnd(notice: Notice, scheme: Scheme, holidays: Holidays): LastDay | undefined {
  const { from, to } = notice;
  if (to !== undefined) return { day: to, provisional: false };
  const asked = noticeAskedFor(notice, scheme);
  if (from === undefined || asked?.days === undefined) return undefined;
  return lastDay(from, asked.days, asked.dayKind, holidays);
}
