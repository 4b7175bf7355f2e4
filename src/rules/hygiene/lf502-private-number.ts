import { at } from '../../diagnostics/diagnostic.ts';
import { privateNumbers } from '../words/private-numbers.ts';
import { recordsOf } from '../../model/unit-records.ts';
import { called } from '../called.ts';
import { defineRule } from '../rule.ts';

/** Digests of attachments and records are no texts. */
const NOT_TEXT = new Set(['ref', 'sha256', 'digest', 'previous']);

export const privateNumber = defineRule({
  meta: {
    code: 'LF502',
    name: 'private-number',
    title: '含有身份证号、手机号或银行卡号',
    severity: 'error',
    rationale: '这些号码与风险防控无关，进了数据库和它的历史就难以清除；监督电话请用办公固定电话。',
    basis: '《中华人民共和国个人信息保护法》最小必要原则',
  },
  check({ unit, report }) {
    for (const { kind, records } of recordsOf(unit)) {
      for (const record of records) {
        eachText(record, [], (text, path) => {
          for (const { kind: what, masked } of privateNumbers(text)) {
            const owner = kind === 'person' ? '人员' : called(kind, record);
            report(at(record.ref, ...path), `${owner}中有${what}「${masked}」`, {
              hint: '删去；已提交到版本库的，请管理员一并清理历史',
            });
          }
        });
      }
    }
  },
});

/** Calls `found` for every text in the value; `path` is only good for the time of the call. */
function eachText(
  value: unknown,
  path: (string | number)[],
  found: (text: string, path: readonly (string | number)[]) => void,
): void {
  if (typeof value === 'string') return found(value, path);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      eachText(value[index], path, found);
      path.pop();
    }
    return;
  }
  for (const key in value) {
    if (NOT_TEXT.has(key)) continue;
    path.push(key);
    eachText((value as Record<string, unknown>)[key], path, found);
    path.pop();
  }
}
