import type { Day } from './dates.ts';
import { addDays } from './dates.ts';
import type { Duty } from './duty.ts';

/** A duty of one unit for a calendar. */
export type CalendarEntry = {
  readonly unit: string;
  readonly unitName: string;
  readonly duty: Duty;
};

/**
 * An iCalendar file (RFC 5545) with an all-day entry on the last day of every duty that has one.
 * `stamp` stands for the time of making, so that the same data give the same bytes.
 */
export function icsOf(entries: readonly CalendarEntry[], stamp: Day): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//lianfang//廉防//ZH',
    'CALSCALE:GREGORIAN',
    ...entries.flatMap((entry) => eventLines(entry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines({ unit, unitName, duty }: CalendarEntry, stamp: Day): string[] {
  const { key, title, due, provisional, who, note, clause } = duty;
  if (due === undefined) return [];
  const description = [
    ...(who === '' ? [] : [`责任：${who}`]),
    ...(note === undefined ? [] : [note]),
    ...(clause === undefined ? [] : [`依据：${clause}`]),
  ].join('\n');
  return [
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(`${unit}/${key}`)}@lianfang`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `DTEND;VALUE=DATE:${compact(addDays(due, 1))}`,
    `SUMMARY:${escape(`${unitName}：${title}${provisional ? '（暂定）' : ''}`)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escape(description)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

function escape(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n?|\n/g, '\\n');
}

/** Lines of at most 75 octets; those that follow begin with a blank. No character is cut. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const own = new TextEncoder().encode(character).length;
    if (octets + own > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += own;
  }
  return [...parts, part].join('\r\n');
}
