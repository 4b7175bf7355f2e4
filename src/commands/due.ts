import { basename, dirname } from 'node:path';
import { officialDay } from '../calendar/dates.ts';
import { dutiesOf } from '../calendar/duties.ts';
import type { DutyKind } from '../calendar/duty-kinds.ts';
import { DUTY_KINDS } from '../calendar/duty-kinds.ts';
import type { Duty, DutyState } from '../calendar/duty.ts';
import { DUTY_STATES, stateOf } from '../calendar/duty.ts';
import { icsOf } from '../calendar/ics.ts';
import type { CommonArgs, Io } from '../io.ts';
import { ExitCode } from '../io.ts';
import { calendarInput } from '../pipeline/calendar.ts';
import type { AssessedUnit, Opened } from '../pipeline/open-and-assess.ts';
import { keysOf } from '../util/keys-of.ts';
import { resolveFrom } from './work-folder.ts';
import { concerns, unitsWithPost } from './concerns.ts';
import type { Listing } from './list/listing-text.ts';
import { listingMarkdown } from './list/listing-text.ts';
import { openHere } from './open-here.ts';
import { writeFiles } from './write-files.ts';
import { dayAsked, unitsAsked } from './units-asked.ts';

export type DueArgs = CommonArgs & {
  readonly asOf: string;
  readonly unit?: readonly string[];
  /** Only what this post has to do, for a leader also what the departments in charge have to. */
  readonly post?: string;
  readonly kind?: readonly DutyKind[];
  /** Days before the last one in which a duty is told of as 将到期. */
  readonly within: number;
  /** Duties without a day, not yet begun and done too. */
  readonly all?: boolean;
  readonly format: 'text' | 'json' | 'markdown' | 'ics';
  readonly out?: string;
};

type DueLine = { readonly unit: AssessedUnit; readonly duty: Duty; readonly state: DutyState };

/** `lianfang due`: what is overdue, falls due or waits on a day. Exit 1 when something is late. */
export async function due(args: DueArgs, io: Io): Promise<ExitCode> {
  const opened = await openHere(io, args);
  const asOf = dayAsked(args.asOf);
  const units = unitsWithPost(args.post, unitsAsked(args.unit, opened));
  const lines = units.flatMap((unit) => linesOf(unit, opened, asOf, args));
  const text = FORMATS[args.format](lines, asOf);
  if (args.out === undefined) io.out(text);
  else {
    const path = resolveFrom(io, args, args.out);
    writeFiles(dirname(path), [{ path: basename(path), bytes: text }], { force: true });
  }
  return lines.some(({ state }) => state === 'overdue') ? ExitCode.findings : ExitCode.ok;
}

function linesOf(unit: AssessedUnit, opened: Opened, asOf: string, args: DueArgs): DueLine[] {
  const shown: readonly DutyState[] =
    args.all === true || args.format === 'ics'
      ? keysOf(DUTY_STATES)
      : ['overdue', 'soon', 'waiting'];
  return dutiesOf(calendarInput(unit, opened, asOf))
    .map((duty) => ({ unit, duty, state: stateOf(duty, asOf, args.within) }))
    .filter(
      ({ duty, state }) =>
        shown.includes(state) &&
        (args.format !== 'ics' || state !== 'done') &&
        (args.kind === undefined || args.kind.includes(duty.kind)) &&
        (args.post === undefined || concerns(duty, args.post, unit)),
    );
}

const FORMATS: Readonly<
  Record<DueArgs['format'], (lines: readonly DueLine[], asOf: string) => string>
> = { text: textOf, json: jsonOf, markdown: markdownOf, ics: icsText };

function textOf(lines: readonly DueLine[], asOf: string): string {
  const groups = keysOf(DUTY_STATES).flatMap((state) => {
    const own = lines.filter((line) => line.state === state);
    if (own.length === 0) return [];
    const rows = own.map(({ unit, duty }) => {
      const day = duty.due === undefined ? '未定日期' : duty.due;
      const details = [
        ...(duty.provisional ? ['暂定'] : []),
        ...(state === 'done' && duty.doneOn !== undefined ? [`${duty.doneOn} 办结`] : []),
        ...(duty.who === '' || duty.title.includes(`（${duty.who}`) ? [] : [duty.who]),
        ...(duty.note === undefined ? [] : [duty.note]),
      ].join('，');
      return `  ${day}  ${unit.unit.info.name}  ${duty.title}${details === '' ? '' : `（${details}）`}\n`;
    });
    return [`${DUTY_STATES[state]}（${own.length} 项）\n${rows.join('')}`];
  });
  if (groups.length === 0) return `截至${officialDay(asOf)}没有待办事项\n`;
  return `截至${officialDay(asOf)}\n${groups.join('')}`;
}

function jsonOf(lines: readonly DueLine[], asOf: string): string {
  const items = lines.map(({ unit, duty, state }) => {
    const { ref, ...facts } = duty;
    return { unit: unit.unit.id, state: DUTY_STATES[state], ...facts, file: ref?.file };
  });
  return `${JSON.stringify({ schemaVersion: 1, asOf, items }, null, 2)}\n`;
}

function markdownOf(lines: readonly DueLine[], asOf: string): string {
  const listing: Listing = {
    columns: [
      { key: 'state', header: '状态' },
      { key: 'due', header: '期限' },
      { key: 'unit', header: '单位' },
      { key: 'kind', header: '类别' },
      { key: 'title', header: '事项' },
      { key: 'who', header: '责任' },
      { key: 'note', header: '说明' },
    ],
    rows: lines.map(({ unit, duty, state }) => [
      DUTY_STATES[state],
      `${duty.due ?? ''}${duty.provisional ? '（暂定）' : ''}`,
      unit.unit.info.name,
      DUTY_KINDS[duty.kind],
      duty.title,
      duty.who,
      duty.note ?? '',
    ]),
  };
  return `# 待办事项（截至${officialDay(asOf)}）\n\n${listingMarkdown(listing)}`;
}

function icsText(lines: readonly DueLine[], asOf: string): string {
  const entries = lines.map(({ unit, duty }) => ({
    unit: unit.unit.id,
    unitName: unit.unit.info.name,
    duty,
  }));
  return icsOf(entries, asOf);
}
