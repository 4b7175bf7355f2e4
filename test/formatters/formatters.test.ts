import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { excerpt } from '../../src/formatters/excerpt.ts';
import type { FormatOptions } from '../../src/formatters/formatter.ts';
import type { FormatterName } from '../../src/formatters/formatter-registry.ts';
import {
  FORMATTER_NAMES,
  loadColors,
  loadFormatter,
} from '../../src/formatters/formatter-registry.ts';
import { displayWidth } from '../../src/util/display-width.ts';

const TEXT = '- id: r1\n  name: 白条抵库\n  owner: cheif\n  category: 岗位職責\n';
const FOUND: readonly Diagnostic[] = [
  {
    code: 'LF201',
    rule: 'dangling-reference',
    severity: 'error',
    message: '风险点「白条抵库」的责任人引用了不存在的岗位「cheif」',
    hint: '您是否要写「chief」',
    file: 'units/u1/risks.yaml',
    start: { line: 3, column: 10 },
    end: { line: 3, column: 15 },
  },
  {
    code: 'LF324',
    rule: 'name-is-task',
    severity: 'warning',
    message: '第二行\u202E有\u0007怪字符，100%|<b>',
    file: 'units/u1/risks.yaml',
    start: { line: 2, column: 9 },
    end: { line: 2, column: 13 },
    related: [{ file: 'units/u1/posts.yaml', start: { line: 7, column: 3 }, message: '在此' }],
  },
  {
    code: 'LF109',
    rule: 'todo',
    severity: 'todo',
    message: '待填',
    file: 'unit:1,2;3.yaml',
    start: { line: 1, column: 1 },
    end: { line: 2, column: 4 },
  },
];

const options: FormatOptions = {
  width: 80,
  textOf: (file) => (file === 'units/u1/risks.yaml' ? TEXT : undefined),
  units: [
    { id: 'u1', name: '某县财政局' },
    { id: 'u2', name: '某区妇联' },
  ],
};
const format = async (name: FormatterName, found = FOUND, more: FormatOptions = options) =>
  (await loadFormatter(name))(found, more);

describe.each(FORMATTER_NAMES)('%s', (name) => {
  test('ends with one line feed, also of nothing', async () => {
    for (const found of [FOUND, []]) {
      const text = await format(name, found);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  test('prints no control or bidi character of the data', async () => {
    expect(await format(name)).not.toMatch(/[\u0007\u202E]/);
  });
});

test('pretty', async () => {
  expect(await format('pretty')).toBe(
    [
      'units/u1/risks.yaml:3:10 错误 LF201 风险点「白条抵库」的责任人引用了不存在的岗位「cheif」',
      '    owner: cheif',
      '           ^^^^^',
      '    → 您是否要写「chief」',
      'units/u1/risks.yaml:2:9 提醒 LF324 第二行\\u{202e}有\\u{7}怪字符，100%|<b>',
      '    name: 白条抵库',
      '          ^^^^^^^^',
      '    units/u1/posts.yaml:7:3 在此',
      'unit:1,2;3.yaml:1:1 待填 LF109 待填',
      '共 1 个错误、1 个提醒、1 项待填（2 个文件）',
      '',
    ].join('\n'),
  );
});

test('pretty with colours differs by colours only', async () => {
  const colored = await format('pretty', FOUND, { ...options, paint: await loadColors() });
  expect(colored).toContain('\u001B[');
  expect(colored.replace(/\u001B\[\d+m/g, '')).toBe(await format('pretty'));
});

test('nothing found', async () => {
  expect(await format('pretty', [])).toBe('没有发现问题\n');
});

describe('excerpt', () => {
  const line =
    '  content: 一二三四五六七八九十，甲乙丙丁戊己庚辛壬癸，子丑寅卯辰巳午未申酉戌亥，金木水火土，东南西北中';
  test.each([20, 30, 41, 60, 200])('is cut around the place to %i columns', (width) => {
    for (let column = 3; column <= line.length; column += 5) {
      const shown = excerpt(
        line,
        { start: { line: 1, column }, end: { line: 1, column: column + 2 } },
        width,
      )!;
      expect(displayWidth(shown.text)).toBeLessThanOrEqual(Math.max(width, 20));
      // What stands above the first caret is the character meant.
      let at = 0;
      const above = Array.from(shown.text).find((character) => {
        const isHere = at >= shown.indent;
        at += displayWidth(character);
        return isHere;
      });
      expect(above).toBe(line[column - 1]);
    }
  });

  test('of an empty line is nothing', () => {
    expect(
      excerpt('  ', { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }, 80),
    ).toBeUndefined();
  });
});

test('json', async () => {
  const printed = JSON.parse(await format('json'));
  expect(printed.schemaVersion).toBe(1);
  expect(printed.diagnostics).toEqual(FOUND);
  expect(printed.summary).toEqual({ error: 1, warning: 1, info: 0, todo: 1, files: 2 });
});

describe('github', () => {
  test('escapes what would be a command', async () => {
    const nasty: Diagnostic = {
      ...FOUND[0]!,
      file: 'a:b,c;%.yaml',
      message: '甲\r\n::error::乙 100%',
    };
    const [line] = (await format('github', [nasty])).split('\n');
    expect(line).toBe(
      '::error file=a%3Ab%2Cc%3B%25.yaml,line=3,endLine=3,col=10,endColumn=15,title=LF201 dangling-reference' +
        '::甲\\u{d}\\u{a}::error::乙 100%25%0A您是否要写「chief」',
    );
  });

  test('prints at most ten of a kind', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...FOUND[0]!,
      start: { line: index + 1, column: 1 },
    }));
    const errors = (await format('github', many))
      .split('\n')
      .filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)).toContain('另有 21 个错误');
  });
});

test('markdown', async () => {
  expect(await format('markdown')).toBe(
    [
      '## 廉防检查',
      '',
      '共 1 个错误、1 个提醒、1 项待填（2 个文件）',
      '',
      '| 级别 | 规则 | 数目 |',
      '| --- | --- | ---: |',
      '| 错误 | LF201 dangling-reference | 1 |',
      '| 提醒 | LF324 name-is-task | 1 |',
      '| 待填 | LF109 todo | 1 |',
      '',
      '### units/u1/risks.yaml',
      '',
      '- 3:10 **错误** LF201 风险点「白条抵库」的责任人引用了不存在的岗位「cheif」（您是否要写「chief」）',
      '- 2:9 **提醒** LF324 第二行\\\\u{202e}有\\\\u{7}怪字符，100%\\|&lt;b\\>',
      '',
      '### unit:1,2;3.yaml',
      '',
      '- 1:1 **待填** LF109 待填',
      '',
    ].join('\n'),
  );
});

test('summary', async () => {
  expect(await format('summary')).toBe(
    [
      '单位                错误  提醒  提示  待填',
      '某县财政局             1     1     0     0',
      '某区妇联               0     0     0     0',
      '（单位以外的文件）     0     0     0     1',
      '',
      '规则                      级别  数目',
      'LF109 todo                待填     1',
      'LF201 dangling-reference  错误     1',
      'LF324 name-is-task        提醒     1',
      '',
      '共 1 个错误、1 个提醒、1 项待填（2 个文件）',
      '',
    ].join('\n'),
  );
});
