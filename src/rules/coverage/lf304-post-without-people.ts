import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { namedPosts } from './coverage.ts';
import { named } from '../called.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isBlank, isWhole } from '../todo.ts';

export const postWithoutPeople = defineRule({
  meta: {
    code: 'LF304',
    name: 'post-without-people',
    title: '岗位没有人数，或人员没有岗位',
    severity: 'error',
    rationale: '方案要求不漏人：岗位无人数则个人表一张也出不来，人员没有岗位则没有人替他查风险。',
    basis: '各方案通行的“不漏人”要求',
  },
  check(context) {
    const { unit, scheme, relations, report } = context;
    if (!scheme.scope.holders) return;
    for (const post of namedPosts(context)) {
      if (post.headcount > 0 || post.holders.length > 0) continue;
      if (hasTodo(unit, at(post.ref, 'holders')) || hasTodo(unit, at(post.ref, 'headcount')))
        continue;
      report(
        at(post.ref, 'headcount'),
        say`${{ post: named('post', post) }}既没有编制人数，也没有在岗人员`,
        {
          assumed: isAssumed(scheme.scope, 'holders'),
          hint: '写上 headcount 或 holders；岗位已撤销的，写 closed',
        },
      );
    }
    if (scheme.scope.posts !== 'all' || !isWhole(unit, 'posts')) return;
    const placed = new Set(
      relations.posts.flatMap((post) => post.holders.map(({ person }) => person)),
    );
    // With holders written nowhere, sheets go by seats and people.yaml is a mere list of names.
    if (placed.size === 0) return;
    for (const person of unit.people) {
      if (person.closed !== undefined || isBlank(person) || placed.has(person.id)) continue;
      report(person.ref, say`人员「${{ person: person.id }}」没有列在任何岗位的在岗人员中`, {
        assumed: isAssumed(scheme.scope, 'holders'),
        hint: '在岗位的 holders 中写上他；已离开的，写 closed',
      });
    }
  },
});
