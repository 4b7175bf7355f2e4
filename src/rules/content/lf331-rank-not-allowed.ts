import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Entity } from '../../model/common.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { RiskPoint } from '../../model/kinds/risk.ts';
import type { Scheme } from '../../model/scheme.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import type { Relations } from '../../scheme/relations.ts';
import { findRecord } from '../lookup.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

type Standing = NonNullable<Scheme['responsibility'][number]['ownerRole']>;

const ROLES = [
  ['owner', 'ownerRole', '责任人'],
  ['leader', 'leaderRole', '责任领导'],
] as const;

export const rankNotAllowed = defineRule({
  meta: {
    code: 'LF331',
    name: 'rank-not-allowed',
    title: '责任人与等级不符',
    severity: 'error',
    rationale:
      '方案实行分级负责：等级越高，负责的人职级越高，并且是分管这项工作的领导、这个科室的负责人；换成别人就落空了。',
    basis: '实行分级负责的方案',
  },
  check({ project, unit, scheme, relations, assessment, report }) {
    const ruleByLevel = new Map(scheme.responsibility.map((rule) => [rule.level, rule]));
    if (ruleByLevel.size === 0) return;
    for (const risk of relations.risks) {
      const level = assessment.risks.get(risk.id)?.level ?? '';
      const rule = ruleByLevel.get(level);
      if (rule === undefined) continue;
      for (const [role, standing, title] of ROLES) {
        const allowed = rule[role];
        const post = findRecord(project, unit, 'post', risk[role]);
        // A post without a rank is said to lack it elsewhere.
        if (post?.rank === undefined || isOverOwn(post, risk, relations)) continue;
        const who = { risk: named('risk', risk), post: named('post', post) };
        if (allowed.length > 0 && !allowed.includes(post.rank)) {
          report(
            at(risk.ref, role),
            say`${{ risk: who.risk }}为${{ level }}，${{ title }}${{ post: who.post }}的职级「${{ rank: post.rank }}」不合方案`,
            { hint: `${level}的${title}应是${allowed.join('、')}`, assumed: isAssumed(rule, role) },
          );
          continue;
        }
        const word = rule[standing];
        const posts = word === undefined ? [] : standingTo(risk, word, relations);
        if (word === undefined || posts.length === 0 || posts.some(({ id }) => id === post.id)) {
          continue;
        }
        report(
          at(risk.ref, role),
          say`${{ risk: who.risk }}为${{ level }}，${{ title }}${{ post: who.post }}不是${{ standing: scheme.words[word === 'head' ? 'leadership' : word] }}`,
          {
            hint: `${level}的${title}应是${posts.map(({ name }) => `「${name}」`).join('、')}`,
            assumed: isAssumed(rule, standing),
          },
        );
      }
    }
  },
});

/** Whoever stands so to the post or department of a point; none: it has no such department. */
function standingTo(
  risk: Entity<RiskPoint>,
  word: Standing,
  relations: Relations,
): readonly Entity<Post>[] {
  if (word === 'head') return relations.posts.filter(relations.isHead);
  const department = risk.department ?? relations.postById.get(risk.post ?? '')?.department;
  if (department === undefined) return [];
  if (word === 'leaderInCharge') return relations.leadersInChargeOf(department);
  return [relations.headOf(department)].flatMap((post) => post ?? []);
}

/** A point of one's own is managed by oneself or by somebody above, never by a subordinate. */
function isOverOwn(post: Entity<Post>, risk: Entity<RiskPoint>, relations: Relations): boolean {
  const own = relations.postById.get(risk.post ?? '');
  if (own === undefined || !relations.isLeader(own)) return false;
  return post.id === own.id || relations.isHead(post);
}
