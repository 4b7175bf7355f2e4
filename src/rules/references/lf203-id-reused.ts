import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { KINDS } from '../../model/kinds.ts';
import { groupBy } from '../../util/group-by.ts';
import { listsWithIds } from '../../model/unit-records.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const idReused = defineRule({
  meta: {
    code: 'LF203',
    name: 'id-reused',
    title: '编号是别的记录用过的',
    severity: 'error',
    rationale: '编号一经使用不再改作他用，否则往年的审核、对比和档案会认错记录。',
  },
  check({ unit, report }) {
    for (const { kind, records } of listsWithIds(unit)) {
      const claims = records.flatMap((record) =>
        record.formerly.map((id, index) => ({ id, index, record })),
      );
      if (claims.length === 0) continue;
      const claimsById = groupBy(claims, ({ id }) => id);
      for (const record of records) {
        const owner = claimsById
          .get(record.id ?? '')
          ?.find((claim) => claim.record.id !== record.id);
        if (owner === undefined) continue;
        report(
          at(record.ref, 'id'),
          say`编号「${{ id: record.id ?? '' }}」是${{ owner: named(kind, owner.record) }}的曾用编号，不能再用`,
          {
            hint: '换一个没有用过的编号',
            related: [{ ref: at(owner.record.ref, 'formerly', owner.index), message: '曾用编号' }],
          },
        );
      }
      for (const [id, same] of claimsById) {
        if (new Set(same.map((claim) => claim.record.id)).size < 2) continue;
        for (const { record, index } of same) {
          report(
            at(record.ref, 'formerly', index),
            say`曾用编号「${{ id }}」写在了 ${{ records: same.length }} 条${{ kind: KINDS[kind].title }}记录上`,
            { hint: '核对它原来属于哪一条，其余的删去' },
          );
        }
      }
    }
  },
});
