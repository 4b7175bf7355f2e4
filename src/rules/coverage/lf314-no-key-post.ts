import { at } from '../../diagnostics/diagnostic.ts';
import { say } from '../../diagnostics/message.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { namedPosts } from './coverage.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isWhole } from '../todo.ts';

export const noKeyPost = defineRule({
  meta: {
    code: 'LF314',
    name: 'no-key-post',
    title: '没有确定重点岗位',
    severity: 'warning',
    rationale: '方案只查领导和重点岗位；一个重点岗位也没有确定，经手人、财、物的岗位就都不用查了。',
    basis: '只查重点岗位的方案',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    if (scheme.scope.posts !== 'key' || !isWhole(unit, 'posts')) return;
    const others = namedPosts(context).filter(
      (post) => !relations.isLeader(post) && !scheme.scope.ranks.includes(post.rank ?? ''),
    );
    if (
      others.length === 0 ||
      others.some((post) => post.keyPost || hasTodo(unit, at(post.ref, 'keyPost')))
    )
      return;
    report(
      unit.info.ref,
      say`${{ count: others.length }} 个不担任领导职务的${{ post: scheme.words.post }}中没有一个是重点${{ post: scheme.words.post }}`,
      { hint: '在经手人、财、物的岗位写 keyPost: true', assumed: isAssumed(scheme.scope, 'posts') },
    );
  },
});
