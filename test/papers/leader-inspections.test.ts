import { join } from 'node:path';
import { expect, test } from 'vitest';
import { obligationsOf } from '../../src/calendar/obligations/obligations.ts';
import { calendarInput } from '../../src/pipeline/calendar.ts';
import { folderFiles } from '../support/folder-files.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { COUNTY } from '../support/repositories.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const TITLE = '责任领导监督检查情况统计表';
/** By the head, of nothing that the head answers for. */
const ELSEWHERE =
  '\n- {id: jc-elsewhere, title: 到下属单位走访, method: 实地走访抽查, by: {post: director}, on: 2026-05-06}\n';

test('the table of the leaders’ inspections counts as the duty does: by the points that each answers for', async () => {
  const files = Object.fromEntries(
    [...folderFiles(COUNTY)].filter(([name]) => !/^units\/(?!finance-bureau\/)/.test(name)),
  );
  const file = 'units/finance-bureau/inspections.yaml';
  const data = tempFolder({ ...files, [file]: Buffer.from(files[file]!.toString() + ELSEWHERE) });
  const out = await runCli(['-C', data, 'report', TITLE, '-f', 'md', '-o', 'out']);
  expect(out.code).toBe(0);
  const table = [...folderFiles(join(data, 'out'))].find(([name]) => name.endsWith('.md'))![1];
  const printed = table
    .toString()
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => ({ name: cells[2], points: Number(cells[5]), inspections: Number(cells[8]) }));

  const opened = openAssessed(data);
  const input = calendarInput(opened.assessed[0]!, opened, '2026-12-31');
  const owed = obligationsOf(input).filter(({ duty }) => duty.id === 'leader-inspections');
  const { risks } = input.relations;
  const counted = owed.map(({ subject, records }) => ({
    name: subject.name,
    points: risks.filter(({ leader }) => leader === subject.id).length,
    inspections: records.length,
  }));
  expect(risks.filter(({ leader }) => leader === undefined)).toEqual([]);
  expect(counted.length).toBeGreaterThan(2);
  expect(counted.every(({ points }) => points > 0)).toBe(true);
  expect(printed.filter(({ points }) => points > 0)).toEqual(counted);
});
