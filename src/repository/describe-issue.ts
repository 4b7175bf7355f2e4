import { say } from '../diagnostics/message.ts';
import { z } from 'zod';
import type { Finding, NodeRef, KeyPath } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import { keysAt, metaOf, schemaAt } from '../model/shape.ts';
import { shorten } from '../util/shorten.ts';
import { suggest } from '../util/suggest.ts';

/** One fault as zod reports it. */
export type Issue = z.core.$ZodIssue;

/** What was checked, and where it is written. */
export type CheckedValue = {
  readonly ref: NodeRef;
  readonly value: unknown;
  readonly sourceOf: (ref: NodeRef) => string;
};

/** What is wrong in the user's words. */
export function describeIssue(
  schema: z.ZodType,
  issue: Issue,
  { ref, value, sourceOf }: CheckedValue,
): Finding[] {
  const path = issue.path as KeyPath;
  const given = valueAt(value, path);
  const name = fieldName(schema, path);
  const source = () => sourceOf(ref).slice(0, 60);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(schema, path, key, ref));
    case 'invalid_type':
      if (given === undefined) return [absent(schema, path, ref)];
      return [wrongType(issue.expected, given, { name, ref, source: source() })];
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (given === undefined) return [absent(schema, path, ref)];
      const meant = suggest(shown(given), allowed);
      return [
        {
          code: 'LF102',
          ref,
          message: say`${{ name }}不能是「${{ value: shown(given) }}」`,
          hint: meant === undefined ? `可选：${allowed.join('、')}` : `您是否要写「${meant}」`,
        },
      ];
    }
    case 'invalid_format':
      return [malformed(name, given, ref)];
    case 'invalid_key':
      return [
        {
          code: 'LF107',
          ref,
          on: 'key',
          message: say`键名「${{ key: String(path.at(-1)) }}」不合要求`,
          hint: '改成规定的写法',
        },
      ];
    case 'too_small':
    case 'too_big':
      return [outside(issue, name, ref)];
    case 'custom':
      return [custom(issue, name, given, ref)];
    default:
      return [
        {
          code: 'LF112',
          ref,
          message: say`${{ name }}不合要求`,
          hint: z.locales.zhCN().localeError(issue as never) as string,
        },
      ];
  }
}

function unknownKey(schema: z.ZodType, path: KeyPath, key: string, ref: NodeRef): Finding {
  const known = [...new Set(keysAt(schema, path))];
  const meant = suggest(key, known) ?? keyByTitle(schema, path, key, known);
  const hint = meant === undefined ? `这里可写：${known.join('、')}` : `您是否要写「${meant}」`;
  return {
    code: 'LF101',
    ref: at(ref, key),
    on: 'key',
    message: say`不认识的键「${{ key: shown(key) }}」`,
    hint,
  };
}

/** People write a key in Chinese: `名称:` for `name:`. */
function keyByTitle(schema: z.ZodType, path: KeyPath, key: string, known: readonly string[]) {
  return known.find((candidate) => {
    const field = schemaAt(schema, [...path, candidate]);
    return field !== undefined && metaOf(field).title === key;
  });
}

/** A field that must be there and is not. */
export function absent(schema: z.ZodType, path: KeyPath, ref: NodeRef): Finding {
  const key = path.at(-1);
  const title = fieldName(schema, path);
  return {
    code: 'LF106',
    mark: 'absent',
    ref,
    on: 'key',
    message: say`缺少${{ title }}`,
    hint: typeof key === 'string' ? `补上「${key}:」` : '补上这一项',
  };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是否（true 或 false）',
  array: '列表（每项以“- ”开头）',
  object: '键和值',
  record: '键和值',
  null: '空的',
};

type FieldInText = { readonly name: string; readonly ref: NodeRef; readonly source: string };

function wrongType(expected: string, given: unknown, { name, ref, source }: FieldInText): Finding {
  const scalar = typeof given === 'number' || typeof given === 'boolean';
  if (scalar && expected.split(' ').includes('string')) {
    return {
      code: 'LF105',
      ref,
      message: say`${{ name }}应是文字，「${{ source }}」被读成了${{ readAs: typeof given === 'number' ? '数字' : '是否' }}`,
      hint: `加上引号，写成 "${source}"`,
    };
  }
  const words = [...new Set(expected.split(' ').map((type) => TYPE_WORDS[type] ?? type))];
  const is = given === null ? 'null' : Array.isArray(given) ? 'array' : typeof given;
  return {
    code: 'LF104',
    ref,
    message: say`${{ name }}应是${{ expected: words.join('或') }}，实际是${{ actual: TYPE_WORDS[is] ?? is }}`,
    hint: expected === 'number' ? '去掉引号和单位，只写数字' : '按要求的形式改写',
  };
}

function malformed(name: string, given: unknown, ref: NodeRef): Finding {
  return {
    code: 'LF107',
    ref,
    message: say`${{ name }}「${{ value: shown(given) }}」的写法不合要求`,
    hint: '编号只用小写字母、数字和连字符，如 fx-012',
  };
}

function outside(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  name: string,
  ref: NodeRef,
): Finding {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  const units: Readonly<Record<string, string>> = { string: '个字', array: '项' };
  const unit = units[issue.origin] ?? '';
  return {
    code: 'LF112',
    ref,
    message: say`${{ name }}${small ? '至少' : '最多'}${unit === '' ? '为 ' : ' '}${{ limit }}${unit === '' ? '' : ` ${unit}`}`,
    hint: small ? '补足后再检查' : '改短或改小',
  };
}

/** Refinements say by `params.expected` which of our own demands was not met. */
const DEMANDS: Readonly<Record<string, string>> = {
  condition: '条件不能为空',
  oneMethod:
    '评定办法须写且只写一种：first、matrix、score、consequence、count、raters、gravestOf 或 triggers',
  ofOrKindsOf: 'of 和 kindsOf 须写且只写一个',
  setOrLift: 'set 和 lift 须写且只写一个',
  word: '须是 1 至 20 个字的词，没有空格；“…”最多一处，代表中间的几个字',
  oneSection: '每一节须写且只写一种内容',
  oneSubject: '须写且只写 unit、department、post、list、notice、commitment 中的一项',
  oneLayout: '须写且只写 table（表格版式）或 document（文稿）中的一项',
};

function custom(issue: Issue, name: string, given: unknown, ref: NodeRef): Finding {
  const expected = (issue as { params?: { expected?: string } }).params?.expected ?? '';
  if (expected === 'day') {
    return {
      code: 'LF108',
      ref,
      message: say`${{ name }}「${{ value: shown(given) }}」不是日期`,
      hint: '写成 2026-03-31 的形式，并核对月、日',
    };
  }
  return {
    code: 'LF112',
    ref,
    message: DEMANDS[expected] ?? say`${{ name }}不合要求`,
    hint: '对照说明改写',
  };
}

function fieldName(schema: z.ZodType, path: KeyPath): string {
  const keys = path.filter((step) => typeof step === 'string');
  const last = keys.at(-1);
  if (last === undefined) return '这里';
  const field = schemaAt(schema, path.slice(0, path.lastIndexOf(last) + 1));
  const title = field && metaOf(field).title;
  return title ?? `「${last}」`;
}

function shown(given: unknown): string {
  const text = typeof given === 'string' ? given : (JSON.stringify(given) ?? '');
  return shorten(text, 40);
}

/** The value at a path; undefined where the path ends early. */
export function valueAt(value: unknown, path: KeyPath): unknown {
  let node = value;
  for (const step of path) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return node;
}
