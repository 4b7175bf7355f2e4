import type { SignState } from '../../signoff/states/progress.ts';
import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Entity } from '../../model/common.ts';
import type { Notice } from '../../model/kinds/year/notice.ts';
import type { Relations } from '../../scheme/relations.ts';
import { isOpen } from '../../scheme/relations.ts';
import type { SignOffStates, PointState } from '../../signoff/states/sign-off-states.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { signOffsOf } from '../signoffs/sign-offs.ts';

export const postedUnsigned = defineRule({
  meta: {
    code: 'LF428',
    name: 'posted-unsigned',
    title: '公示的风险点没有审核通过，或审核后改过',
    severity: 'warning',
    rationale:
      '公示的应是审核通过的那一稿。没有用 lianfang review publish 记下公示内容的，看所列风险点在公示开始前是否走完审核、以后是否改过；记下了的由 LF412 逐字核对。单位还没有任何审核记录的不检查。',
  },
  check(context) {
    const { unit, project, relations, report } = context;
    const states = unit.reviews.length === 0 ? undefined : signOffsOf(context);
    if (states === undefined) return;
    for (const notice of unit.notices.filter(isOpen)) {
      const isPast = Number(notice.from?.slice(0, 4)) < (project.config.edition ?? 0);
      // Last year's points may well have changed since.
      if (isPast) continue;
      const points = pointsOf(notice, relations, states);
      const unsigned = points.filter((point) => !wasThrough(point, states, notice.from));
      const changed = points.filter(
        (point) => !unsigned.includes(point) && CHANGED.includes(point.progress.state),
      );
      tell(unsigned, '在公示开始前没有审核通过', '审核通过后再公示（lianfang review publish）');
      tell(changed, '审核后改过', '重新审核，再公示改过的内容');

      function tell(found: readonly PointState[], what: string, hint: string): void {
        if (found.length === 0) return;
        const names = found.slice(0, NAMED).map(({ progress }) => `「${progress.item.name}」`);
        const more = found.length > NAMED ? '等' : '';
        const message = say`${{ notice: named('notice', notice) }}所列的 ${{ count: found.length }} 个风险点${what}：${{ points: names.join('') }}${more}`;
        report(at(notice.ref, 'title'), message, { hint });
      }
    }
  },
});
const NAMED = 3;
const CHANGED: readonly SignState[] = ['contentChanged', 'basisChanged'];

/** The points that a notice names, itself or by post or department, and of which it keeps no digest. */
function pointsOf(
  { risks, posts, departments, items }: Entity<Notice>,
  relations: Relations,
  { byRisk }: SignOffStates,
): PointState[] {
  const ids = new Set([
    ...risks,
    ...posts.flatMap((id) => relations.risksOfPost(id).map((risk) => risk.id)),
    ...departments.flatMap((id) => relations.risksOfDepartment(id).map((risk) => risk.id)),
  ]);
  return [...ids].flatMap((id) => {
    const state = byRisk.get(id);
    return state === undefined || Object.hasOwn(items, state.progress.item.key) ? [] : [state];
  });
}

/** Whether the last step of the chain had agreed to the point by a day. */
function wasThrough(
  { owner, progress }: PointState,
  { signOffs }: SignOffStates,
  by: string | undefined,
): boolean {
  const last = owner.chain.steps.at(-1)?.stage;
  return signOffs.some(
    ({ record }) =>
      record.stage === last &&
      record.act === '同意' &&
      Object.hasOwn(record.items, progress.item.key) &&
      (by === undefined || (record.on ?? '') <= by),
  );
}
