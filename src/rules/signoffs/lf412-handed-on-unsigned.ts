import { say } from '../../diagnostics/message.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isOpen } from '../../scheme/relations.ts';
import type { SignOffStates } from '../../signoff/states/sign-off-states.ts';
import { defineRule } from '../rule.ts';
import { signOffsOf } from './sign-offs.ts';

export const handedOnUnsigned = defineRule({
  meta: {
    code: 'LF412',
    name: 'handed-on-unsigned',
    title: '公示、备案的内容不是审核通过的内容',
    severity: 'warning',
    rationale: '公示和报出去的须与审核通过的一字不差；不一致，说明是另拟的，或审核后又改过。',
  },
  check(context) {
    const { unit, scheme, report } = context;
    if (scheme.reviews.length === 0) return;
    const states = signOffsOf(context);
    if (states === undefined) return;
    const lists = [
      { what: '公示', records: unit.notices },
      { what: '备案', records: unit.filings },
    ];
    for (const { what, records } of lists) {
      for (const record of records.filter(isOpen)) {
        for (const [key, digest] of Object.entries(record.items)) {
          if (wasDecided(states, key, digest)) continue;
          const name = states.items.byKey.get(key)?.name ?? key;
          const ref: NodeRef = at(record.ref, 'items', key);
          report(ref, say`${{ what }}的「${{ name }}」不是审核通过的内容`, {
            on: 'key',
            hint: '审核通过后再公示或报送（lianfang review publish、file）',
          });
        }
      }
    }
  },
});

/** Whether a step that decides ever agreed to just this text. */
function wasDecided({ signOffs }: SignOffStates, key: string, digest: string): boolean {
  return signOffs.some(
    ({ record }) =>
      record.kind === 'decide' && record.act === '同意' && record.items[key] === digest,
  );
}
