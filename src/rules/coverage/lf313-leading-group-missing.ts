import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { named } from '../called.ts';
import { findRecord } from '../lookup.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isTodo } from '../todo.ts';

const SEATS = [
  ['head', '组长'],
  ['deputies', '副组长'],
  ['members', '成员'],
  ['officeHead', '办公室主任'],
] as const;

export const leadingGroupMissing = defineRule({
  meta: {
    code: 'LF313',
    name: 'leading-group-missing',
    title: '领导小组没有成立，或者组成与方案不符',
    severity: 'warning',
    rationale: '方案写明由谁任组长、副组长；写成别人，或者没有写，审定和督办就没有人负责。',
    basis: '规定成立领导小组的方案',
  },
  check({ project, unit, scheme, report }) {
    const { leadingGroup: demand } = scheme;
    const { info } = unit;
    if (demand === undefined || hasTodo(unit, at(info.ref, 'leadingGroup'))) return;
    const group = info.leadingGroup;
    if (group === undefined) {
      report(info.ref, say`没有写${{ group: scheme.words.leadingGroup }}`, {
        hint: '在 unit.yaml 的 leadingGroup 写明组长、副组长、成员和办公室',
        assumed: isAssumed(demand),
      });
      return;
    }
    for (const [seat, title] of SEATS) {
      const assumed = isAssumed(demand, seat);
      const ids = [group[seat] ?? []].flat();
      const text = seat === 'officeHead' ? undefined : demand[seat];
      if (ids.length === 0) {
        if (text === undefined || isTodo(unit, at(info.ref, 'leadingGroup', seat))) continue;
        report(
          at(info.ref, 'leadingGroup'),
          say`${{ group: scheme.words.leadingGroup }}没有写${{ seat: title }}`,
          { hint: `方案：${title}是${text}`, assumed },
        );
        continue;
      }
      const ranks = demand.ranks[seat];
      if (ranks.length === 0) continue;
      for (const id of ids) {
        const post = findRecord(project, unit, 'post', id);
        if (post?.rank === undefined || ranks.includes(post.rank)) continue;
        report(
          at(info.ref, 'leadingGroup', seat),
          say`${{ seat: title }}${{ post: named('post', post) }}的职级「${{ rank: post.rank }}」不合方案`,
          { hint: `${title}应是${text ?? ranks.join('、')}`, assumed },
        );
      }
    }
    // The office may sit in a body that is no department of the unit.
    const hasOffice = group.office !== undefined || group.officeHead !== undefined;
    if (demand.office !== undefined && !hasOffice) {
      report(
        at(info.ref, 'leadingGroup'),
        say`${{ group: scheme.words.leadingGroup }}没有写办公室设在哪里`,
        { hint: `方案：${demand.office}`, assumed: isAssumed(demand, 'office') },
      );
    }
  },
});
