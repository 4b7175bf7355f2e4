import { say } from '../../diagnostics/message.ts';
import { canMissRisks, hasSubject, isCovered, namedPosts } from './coverage.ts';
import { named } from '../called.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';

export const leaderWithoutPoint = defineRule({
  meta: {
    code: 'LF306',
    name: 'leader-without-point',
    title: '领导班子成员没有风险点',
    severity: 'error',
    rationale: '班子成员一岗双责，既查本岗位，也对分管工作负责；只列科室人员等于漏了关键少数。',
    basis: '各方案通行的“一岗双责”要求',
  },
  check(context) {
    const { scheme, relations, report } = context;
    if (!scheme.scope.leadership || !hasSubject(context, 'post') || !canMissRisks(context)) return;
    for (const post of namedPosts(context)) {
      if (!relations.isLeader(post) || relations.isHead(post) || isCovered(context, post)) continue;
      report(
        post.ref,
        say`${{ leadership: scheme.words.leadership }}成员${{ post: named('post', post) }}没有风险点`,
        {
          assumed: isAssumed(scheme.scope, 'leadership'),
          hint: '补上本岗位的风险点；查过而没有的，写 noRisk 并说明理由',
        },
      );
    }
  },
});
