import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { findRecord } from '../lookup.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

const ROLES = [
  ['owner', '责任人'],
  ['leader', '责任领导'],
] as const;

export const rankNotAllowed = defineRule({
  meta: {
    code: 'LF331',
    name: 'rank-not-allowed',
    title: '责任人的职级与等级不符',
    severity: 'error',
    rationale: '方案实行分级负责：等级越高，负责的人职级越高；高等级由科室负责人负责就落空了。',
    basis: '实行分级负责的方案',
  },
  check({ project, unit, scheme, relations, assessment, report }) {
    const ruleByLevel = new Map(scheme.responsibility.map((rule) => [rule.level, rule]));
    if (ruleByLevel.size === 0) return;
    for (const risk of relations.risks) {
      const level = assessment.risks.get(risk.id)?.level ?? '';
      const rule = ruleByLevel.get(level);
      if (rule === undefined) continue;
      for (const [role, title] of ROLES) {
        const allowed = rule[role];
        const post = findRecord(project, unit, 'post', risk[role]);
        // A post without a rank is said to lack it elsewhere.
        if (allowed.length === 0 || post?.rank === undefined || allowed.includes(post.rank))
          continue;
        report(
          at(risk.ref, role),
          say`${{ risk: named('risk', risk) }}为${{ level }}，${{ title }}${{ post: named('post', post) }}的职级「${{ rank: post.rank }}」不合方案`,
          { hint: `${level}的${title}应是${allowed.join('、')}` },
        );
      }
    }
  },
});
