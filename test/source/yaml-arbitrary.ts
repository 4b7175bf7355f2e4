import * as fc from 'fast-check';

/** Bits of YAML and of Chinese prose that have led readers astray. */
const TOKENS = [
  [' ', '  ', '\n', '\n\n', '\t', '\r\n', '\r', ':', ': ', '-', '- ', '#', ' #', '# ', ' # '],
  ['"', "'", "''", '\\', '\\n', '\\"', '\\u4e00', '[', ']', '{', '}', '[]', '{}', ',', ', '],
  ['|', '>', '|-', '|+', '>-', '>+', '|2', '&a', '*a', '!', '!!str', '%', '@', '`', '?', '? '],
  ['---', '...', '---\n', '<<', '~', 'null', 'true', 'False', 'a: ', 'a:', 'name：', 'id: x\n'],
  ['0', '-0', '007', '1e3', '.5', '5.', '0x1F', '0o17', '.inf', '-.nan', '1.2.3', '+', '.', '_'],
  ['2025-03-01', '12345678901234567', '：', '　', '\u00a0', '，', '张某', '𠀀', '(', '=', '/', '$'],
].flat();

const LINE_ENDS = ['\n', '\n', '\n', '\r\n'];

/** A real text, a window of its lines, with a few random edits. */
export function mutated(seeds: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(4000),
    remove: fc.constantFrom(0, 0, 1, 1, 2, 5),
    insert: fc.constantFrom('', ...TOKENS),
  });
  return fc
    .record({
      seed: fc.constantFrom(...seeds),
      from: fc.nat(200),
      lines: fc.integer({ min: 3, max: 24 }),
      end: fc.constantFrom(...LINE_ENDS),
      edits: fc.array(edit, { minLength: 0, maxLength: 4 }),
    })
    .map(({ seed, from, lines, end, edits }) => {
      const all = seed.split('\n');
      // A window from the middle begins with an indented line: often broken, so not too often.
      const start = from < 100 ? 0 : from % all.length;
      let text = all.slice(start, start + lines).join(end);
      for (const { at, remove, insert } of edits) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + insert + text.slice(place + remove);
      }
      return text;
    });
}

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('id', 'name', 'a', 'b', '岗位', 'x-y', '2025', 'a.b') },
  { weight: 1, arbitrary: fc.constantFrom('"q"', "'q'", 'a b', '_', 'null', 'toString', '10/2') },
);

const ORDINARY = ['审批', '说明：见表', '1', '12', '-3', 'abc', '是 否', '"a"', "'b'", '"\\t"', ''];

const text = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...TOKENS) },
  { weight: 12, arbitrary: fc.constantFrom(...ORDINARY) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...TOKENS, '文', 'x'), { maxLength: 4 })
      .map((parts) => parts.join('')),
  },
);

function brackets(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .record({
      shape: fc.constantFrom('[]', '{}'),
      items: fc.array(fc.tuple(key, item), { maxLength: 3 }),
      comma: fc.constantFrom(',', ', ', ', ', ' , '),
      last: fc.constantFrom('', '', '', ', '),
      colon: fc.constantFrom(': ', ': ', ': ', ':', ':  '),
    })
    .map(({ shape, items, comma, last, colon }) => {
      const parts = items.map(([k, v]) => (shape === '[]' ? v : k + colon + v));
      return shape[0] + parts.join(comma) + last + shape[1];
    });
}

const flow = fc.oneof(
  { weight: 2, arbitrary: brackets(text) },
  { weight: 1, arbitrary: brackets(fc.oneof(text, brackets(fc.oneof(text, brackets(text))))) },
);

const value = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: flow },
  { weight: 2, arbitrary: fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '', '') },
);

const tail = fc.constantFrom(
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  ' ',
  ' # 注',
  ' #注',
  '\t',
  '#',
  '  # a: b',
);

const line = fc
  .record({
    indent: fc.constantFrom('', '', '  ', '  ', '    ', '    ', ' ', '   ', '      '),
    lead: fc.constantFrom('', '', '', '- ', '- ', '-   ', '-', '- - ', '# '),
    key: fc.option(key),
    value,
    tail,
    end: fc.constantFrom(...LINE_ENDS, '\n\n', '\n  \n'),
  })
  .map((part) => {
    const colon = part.key === null ? '' : `${part.key}:${part.value === '' ? '' : ' '}`;
    return part.indent + part.lead + colon + part.value + part.tail + part.end;
  });

/** Lines that each look like YAML, put together without regard to each other. */
export const lineSoup: fc.Arbitrary<string> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 10 }), fc.boolean())
  .map(([lines, cut]) => (cut ? lines.join('').trimEnd() : lines.join('')));

type Style = { readonly step: number; readonly flush: boolean; readonly end: string };
type Writer = (indent: string, style: Style) => string;

const scalar: fc.Arbitrary<Writer> = fc.tuple(text, tail).map(
  ([content, after]) =>
    (_indent, { end }) =>
      ` ${content}${after}${end}`,
);

const block: fc.Arbitrary<Writer> = fc
  .record({
    header: fc.constantFrom('|', '>', '|-', '>-', '|+', '>+'),
    lines: fc.array(fc.oneof(text, fc.constantFrom('第一段', '第二段。', '', '')), {
      maxLength: 5,
    }),
    extra: fc.constantFrom('', '', '', ' ', '  '),
  })
  .map(({ header, lines, extra }) => (indent, { end }) => {
    const body = lines.map((content, index) => {
      if (content === '') return end;
      return `${indent}  ${index % 3 === 2 ? extra : ''}${content}${end}`;
    });
    return ` ${header}${end}${body.join('')}`;
  });

/** Trees written out in varying styles: mostly well-formed, as registers are. */
export const writtenTree: fc.Arbitrary<string> = fc
  .tuple(
    fc.letrec<{ node: Writer; map: Writer; list: Writer }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'tree' },
        { weight: 4, arbitrary: scalar },
        {
          weight: 1,
          arbitrary: flow.map(
            (f): Writer =>
              (_, { end }) =>
                ` ${f}${end}`,
          ),
        },
        { weight: 1, arbitrary: block },
        { weight: 2, arbitrary: tie('map') },
        { weight: 2, arbitrary: tie('list') },
      ),
      map: fc
        .array(fc.tuple(key, tie('node'), fc.constantFrom('', '', '', '# 注\n', '\n')), {
          minLength: 1,
          maxLength: 4,
        })
        .map((entries): Writer => (indent, style) => {
          const inner = indent + ' '.repeat(style.step);
          const written = entries.map(
            ([k, write, before]) => `${before}${indent}${k}:${write(inner, style)}`,
          );
          return style.end + written.join('');
        }),
      list: fc
        .array(tie('node'), { minLength: 1, maxLength: 4 })
        .map((items): Writer => (indent, style) => {
          const at = style.flush ? indent.slice(style.step) : indent;
          const inner = `${at}  `;
          const written = items.map((write) => {
            const item = write(inner, style);
            // A map begins on the line of its dash.
            return item.startsWith(style.end + inner)
              ? `${at}- ${item.slice(style.end.length + inner.length)}`
              : `${at}-${item}`;
          });
          return style.end + written.join('');
        }),
    })).map,
    fc.record({
      step: fc.constantFrom(2, 2, 4, 1),
      flush: fc.boolean(),
      end: fc.constantFrom(...LINE_ENDS),
    }),
  )
  .map(([write, style]) => write('', style));
