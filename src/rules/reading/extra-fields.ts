import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { Scheme } from '../../model/scheme.ts';
import { suggest } from '../../util/suggest.ts';
import type { WordFault } from './factor-words.ts';
import type { AnyRecord } from '../../model/unit-records.ts';

type ExtraField = Scheme['extraFields'][string];

const TYPE_NAMES: Readonly<Record<ExtraField['type'], string>> = {
  text: '文字',
  number: '数字',
  boolean: '是否（true 或 false）',
};
const TYPES = { text: 'string', number: 'number', boolean: 'boolean' } as const;

/** Entries of `extra:` that the scheme does not declare, or that are not what it declares. */
export function extraFaults(scheme: Scheme, kind: Kind, record: AnyRecord): WordFault[] {
  return Object.entries(record.extra).flatMap(([key, value]) => {
    const ref = at(record.ref, 'extra', key);
    const field = scheme.extraFields[key];
    if (field === undefined || field.on !== kind) return [undeclared(scheme, kind, key, ref)];
    if (typeof value !== TYPES[field.type]) {
      const type = TYPE_NAMES[field.type];
      return [
        { ref, message: say`${{ label: field.label }}应是${{ type }}`, hint: `改写成${type}` },
      ];
    }
    if (field.values.length === 0 || field.values.includes(String(value))) return [];
    const meant = suggest(String(value), field.values);
    return [
      {
        ref,
        message: say`${{ label: field.label }}不能是「${{ value }}」`,
        hint: meant === undefined ? `可选：${field.values.join('、')}` : `您是否要写「${meant}」`,
      },
    ];
  });
}

function undeclared(scheme: Scheme, kind: Kind, key: string, ref: WordFault['ref']): WordFault {
  const here = Object.entries(scheme.extraFields).filter(([, field]) => field.on === kind);
  const byLabel = here.find(([, { label }]) => label === key)?.[0];
  const meant =
    byLabel ??
    suggest(
      key,
      here.map(([id]) => id),
    );
  return {
    ref,
    onKey: true,
    message: say`附加字段「${{ key }}」方案没有列出`,
    hint:
      meant === undefined
        ? `在方案的 extraFields 列出它，写明用于${KINDS[kind].title}`
        : `您是否要写「${meant}」`,
  };
}
