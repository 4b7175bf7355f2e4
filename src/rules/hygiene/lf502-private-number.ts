import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { privateNumbers } from '../words/private-numbers.ts';
import { recordsOf } from '../../model/unit-records.ts';
import type { FieldUse } from '../each-field.ts';
import { eachField } from '../each-field.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const privateNumber = defineRule({
  meta: {
    code: 'LF502',
    name: 'private-number',
    title: '含有身份证号、手机号或银行卡号',
    severity: 'error',
    rationale: '这些号码与风险防控无关，进了数据库和它的历史就难以清除；监督电话请用办公固定电话。',
    basis: '《中华人民共和国个人信息保护法》最小必要原则',
  },
  check({ unit, words, report }) {
    for (const { kind, schema, records } of recordsOf(unit)) {
      for (const record of records) {
        const look = ({ texts, path, isList }: FieldUse) => {
          for (const [index, text] of texts.entries()) {
            for (const { kind: what, masked } of privateNumbers(text, words.lists)) {
              const ref = at(record.ref, ...path, ...(isList ? [index] : []));
              report(ref, say`${{ record: named(kind, record) }}中有${{ what }}「${{ masked }}」`, {
                hint: '删去；已提交到版本库的，请管理员一并清理历史',
              });
            }
          }
        };
        eachField(schema, record, look, { forms: true });
      }
    }
  },
});
