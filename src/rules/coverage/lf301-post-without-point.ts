import { say } from '../../diagnostics/message.ts';
import {
  canMissRisks,
  hasSubject,
  isCovered,
  isLedApart,
  namedPosts,
  isInScope,
} from './coverage.ts';
import { named } from '../called.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';

export const postWithoutPoint = defineRule({
  meta: {
    code: 'LF301',
    name: 'post-without-point',
    title: '岗位没有风险点',
    severity: 'error',
    rationale: '方案要求不漏岗：每个须排查的岗位都要有风险点，查过而没有的要写明经查无风险。',
    basis: '各方案通行的“不漏岗”要求',
  },
  check(context) {
    const { report } = context;
    if (!canMissRisks(context) || !hasSubject(context, 'post')) return;
    for (const post of namedPosts(context)) {
      if (!isInScope(context, post) || isLedApart(context, post)) continue;
      if (isCovered(context, post)) continue;
      report(post.ref, say`${{ post: named('post', post) }}没有风险点`, {
        assumed: isAssumed(context.scheme.scope, 'posts'),
        hint: '补上风险点；查过而没有的，写 noRisk 并说明理由',
      });
    }
  },
});
