import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Edit } from '../../src/source/write/edit-values.ts';
import { editValues } from '../../src/source/write/edit-values.ts';
import { runs } from '../support/fast-check.ts';

/** A value with a way to write it. */
type Written = { readonly value: unknown; readonly source: string; readonly isBlock?: boolean };
type Field = Written & { readonly key: string; readonly comment: string; readonly above: string };
type Style = {
  readonly isFlow: boolean;
  readonly comment: string;
  readonly above: string;
  readonly trailingComma: boolean;
};
type Record_ = { readonly style: Style; readonly fields: readonly Field[] };

/** Where a field stands in a text: its value, and the whole lines of a field of a block map. */
type Span = { readonly start: number; readonly end: number };
type Place = { readonly value: Span; readonly lines: Span };
type Text = { readonly text: string; readonly places: readonly (readonly Place[])[] };

const plain = (value: unknown, source = String(value)): Written => ({ value, source });

const scalar: fc.Arbitrary<Written> = fc.constantFrom(
  plain('出纳'),
  plain(5),
  plain(true),
  plain('a b'),
  plain('2026-03-31'),
  plain('是: 否', "'是: 否'"),
  plain('# 不是注释', "'# 不是注释'"),
  plain("it's", "'it''s'"),
  plain('a, b}', '"a, b}"'),
  plain('x\ny', '"x\\ny"'),
  plain('', "''"),
  plain(['p01', 'p02'], '[p01, p02]'),
  plain({ on: '2026-01-01', reason: '退休' }, '{on: 2026-01-01, reason: 退休}'),
);
const block: fc.Arbitrary<Written> = fc.constantFrom(
  { value: '一\n二\n', source: '|\n      一\n      二', isBlock: true },
  { value: '一 二', source: '>-\n      一\n      二', isBlock: true },
  { value: ['一', '二'], source: '\n      - 一\n      - 二 # 第二', isBlock: true },
  { value: { a: 1, b: '二' }, source: '\n      a: 1 # 第一\n      b: 二', isBlock: true },
);
const comment = fc.constantFrom('', '', ' # 注', '   # 见: {附件}, 第 1 条');
const above = fc.constantFrom('', '', '', '# 说明\n', '\n');

const record: fc.Arbitrary<Record_> = fc
  .record({ isFlow: fc.boolean(), comment, above, trailingComma: fc.boolean() })
  .chain((style) =>
    fc
      .uniqueArray(
        fc.record({
          key: fc.constantFrom('id', 'name', 'holders', '说明', 'closed', 'x-y'),
          written: style.isFlow ? scalar : fc.oneof(scalar, scalar, block),
          comment,
          above,
        }),
        { selector: ({ key }) => key, minLength: 1, maxLength: 4 },
      )
      .map((fields) => ({
        style,
        fields: fields.map(({ written, ...rest }) => ({
          ...rest,
          ...written,
          // A comment cannot stand behind a block scalar or list.
          comment: written.isBlock === true ? '' : rest.comment,
        })),
      })),
  );

/** Writes records as people do, and notes where each value came to stand. */
function write(records: readonly Record_[], lineEnd: string): Text {
  let text = '';
  const places = records.map(({ style, fields }) => {
    text += style.above;
    const own: Place[] = [];
    if (style.isFlow) {
      text += '- {';
      fields.forEach(({ key, source }, index) => {
        text += `${index === 0 ? '' : ', '}${key}: `;
        own.push({ value: { start: text.length, end: text.length + source.length }, lines: NONE });
        text += source;
      });
      text += `${style.trailingComma ? ',' : ''}}${style.comment}\n`;
      return own;
    }
    fields.forEach(({ key, source, comment: behind, above: before }, index) => {
      if (index > 0) text += before === '' ? '' : `${before === '\n' ? '' : '    '}${before}`;
      const begin = text.length;
      text += `${index === 0 ? '-   ' : '    '}${key}: `;
      const start = text.length;
      text += source;
      own.push({
        value: { start, end: text.length },
        lines: { start: begin, end: text.length + behind.length + 1 },
      });
      text += `${behind}\n`;
    });
    return own;
  });
  return lineEnd === '\n' ? { text, places } : withCarriageReturns(text, places);
}

const NONE: Span = { start: -1, end: -1 };

function withCarriageReturns(text: string, places: readonly (readonly Place[])[]): Text {
  const moved = (at: number) => at + text.slice(0, at).split('\n').length - 1;
  const span = ({ start, end }: Span): Span => ({ start: moved(start), end: moved(end) });
  return {
    text: text.replaceAll('\n', '\r\n'),
    places: places.map((own) =>
      own.map(({ value, lines }) => ({ value: span(value), lines: span(lines) })),
    ),
  };
}

const newValue = fc.constantFrom<Exclude<Edit['value'], undefined>>(
  '（已离任）',
  '2026-06-30',
  7,
  'true',
  '是: 否',
  '# 号',
  'a, b]',
  "it's",
  '一\n二',
  '',
  '2027',
  { on: '2026-06-30', reason: '退休, 返聘' },
);

const input = fc.record({
  records: fc.array(record, { minLength: 1, maxLength: 4 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  atRecord: fc.nat(),
  atField: fc.nat(),
  value: newValue,
  hasLastLineEnd: fc.boolean(),
});

type Case = {
  readonly written: Text;
  readonly values: readonly Record<string, unknown>[];
  readonly record: number;
  readonly field: number;
  readonly chosen: Record_;
};

function caseOf(given: typeof input extends fc.Arbitrary<infer T> ? T : never): Case {
  const { records, lineEnd } = given;
  const index = given.atRecord % records.length;
  const chosen = records[index]!;
  return {
    written: write(records, lineEnd),
    values: records.map(({ fields }) =>
      Object.fromEntries(fields.map(({ key, value }) => [key, value])),
    ),
    record: index,
    field: given.atField % chosen.fields.length,
    chosen,
  };
}

/** Whether the longer text is the shorter with one piece put in. */
function isOnePieceMore(longer: string, shorter: string): boolean {
  let same = 0;
  while (same < shorter.length && longer[same] === shorter[same]) same++;
  return longer.endsWith(shorter.slice(same));
}

test('the texts that are tried are read as meant', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { written, values } = caseOf(given);
      expect(parse(written.text)).toEqual(values);
    }),
  );
});

test('a new value stands in place of the old one, and every other byte stays', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { written, values, record: r, field: f, chosen } = caseOf(given);
      const { key, value: old, isBlock } = chosen.fields[f]!;
      // Maps and lists are not replaced whole by any command.
      fc.pre(typeof old !== 'object');
      const { text, places } = written;
      const result = editValues(text, [{ path: [r, key], value: given.value }])!;
      const wanted = values.map((one, at) => (at === r ? { ...one, [key]: given.value } : one));
      expect(parse(result)).toEqual(wanted);
      const { start, end } = places[r]![f]!.value;
      expect(result.startsWith(text.slice(0, start))).toBe(true);
      expect(result.endsWith(text.slice(end))).toBe(true);
      const put = result.slice(start, result.length - (text.length - end));
      expect(put).not.toContain('\n');
      if (isBlock === true) expect(put).not.toMatch(/^[|>]/);
    }),
    { numRuns: runs(500) },
  );
});

test('a key that was not there is put in, and every byte stays', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { written, values, record: r } = caseOf(given);
      const text = given.hasLastLineEnd ? written.text : written.text.replace(/\r?\n$/, '');
      fc.pre(given.hasLastLineEnd || !/[|>]-?\r?\n[^-]*$/.test(text));
      const result = editValues(text, [{ path: [r, 'until'], value: given.value }])!;
      const wanted = values.map((one, at) => (at === r ? { ...one, until: given.value } : one));
      expect(parse(result)).toEqual(wanted);
      expect(isOnePieceMore(result, text)).toBe(true);
      if (text.includes('\r')) expect(result.replaceAll('\r\n', '')).not.toContain('\n');
      // Behind a value stays what stood behind it.
      const lines = new Set(result.split(/\r?\n/));
      for (const line of text.split(/\r?\n/)) {
        if (!line.includes('{')) expect(lines).toContain(line);
        else expect(result).toContain(/\}[^}]*$/.exec(line)?.[0] ?? '');
      }
    }),
    { numRuns: runs(500) },
  );
});

test('a key that goes takes its lines with it, and no other byte', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { written, values, record: r, field: f, chosen } = caseOf(given);
      const { key } = chosen.fields[f]!;
      // The first key of a block map shares its line with the dash, and a map needs one key.
      fc.pre(chosen.fields.length > 1 && (chosen.style.isFlow || f > 0));
      const { text, places } = written;
      const result = editValues(text, [{ path: [r, key] }])!;
      const wanted = values.map((one, at) => {
        const { [key]: _, ...rest } = one;
        return at === r ? rest : one;
      });
      expect(parse(result)).toEqual(wanted);
      const { lines } = places[r]![f]!;
      if (chosen.style.isFlow) expect(isOnePieceMore(text, result)).toBe(true);
      else expect(result).toBe(text.slice(0, lines.start) + text.slice(lines.end));
    }),
    { numRuns: runs(500) },
  );
});

test('several edits at once do what they do one after the other', () => {
  fc.assert(
    fc.property(input, newValue, (given, second) => {
      const { written, record: r } = caseOf(given);
      const edits: Edit[] = [
        { path: [r, 'since'], value: given.value },
        { path: [r, 'until'], value: second },
      ];
      const one = editValues(written.text, edits.slice(0, 1))!;
      expect(editValues(written.text, edits)).toBe(editValues(one, edits.slice(1)));
    }),
    { numRuns: runs(300) },
  );
});

test('what cannot be read, or is not there, is not changed', () => {
  expect(editValues('- {id: a', [{ path: [0, 'id'], value: 'b' }])).toBeUndefined();
  expect(editValues('- {id: a}\n', [{ path: [1, 'id'], value: 'b' }])).toBeUndefined();
});

test('a list that is replaced whole writes the file anew with its comments', () => {
  const text = '# 岗位\n- id: a # 首条\n  holders: [p01]\n';
  const result = editValues(text, [{ path: [0, 'holders'], value: ['p02'] }])!;
  expect(parse(result)).toEqual([{ id: 'a', holders: ['p02'] }]);
  expect(result).toContain('# 岗位\n');
  expect(result).toContain('# 首条');
});
