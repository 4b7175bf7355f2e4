import type { Message } from '../../diagnostics/message.ts';
import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import type { Post } from '../../model/kinds/post.ts';
import { findRecord } from '../lookup.ts';
import { recordsOf } from '../../model/unit-records.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { isTodo } from '../todo.ts';

/** A post and a person written side by side. */
type Pair = { readonly post?: unknown; readonly person?: unknown; readonly ref: NodeRef };

export const notInPost = defineRule({
  meta: {
    code: 'LF210',
    name: 'not-in-post',
    title: '人员不在这个岗位上',
    severity: 'error',
    rationale: '写到人的风险点、承诺和审核要与岗位的在岗人员一致，离任的也应留有任职起止。',
  },
  check({ project, unit, report }) {
    const postOf = (id: unknown) =>
      typeof id === 'string' ? findRecord(project, unit, 'post', id) : undefined;
    const isHolder = (post: Post, person: unknown) =>
      post.holders.some((holder) => holder.person === person);

    for (const risk of unit.risks) {
      if (risk.holder === undefined) continue;
      const ref = at(risk.ref, 'holder');
      const post = postOf(risk.post);
      if (risk.post === undefined && !isTodo(unit, at(risk.ref, 'post'))) {
        report(ref, say`${{ risk: named('risk', risk) }}写了所属人员，没有写岗位`, {
          hint: '补上 post，或删去 holder',
        });
      } else if (post !== undefined && !isHolder(post, risk.holder)) {
        report(ref, notThere(post, risk.holder), { hint: HINT });
      }
    }
    for (const pair of recordsOf(unit).flatMap(({ records }) => records.flatMap(pairsOf))) {
      const post = postOf(pair.post);
      if (post === undefined || isHolder(post, pair.person)) continue;
      report(at(pair.ref, 'person'), notThere(post, String(pair.person)), { hint: HINT });
    }
  },
});

const HINT = '核对人员编号；已离任的，在岗位的 holders 中留下任职起止日期';

function notThere(post: Post, person: string): Message {
  return say`人员「${{ person }}」不在${{ post: named('post', post) }}的在岗人员中`;
}

/** The record itself and its `by`, `to`, `approvedBy`, where they name both a post and a person. */
function pairsOf(record: { readonly ref: NodeRef }): Pair[] {
  const actors = ['by', 'to', 'approvedBy'].map((key) => ({
    ...((record as Record<string, unknown>)[key] as object | undefined),
    ref: at(record.ref, key),
  }));
  return [record as Pair, ...actors].filter(
    ({ post, person }: Pair) => post !== undefined && person !== undefined,
  );
}
