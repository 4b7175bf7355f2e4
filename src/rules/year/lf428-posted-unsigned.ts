import type { Deed } from '../../calendar/obligations/deeds.ts';
import type { Discharge } from '../../calendar/obligations/discharge.ts';
import { dischargesOf } from '../../calendar/obligations/discharge.ts';
import { pointsOfDuty, subjectsOfDuty } from '../../calendar/obligations/duty-subjects.ts';
import { hasPassed, stageAsked } from '../../calendar/obligations/signed-steps.ts';
import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { SchemeDuty } from '../../model/scheme-duty.ts';
import type { CalendarInput } from '../../calendar/calendar-input.ts';
import type { SignOffStates, PointState } from '../../signoff/states/sign-off-states.ts';
import type { SignState } from '../../signoff/states/progress.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { calendarOf, signOffsOf } from '../signoffs/sign-offs.ts';

export const postedUnsigned = defineRule({
  meta: {
    code: 'LF428',
    name: 'posted-unsigned',
    title: '公示、备案的风险点没有审核通过，或公示后改过',
    severity: 'warning',
    rationale:
      '公示和报出去的应是审核过的那一稿：走完了审核，或者走完了方案要求在公示、备案之前办的环节。没有用 lianfang review publish、file 记下内容的，看所列风险点在公示、报送之前是否走到这一步，公示以后是否改过；记下了的由 LF412 逐字核对。',
  },
  check(context) {
    const { unit, project, report } = context;
    const states = signOffsOf(context);
    const input = calendarOf(context);
    if (states === undefined || input.signed === undefined) return;
    const handedOn = dischargesOf(input)
      .filter(({ deed: { kind, on } }) => {
        // Last year's points may well have changed since.
        const isPast = Number(on?.slice(0, 4)) < (project.config.edition ?? 0);
        return (kind === 'notice' || kind === 'filing') && !isPast;
      })
      .map((discharge) => ({
        deed: discharge.deed,
        ...leastUnsigned(discharge, states, input),
      }));
    if (unit.reviews.length === 0) {
      const early = handedOn.filter(({ unsigned }) => unsigned.length > 0);
      if (early.length === 0) return;
      const records = early.map(({ deed }) => deed.record.id);
      const message = say`公示、备案了风险点（${{ records }}），却没有任何审核记录`;
      report(unit.ref, message, {
        on: 'key',
        hint: '用 lianfang review 记下审核；审核在纸上办的，在 unit.yaml 用 ignore 写明理由',
      });
      return;
    }
    for (const { deed, points, unsigned, stage } of handedOn) {
      const { when, act, command, key } = WORDS[deed.kind === 'notice' ? 'notice' : 'filing'];
      tell(
        unsigned,
        stage === undefined ? `在${when}前没有审核通过` : `在${when}前没有经过「${stage}」`,
        `${stage === undefined ? '审核通过' : `办过「${stage}」`}后再${act}（lianfang review ${command}）`,
      );
      if (deed.kind !== 'notice') continue;
      const changed = points.filter(
        (point) => !unsigned.includes(point) && CHANGED.includes(point.progress.state),
      );
      tell(changed, '审核后改过', '重新审核，再公示改过的内容');

      function tell(found: readonly PointState[], what: string, hint: string): void {
        if (found.length === 0) return;
        const { kind, record } = deed;
        const names = found.slice(0, NAMED).map(({ progress }) => `「${progress.item.name}」`);
        const more = found.length > NAMED ? '等' : '';
        const message = say`${{ record: named(kind, record) }}所列的 ${{ count: found.length }} 个风险点${what}：${{ points: names.join('') }}${more}`;
        report(at(record.ref, key), message, { hint });
      }
    }
  },
});
const WORDS = {
  notice: { when: '公示开始', act: '公示', command: 'publish', key: 'title' },
  filing: { when: '报送', act: '报送', command: 'file', key: 'to' },
} as const;
const NAMED = 3;
const CHANGED: readonly SignState[] = ['contentChanged', 'basisChanged'];

type Unsigned = {
  readonly points: readonly PointState[];
  readonly unsigned: readonly PointState[];
  /** The step that had to be behind them; undefined: the whole chain. */
  readonly stage: string | undefined;
};

/** What a record handed on too early: as the duty has it that it comes nearest to, where several fit. */
function leastUnsigned(
  { deed, duties, fitting }: Discharge,
  states: SignOffStates,
  input: CalendarInput,
): Unsigned {
  const ofPoints = [...duties, ...fitting].filter(({ of }) => of.points);
  const readings = (ofPoints.length > 0 ? ofPoints : [undefined]).map((duty): Unsigned => {
    const points = pointsHandedOn(deed, duty, states, input);
    const after = duty?.after ?? [];
    return {
      points,
      unsigned: points.filter(({ progress: { item } }) => {
        const steps = input.signed?.points.get(item.risk?.id ?? '');
        const stage = steps && stageAsked(steps, after);
        if (steps === undefined || stage === undefined) return false;
        return deed.on === undefined ? !steps.agreed.has(stage) : !hasPassed(steps, stage, deed.on);
      }),
      stage: after.at(-1),
    };
  });
  return readings.reduce((least, reading) =>
    reading.unsigned.length < least.unsigned.length ? reading : least,
  );
}

/**
 * The points that a record names, itself or by post or department, else all of its duty; not those whose
 * digest it keeps.
 */
function pointsHandedOn(
  { record, risks, posts, departments }: Deed,
  duty: SchemeDuty | undefined,
  { byRisk }: SignOffStates,
  input: CalendarInput,
): PointState[] {
  const { relations } = input;
  const isNamed = risks.length + posts.length + departments.length > 0;
  const asked =
    duty &&
    new Set(
      subjectsOfDuty(duty, input).flatMap((subject) =>
        pointsOfDuty(duty, subject, input).map(({ id }) => id),
      ),
    );
  const ofOwners = [
    ...posts.flatMap((id) => relations.risksOfPost(id)),
    ...departments.flatMap((id) => [
      ...relations.risksOfDepartment(id),
      ...relations.postsOf(id).flatMap((post) => relations.risksOfPost(post.id)),
    ]),
  ].map(({ id }) => id);
  const ids = new Set([
    ...risks,
    ...ofOwners.filter((id) => asked?.has(id) !== false),
    ...(isNamed ? [] : (asked ?? [])),
  ]);
  const kept = 'items' in record ? record.items : {};
  return [...ids].flatMap((id) => {
    const state = byRisk.get(id);
    return state === undefined || Object.hasOwn(kept, state.progress.item.key) ? [] : [state];
  });
}
