import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { KINDS } from '../../model/kinds.ts';
import { referencesIn } from '../../model/references.ts';
import { suggest } from '../../util/suggest.ts';
import { resolve } from '../lookup.ts';
import { recordsOf } from '../../model/unit-records.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const danglingReference = defineRule({
  meta: {
    code: 'LF201',
    name: 'dangling-reference',
    title: '引用的记录不存在',
    severity: 'error',
    rationale: '引用落空，责任人、措施等就接不上，表格里会缺这一项。',
  },
  check({ project, unit, report }) {
    for (const { kind, schema, records } of recordsOf(unit)) {
      for (const record of records) {
        for (const reference of referencesIn(schema, record)) {
          const resolved = resolve(project, unit, reference.kind, reference.id);
          if (resolved.status !== 'missing') continue;
          report(
            at(record.ref, ...reference.path),
            say`${{ record: named(kind, record) }}的${{ field: reference.title }}引用了不存在的${{ kind: KINDS[reference.kind].title }}「${{ id: reference.id }}」`,
            { hint: hintFor(reference.id, resolved.renamedTo, resolved.near) },
          );
        }
      }
    }
  },
});

function hintFor(id: string, renamedTo: string | undefined, near: readonly string[]): string {
  if (renamedTo !== undefined) return `「${id}」是曾用编号，现在写「${renamedTo}」`;
  const meant = suggest(id, near);
  return meant === undefined ? '核对编号，或先补上这条记录' : `您是否要写「${meant}」`;
}
