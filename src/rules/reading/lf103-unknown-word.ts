import type { NamedRecord } from '../../diagnostics/message.ts';
import { say } from '../../diagnostics/message.ts';
import { areWordsAssumed, wordsOf } from '../../scheme/closed-words.ts';
import { suggest } from '../../util/suggest.ts';
import { recordsOf } from '../../model/unit-records.ts';
import { named } from '../called.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { extraFaults } from './extra-fields.ts';
import { factorFaults } from './factor-words.ts';
import type { WordUse } from './scheme-words.ts';
import { wordsIn } from './scheme-words.ts';

export const unknownWord = defineRule({
  meta: {
    code: 'LF103',
    name: 'unknown-word',
    title: '方案中没有这个词',
    severity: 'error',
    rationale: '等级、类别、职级等要用本方案的原词；写成别的词，评级、统计和表格都认不出来。',
  },
  check(context) {
    const { unit, scheme } = context;
    const known = wordsOf(scheme);
    for (const { kind, schema, records } of recordsOf(unit)) {
      for (const record of records) {
        for (const use of wordsIn(schema, record, known)) {
          if (!use.known.includes(use.word)) reportWord(context, named(kind, record), use);
        }
        for (const fault of [
          ...factorFaults(scheme, kind, record),
          ...extraFaults(scheme, kind, record),
        ]) {
          context.report(fault.ref, say`${{ record: named(kind, record) }}的${fault.message}`, {
            hint: fault.hint,
            ...(fault.onKey && { on: 'key' }),
          });
        }
      }
    }
  },
});

function reportWord(
  context: RuleContext,
  record: NamedRecord,
  { title, list, word, known, ref }: WordUse,
): void {
  const meant = suggest(word, known);
  context.report(ref, say`${{ record }}的${{ field: title }}「${{ word }}」不是本方案的用词`, {
    hint: meant === undefined ? `可选：${known.join('、')}` : `您是否要写「${meant}」`,
    assumed: areWordsAssumed(context.scheme, list),
  });
}
