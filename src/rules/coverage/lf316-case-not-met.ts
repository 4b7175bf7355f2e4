import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { isAssumed } from '../../scheme/assumed.ts';
import { isOpen } from '../../scheme/relations.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';
import { hasTodo, isBlank } from '../todo.ts';
import { fieldTitle, valueAt } from './required-fields.ts';

export const caseNotMet = defineRule({
  meta: {
    code: 'LF316',
    name: 'case-not-met',
    title: '这种情形下缺少应有的内容，或者前后不符',
    severity: 'error',
    rationale:
      '方案对某些情形另有要求：查出问题的要写明怎样整改，已有而不完善的制度要修订；前后不符，等于没有办。',
    basis: '对某种情形另有要求的方案',
  },
  check({ unit, scheme, relations, report }) {
    for (const one of scheme.requires.cases) {
      const records =
        one.of === 'regulation' ? unit.regulations.filter(isOpen) : relations[LISTS[one.of]];
      for (const record of records) {
        if (isBlank(record)) continue;
        const applies = Object.entries(one.when).every(([field, words]) =>
          words.includes(wordAt(record, field)),
        );
        if (!applies) continue;
        const why = Object.keys(one.when)
          .map((field) => `${fieldTitle(scheme, one.of, field)}为「${wordAt(record, field)}」`)
          .join('、');
        const name = named(one.of, record);
        const assumed = isAssumed(one);
        const missing = one.fields.filter(
          (field) =>
            isEmpty(valueAt(record, field)) && !hasTodo(unit, at(record.ref, ...field.split('.'))),
        );
        if (missing.length > 0) {
          const fields = missing.map((field) => fieldTitle(scheme, one.of, field));
          report(record.ref, say`${{ record: name }}${{ why }}，缺少${{ fields }}`, {
            hint: '补上；暂时不知道的可以留空，算待填',
            assumed,
          });
        }
        for (const [field, allowed] of Object.entries(one.values)) {
          const value = wordAt(record, field);
          if (value === '' || allowed.includes(value)) continue;
          report(
            at(record.ref, ...field.split('.')),
            say`${{ record: name }}${{ why }}，${{ field: fieldTitle(scheme, one.of, field) }}不能是「${{ value }}」`,
            { hint: `应是${allowed.join('、')}`, assumed },
          );
        }
      }
    }
  },
});

const LISTS = {
  risk: 'risks',
  measure: 'measures',
  power: 'powers',
  post: 'posts',
  department: 'departments',
} as const;

/** The word, number or truth value under a key as text; '' for everything else. */
function wordAt(record: object, field: string): string {
  const value = valueAt(record, field);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
