import { officialDay } from '../../calendar/dates.ts';
import type { DutyKind } from '../../calendar/duty-kinds.ts';
import { DUTY_KINDS } from '../../calendar/duty-kinds.ts';
import type { Duty } from '../../calendar/duty.ts';
import { DUTY_STATES, stateOf } from '../../calendar/duty.ts';
import { SIGN_STATES } from '../../signoff/states/progress.ts';
import type { SubjectState } from '../../signoff/states/sign-off-states.ts';
import { keysOf } from '../../util/keys-of.ts';
import { NOT_SEEN_AGAIN } from './not-seen-again.ts';
import type { Overview } from './overview.ts';
import { UNIT_STATES } from './overview.ts';

/** One unit step by step: reviews, what is to be rated anew, then what is to be done, kind by kind. */
export function detailsText(overview: Overview, asOf: string): string {
  const { unit, state, reviews, signOffs, reratings, notSeenAgain = [], duties } = overview;
  const parts = [
    `${unit.unit.info.name}（截至${officialDay(asOf)}）：${UNIT_STATES[state]}\n`,
    section(
      `审核（${reviews.done}/${reviews.of} 项有效）`,
      signOffs.subjects.map((one) => subjectLine(one)),
    ),
    section(
      `重新评级（${reratings.length} 项）`,
      reratings.map(({ key, name, level, reasons }) => {
        return `${key}  ${name}${level === undefined ? '' : `（${level}）`}：${reasons.join('、')}`;
      }),
    ),
    section(
      `${NOT_SEEN_AGAIN}（${notSeenAgain.length} 项）`,
      notSeenAgain.map(({ id, name }) => `${id}  ${name}`),
    ),
    // Reviews stand above, subject by subject.
    ...keysOf(DUTY_KINDS).map((kind) =>
      dutySection(
        kind,
        duties.filter((duty) => duty.kind === kind && kind !== 'review'),
        asOf,
      ),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function subjectLine({ subject, state, next, chain, done, due, items }: SubjectState): string {
  const step = next === undefined ? '' : `，下一步：${next.stage}`;
  const day = due === undefined || next === undefined ? '' : `（${due} 前）`;
  const stale = items.filter((one) => one.stale !== undefined).map(({ item }) => item.key);
  const changed = stale.length === 0 ? '' : `，变动：${stale.join('、')}`;
  return `${SIGN_STATES[state]}  ${subject.name}  ${done.length}/${chain.steps.length} 步${step}${day}${changed}`;
}

function dutySection(kind: DutyKind, duties: readonly Duty[], asOf: string): string {
  if (duties.length === 0) return '';
  const done = duties.filter((duty) => stateOf(duty, asOf) === 'done').length;
  const lines = duties.map((duty) => {
    const { title, due, doneOn, provisional, note } = duty;
    const state = stateOf(duty, asOf);
    const day =
      state === 'done'
        ? `${doneOn} 办结`
        : due === undefined
          ? ''
          : `${due} 前${provisional ? '，暂定' : ''}`;
    const details = [...(day === '' ? [] : [day]), ...(note === undefined ? [] : [note])].join(
      '；',
    );
    return `${DUTY_STATES[state]}  ${title}${details === '' ? '' : `（${details}）`}`;
  });
  return section(`${DUTY_KINDS[kind]}（${done}/${duties.length} 项已办）`, lines);
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
