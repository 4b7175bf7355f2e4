import { textOf } from '../../src/diagnostics/message.ts';
import { describe, expect, test } from 'vitest';
import { places, read } from './findings-of.ts';

/** Texts, and every finding they must give. */
const cases: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'LF001 broken YAML': [
    ['a:\n\tb: 1\n', 'LF001 2:1 \t'],
    ['a:\n  b: 1\n\tc: 2\n', 'LF001 3:1 \t'],
    ['a:\n　b: 1\n', 'LF001 2:1 　'],
    ['a: 甲\n　　乙\nb: 1\n', 'LF001 2:1 　　'],
    ['a:\n\u00a0\u00a0b: 1\n', 'LF001 2:1 \u00a0\u00a0'],
    ['a:\n    b: 1\n  c: 2\n', 'LF001 3:3 c: 2'],
    ['a:\n  - b\n c: 1\n', 'LF001 3:2 c: 1'],
    ['a: 1\n  b: 2\nc: 3\n', 'LF001 1:4 1'],
    ['a: "x\nb: 1\n', 'LF001 1:4 "x'],
    ["a: 'x\nb: 1\nc: 2\n", "LF001 1:4 'x"],
    ['a: [x, y\nb: 1\n', 'LF001 1:4 [x, y'],
    ['a: {x: 1\nb: 1\n', 'LF001 1:4 {x: 1'],
    ['a: [x]]\nb: 1\n', 'LF001 1:7 ]'],
    ['a: [x,, y]\n', 'LF001 1:7 ,'],
    ['a: @x\nb: `y`\n', 'LF001 1:4 @', 'LF001 2:4 `'],
    ['a: %50\n', 'LF001 1:4 %'],
    ['note: 见附件: 第3条\nb: 1\n', 'LF001 1:7 见'],
    ['a: "x" y\n', 'LF001 1:8 y'],
    ['a: "他说"好""\n', 'LF001 1:8 好""'],
    ['a: "\\q"\n', 'LF001 1:5 \\'],
    ['a: | x\n', 'LF001 1:6 x'],
    ['a: 1\nb\nc: 2\n', 'LF001 2:1 b'],
    ['a: 1\nb:2\nc: 3\n', 'LF001 2:1 b:2'],
    ['a:\n- b\n-c\n', 'LF001 3:1 -c'],
    ['a: - b\n', 'LF001 1:4 -'],
    ['a: 1\n- b\n', 'LF001 2:1 -'],
    ['- a\nb: 1\n', 'LF001 2:1 b'],
    ['a: 1\n---\nb: 2\n---\nc: 3\n', 'LF001 2:1 ---'],
    ['%YAML 1.1\n---\na: 1\n', 'LF001 1:1 %YAML 1.1'],
    ['---\na: 1\n'],
    ['---\na: 1\n...\n'],
    ['a: 甲\n  　乙\n'],
    ['a: |\n  甲\n\n  　　乙\n'],
    ['a: 　甲\n'],
  ],
  'LF002 duplicate key': [
    ['a: 1\nb: 2\na: 3\n', 'LF002 3:1 a'],
    ['a:\n  - {x: 1, "x": 2}\n', 'LF002 2:12 "x"'],
    ['a: 1\na: @x\n', 'LF002 2:1 a', 'LF001 2:4 @'],
    ['a: {x: 1}\nb: {x: 1}\n'],
  ],
  'LF003 anchor, alias, merge key': [
    ['a: &x 1\nb: *x\n', 'LF003 1:4 &x', 'LF003 2:4 *x'],
    ['a: *没有\n', 'LF003 1:4 *没有'],
    ['- **重点**\n', 'LF003 1:3 **重点**'],
    ['a:\n  <<: {b: 1}\n', 'LF003 2:3 <<'],
    ['a: A&B 2*3\n'],
    ['"<<": 1\n'],
  ],
  'LF004 tag': [
    ['a: !x 1\n', 'LF004 1:4 !x'],
    ['a: !!js/function "x"\n', 'LF004 1:4 !!js/function'],
    ['a: !!str 1\n', 'LF004 1:4 !!str'],
    ['a: 重要!\n'],
  ],
  'LF005 text lost behind #': [
    ['a: 金额 #以上\n', 'LF005 1:7 #以上'],
    ['a: "x" #b\n', 'LF005 1:8 #b'],
    ['a: 1 # 注释\n'],
    ['a: 1 #\n'],
    ['#注释\na: 1\n  #注释\n'],
    ['a: C#语言\n'],
    ['a: |\n  金额 #以上\n'],
    ['a: "金额 #以上"\n'],
    ['a: 1 #-----\n'],
    ['a: #待填\n', 'LF005 1:4 #待填'],
    ['- 甲 #乙\n- 丙\n', 'LF005 1:5 #乙'],
  ],
  'LF006 full-width colon': [
    ['id: a\n名称：局长\nb: 1\n', 'LF006 2:1 名称：'],
    ['id: a\n名称：局长\n电话：1\nb: 1\n', 'LF006 2:1 名称：', 'LF006 3:1 电话：'],
    ['id: a\nname：局长\n', 'LF006 2:1 name：'],
    ['post:\n  id：a\n  name：b\n', 'LF006 2:3 id：', 'LF006 3:3 name：'],
    ['post:\n  name：b\nx: 1\n', 'LF006 2:3 name：'],
    ['- name：局长\n', 'LF006 1:3 name：'],
    ['- name：局长\n  duties: x\n', 'LF006 1:3 name：'],
    ['- id: x\n  name：局长\n', 'LF006 2:3 name：'],
    ['name：局长\n', 'LF006 1:1 name：'],
    ['a: {name：局长, b: 1}\n', 'LF006 1:5 name：'],
    ['a: [name：局长]\n', 'LF006 1:5 name：'],
    ['note: 注意：先审后批\n'],
    ['note: name：局长\n'],
    ['- 说明：见表\n'],
    ['a: [说明：见表]\n'],
    ['note:\n  说明：见表\n'],
    ['note: |\n  name：局长\n'],
    ['- "name：局长"\n'],
  ],
  'LF010 unusable key': [
    ['a:\n  __proto__: 1\n', 'LF010 2:3 __proto__'],
    ['constructor: 1\nprototype: 2\n', 'LF010 1:1 constructor', 'LF010 2:1 prototype'],
    ['? [a]\n: b\n', 'LF010 1:3 [a]'],
    ['a: {{x}}\n', 'LF010 1:5 {x}'],
    [': a\n', 'LF010 1:1 :'],
    ['"": a\n', 'LF010 1:1 ""'],
    ['toString: 1\nnull: 2\ntrue: 3\n2025: 4\n'],
  ],
  'LF011 odd character': [
    ['a: x\u202ey\u202c\nb: \u200b\n', 'LF011 1:5 \u202e', 'LF011 2:4 \u200b'],
    ['a: "\0"\n', 'LF011 1:5 \0'],
    ['# \u2028\n', 'LF011 1:3 \u2028'],
    ['a: x\ufeff\n', 'LF011 1:5 \ufeff'],
    ['a: x\x85\n', 'LF011 1:5 \x85'],
    ['a: x\r\n'],
    ['a: "x\ty"\n'],
  ],
  'LF012 number that loses digits': [
    ['id: 123456789012345678\n', 'LF012 1:5 123456789012345678'],
    ['a: [3.14159265358979312]\n', 'LF012 1:5 3.14159265358979312'],
    ['a: 1e999\n', 'LF012 1:4 1e999'],
    ['a: 1234567890123450000\nb: 0.1\nc: 123456789012345\n'],
    ["a: '123456789012345678'\n"],
    ['a: 9007199254740993x\n'],
  ],
};

describe.each(Object.entries(cases))('%s', (_title, rows) => {
  test.each(rows.map(([text, ...expected]) => ({ text, expected })))('$text', (row) => {
    expect(places(read(row.text))).toEqual(row.expected);
    expect(read(row.text).findings.every(({ hint }) => hint)).toBe(true);
  });

  test.each(rows.map(([text, ...expected]) => ({ text, expected })))('$text with CRLF', (row) => {
    expect(places(read(row.text.replaceAll(/\r?\n/g, '\r\n')))).toEqual(row.expected);
  });

  // The quoted key is beyond the fast reader.
  test.each(rows.map(([text, ...expected]) => ({ text, expected })))('$text by yaml', (row) => {
    if (!/^\w/.test(row.text) || row.text.startsWith('name：')) return;
    const source = read(`"quoted": 1\n${row.text}`);
    expect(source.via).toBe('yaml');
    const shifted = row.expected.map((place) =>
      place.replace(/ (\d+):/, (_, line: string) => ` ${Number(line) + 1}:`),
    );
    expect(places(source)).toEqual(shifted);
  });
});

test('says in Chinese what is wrong and what to do', () => {
  const messages = Object.values(cases)
    .flat()
    .flatMap(([text]) => read(text).findings)
    .map(({ code, message, hint }) => `${code} ${textOf(message)} → ${hint}`);
  expect([...new Set(messages)].toSorted()).toMatchSnapshot();
});

test('a repeated key points at the first one, whose value counts', () => {
  const source = read('x:\n  a: 1\n  b: 2\n  a: 3\n');
  expect(source.value).toEqual({ x: { a: 1, b: 2 } });
  const related = source.findings[0]?.related?.[0];
  expect(related?.ref).toEqual({ file: source.file, path: ['x', 'a'] });
  expect(source.locate(['x', 'a'], 'key').start).toBe(5);
});

test('what cannot be data is left out', () => {
  expect(read('a: *x\n__proto__: {b: 1}\nc: !x 1\n').value).toEqual({ a: null, c: '1' });
  expect(({} as { b?: unknown }).b).toBeUndefined();
});
