import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { addDays } from '../../src/calendar/dates.ts';
import { dutiesOf } from '../../src/calendar/duties.ts';
import { turningDays } from '../../src/calendar/duty.ts';
import { calendarInput } from '../../src/pipeline/calendar.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { YEAR } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';

/** Written by hand from the scheme and the records, not taken from the program. */
const BY_HAND = readFileSync(
  fileURLToPath(new URL('../cases/year/expected.txt', import.meta.url)),
  'utf8',
);

type Item = { readonly key: string; readonly title: string; readonly state: string };

async function itemsOn(day: string): Promise<readonly Item[]> {
  const { out } = await runCli(['-C', YEAR, 'due', '--as-of', day, '--all', '-f', 'json']);
  return (JSON.parse(out) as { items: readonly Item[] }).items;
}

test('over a year exactly what was reckoned by hand changes, on its day', async () => {
  const changes: string[] = [];
  let before = new Map<string, string>();
  for (let day = '2025-12-31'; day <= '2026-12-31'; day = addDays(day, 1)) {
    const now = await itemsOn(day);
    if (before.size > 0) {
      for (const { key, title, state } of now) {
        if (before.get(key) !== state) changes.push(`${day} ${state} ${title}`);
      }
    }
    before = new Map(now.map(({ key, state }) => [key, state]));
  }
  expect(`${changes.toSorted().join('\n')}\n`).toBe(sorted(BY_HAND));
});

test('the days on which a duty turns are those on which its state changes', () => {
  const opened = openAssessed(YEAR);
  const input = calendarInput(opened.assessed[0]!, opened, '2026-01-01');
  const days = dutiesOf(input).flatMap((duty) => turningDays(duty));
  for (const line of BY_HAND.trim().split('\n')) expect(days).toContain(line.slice(0, 10));
});

test('what is late makes due and check --as-of say so, and check alone says nothing', async () => {
  expect((await runCli(['-C', YEAR, 'due', '--as-of', '2026-03-30'])).code).toBe(0);
  const late = await runCli(['-C', YEAR, 'due', '--as-of', '2026-05-02']);
  expect(late.code).toBe(1);
  expect(late.out).toContain('逾期（1 项）\n  2026-04-30  某县某局  风险点清单报县纪委监委备案');
  expect((await runCli(['-C', YEAR, 'check'])).out).toBe('没有发现问题\n');
  const checked = await runCli(['-C', YEAR, 'check', '--as-of', '2026-05-02']);
  expect(checked.out).toContain('LF431 风险点清单报县纪委监委备案应在 2026-04-30 前办结，已逾期');
  expect(checked.code).toBe(0);
});

test('a leader sees what the departments in charge have to do', async () => {
  const { out } = await runCli(['-C', YEAR, 'due', '--as-of', '2026-07-25', '--post', 'deputy']);
  expect(out).toContain('整改 zg-1');
  expect(out).toContain('监督检查（副局长）');
  expect(out).not.toContain('年度评定');
});

test.each([
  ['--as-of', '2026-02-30', '--as-of「2026-02-30」不是日期'],
  ['--post', 'nobody', '没有岗位「nobody」'],
  ['--unit', 'buerau', '您是否要写「bureau」'],
])('%s %s is told of', async (flag, value, message) => {
  const { code, err } = await runCli(['-C', YEAR, 'due', '--as-of', '2026-05-01', flag, value]);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

function sorted(text: string): string {
  return `${text.trim().split('\n').toSorted().join('\n')}\n`;
}
