import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const ownerIsLeader = defineRule({
  meta: {
    code: 'LF332',
    name: 'owner-is-leader',
    title: '责任人与责任领导是同一岗位',
    severity: 'warning',
    rationale: '自己负责、自己监督，等于没有监督；领导本人的风险点除外。',
  },
  check({ scheme, relations, assessment, report }) {
    for (const risk of relations.risks) {
      if (risk.owner === undefined || risk.owner !== risk.leader) continue;
      const owner = relations.postById.get(risk.owner);
      const subject = relations.postById.get(risk.post ?? '');
      if (subject !== undefined && relations.isLeader(subject)) continue;
      // A scheme may have one rank answer for a level in both roles.
      const level = assessment.risks.get(risk.id)?.level;
      const answers = scheme.responsibility.find((each) => each.level === level);
      const rank = owner?.rank ?? '';
      if (answers?.owner.includes(rank) === true && answers.leader.includes(rank)) continue;
      const post = owner === undefined ? `「${risk.owner}」` : named('post', owner);
      report(
        at(risk.ref, 'leader'),
        say`${{ risk: named('risk', risk) }}的责任人和责任领导都是${{ post }}`,
        {
          hint: '责任领导写分管的领导岗位',
        },
      );
    }
  },
});
