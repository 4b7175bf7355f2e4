import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isOpen } from '../../scheme/relations.ts';
import type { FieldUse } from '../each-field.ts';
import { eachField } from '../each-field.ts';
import { numberingFaults } from '../words/numbering.ts';
import { recordsOf } from '../../model/unit-records.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

/** An item with its number. */
const SHORTEST = 4;
const NUMBERED = /[\d①-⑳][.．、)）]|[②-⑳]|[二三四五六七八九十][、是)）]/u;

export const numberingGap = defineRule({
  meta: {
    code: 'LF350',
    name: 'numbering-gap',
    title: '序号跳号或重号',
    severity: 'warning',
    rationale: '“1.…2.…4.…”多半是删了一条没有通读，或从别处拼来；表现与措施一一对应时还会对错行。',
  },
  check({ unit, report }) {
    for (const { kind, schema, records } of recordsOf(unit)) {
      for (const record of records.filter(isOpen)) {
        const look = ({ texts, path }: FieldUse) => {
          const text = texts.join('\n');
          if (!NUMBERED.test(text)) return;
          for (const { kind: fault, after, found } of numberingFaults(text)) {
            const what = fault === 'gap' ? '跳号' : '重号';
            report(
              at(record.ref, ...path),
              say`${{ record: named(kind, record) }}的序号${{ what }}：「${{ after }}」之后是「${{ found }}」`,
              { hint: '缺了一条的补上，没有缺的顺改序号' },
            );
          }
        };
        eachField(schema, record, look, { shortest: SHORTEST });
      }
    }
  },
});
