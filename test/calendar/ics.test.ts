import { expect, test } from 'vitest';
import { duty } from '../../src/calendar/duty.ts';
import { icsOf } from '../../src/calendar/ics.ts';

test('an iCalendar file: all-day entries, escaped, folded at 75 octets', () => {
  const entry = duty({
    key: 'filing/1',
    kind: 'filing',
    title: '汇总表书面材料和电子版报局机关党委备案，份数、格式按通知办理；逾期不候',
    due: '2026-12-31',
    provisional: true,
    who: '局机关党委, 办公室',
    note: '第一行\n第二行\\',
  });
  const open = duty({ key: 'x', kind: 'stage', title: '没有日期的不列' });
  const text = icsOf(
    [
      { unit: 'a', unitName: '某县某局', duty: entry },
      { unit: 'a', unitName: '某县某局', duty: open },
    ],
    '2026-05-01',
  );
  const lines = text.split('\r\n');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll('\r\n ', '').split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//lianfang//廉防//ZH',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    'UID:a%2Ffiling%2F1@lianfang',
    'DTSTAMP:20260501T000000Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:某县某局：汇总表书面材料和电子版报局机关党委备案，份数、格式按通知办理；逾期不候（暂定）',
    String.raw`DESCRIPTION:责任：局机关党委\, 办公室\n第一行\n第二行\\`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});
