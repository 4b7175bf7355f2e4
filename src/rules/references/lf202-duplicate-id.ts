import { say } from '../../diagnostics/message.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import { groupBy } from '../../util/group-by.ts';
import { compareText } from '../../util/natural-order.ts';
import { listsWithIds } from '../../model/unit-records.ts';
import { defineRule } from '../rule.ts';

type Identified = { readonly id?: string; readonly ref: NodeRef };

export const duplicateId = defineRule({
  meta: {
    code: 'LF202',
    name: 'duplicate-id',
    title: '编号重复',
    severity: 'error',
    rationale: '同类记录的编号相同，引用它的地方就不知道指的是哪一条。',
  },
  check({ unit, report }) {
    const steps = unit.powers.map((power) => ({
      kind: 'step' as const,
      records: power.steps.map(({ id }, index) => ({ id, ref: at(power.ref, 'steps', index) })),
    }));
    const lists: readonly { readonly kind: Kind; readonly records: readonly Identified[] }[] = [
      ...listsWithIds(unit),
      ...steps,
    ];
    for (const { kind, records } of lists) {
      for (const [id, same] of groupBy(records, (record) => record.id)) {
        const [first, ...others] = same.map((record) => record.ref).toSorted(compareRefs);
        if (id === undefined || first === undefined) continue;
        for (const ref of others) {
          report(at(ref, 'id'), say`${{ kind: KINDS[kind].title }}的编号「${{ id }}」重复`, {
            hint: '换一个没有用过的编号，引用它的地方一并核对',
            related: [{ ref: at(first, 'id'), message: '先用的一处' }],
          });
        }
      }
    }
  },
});

function compareRefs(a: NodeRef, b: NodeRef): number {
  return compareText(a.file, b.file) || comparePaths(a.path, b.path);
}

function comparePaths(a: NodeRef['path'], b: NodeRef['path']): number {
  const index = a.findIndex((step, position) => step !== b[position]);
  return index < 0 ? 0 : Number(a[index]) - Number(b[index]);
}
