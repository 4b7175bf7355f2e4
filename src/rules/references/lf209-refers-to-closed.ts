import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { referencesIn } from '../../model/references.ts';
import { isOpen } from '../../scheme/relations.ts';
import { resolve } from '../lookup.ts';
import { standingRecordsOf } from '../../model/unit-records.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

/** Who found or decided something stays true after the post has ended. */
const HISTORY: ReadonlySet<string | number> = new Set(['noRisk', 'closed', 'notApplicable']);

export const refersToClosed = defineRule({
  meta: {
    code: 'LF209',
    name: 'refers-to-closed',
    title: '引用了已终止的记录',
    severity: 'warning',
    rationale: '已终止的岗位、机构或风险点不再进表，现行记录还指着它，责任就落空了。',
  },
  check({ project, unit, report }) {
    for (const { kind, schema, records } of standingRecordsOf(unit)) {
      for (const record of records) {
        for (const reference of referencesIn(schema, record)) {
          if (HISTORY.has(reference.path[0] ?? '') || reference.kind === 'person') continue;
          const resolved = resolve(project, unit, reference.kind, reference.id);
          if (resolved.status !== 'found' || isOpen(resolved.record)) continue;
          report(
            at(record.ref, ...reference.path),
            say`${{ record: named(kind, record) }}的${{ field: reference.title }}引用了已终止的${{ target: named(reference.kind, resolved.record) }}`,
            {
              hint: '改到现行的记录上，或把这一条也终止',
              related: [{ ref: at(resolved.record.ref, 'closed'), message: '在此终止' }],
            },
          );
        }
      }
    }
  },
});
