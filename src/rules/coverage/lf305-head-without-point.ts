import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { canMissRisks, hasSubject, isCovered, namedPosts } from './coverage.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isBlank, isTodo, isWhole } from '../todo.ts';

export const headWithoutPoint = defineRule({
  meta: {
    code: 'LF305',
    name: 'head-without-point',
    title: '没有主要负责人岗位，或其没有风险点',
    severity: 'error',
    rationale: '主要负责人是第一责任人，要带头查找；只查下面不查“一把手”，是排查中最常见的遗漏。',
    basis: '各方案通行的“一把手负总责、带头查找”要求',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    if (!scheme.scope.leadership || !hasSubject(context, 'post') || !isWhole(unit, 'posts')) return;
    const headRanks = scheme.ranks.filter(({ head }) => head).map(({ id }) => id);
    if (headRanks.length === 0) return;
    const heads = relations.posts.filter(relations.isHead);
    // A post whose rank is still blank may turn out to be the head's.
    const undecided = relations.posts.some(
      (post) => isBlank(post) || isTodo(unit, at(post.ref, 'rank')),
    );
    if (heads.length === 0 && !undecided) {
      report(unit.info.ref, '没有主要负责人的岗位', {
        hint: `在 posts.yaml 增加一个 rank 为${headRanks.map((id) => `「${id}」`).join('或')}的岗位`,
      });
    }
    if (!canMissRisks(context)) return;
    for (const post of namedPosts(context).filter(relations.isHead)) {
      if (isCovered(context, post)) continue;
      report(post.ref, say`主要负责人${{ post: named('post', post) }}没有风险点`, {
        hint: '补上主要负责人本岗位的风险点，分管部门的风险点不能代替',
      });
    }
  },
});
