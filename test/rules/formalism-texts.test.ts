import { packagedWords } from '../../src/pipeline/rule-words.ts';
import { describe, expect, test } from 'vitest';
import { titleKey } from '../../src/rules/words/abolished.ts';
import { numberingFaults } from '../../src/rules/words/numbering.ts';
import { typedTotals } from '../../src/rules/words/typed-totals.ts';

const { lists } = packagedWords();

describe('numbers before items', () => {
  test.each([
    ['1.登记；2.核对；4.归档', ['gap 2. 4.']],
    ['一、登记。三、归档。', ['gap 一、 三、']],
    ['一是登记；二是核对；四是归档', ['gap 二是 四是']],
    ['①登记；③归档', ['gap ① ③']],
    ['(1)登记；(2)核对；(2)归档', ['repeat (2) (2)']],
    ['（一）登记；（二）核对；（四）归档', ['gap （二） （四）']],
    ['九、登记\n十、核对\n十二、归档', []],
    ['一、登记\n二、核对\n二、归档', ['repeat 二、 二、']],
    ['1.登记\n1.核对', ['repeat 1. 1.']],
    ['1、登记；2、核对；3、归档', []],
    ['1.登记；2、核对；3.归档', []],
    ['一、事前：1.登记；2.核对。二、事后：1.抽查；2.通报。', []],
    ['一、事前：1.登记；3.核对。二、事后：1.抽查。', ['gap 1. 3.']],
    ['事前：1.登记。事后：1.抽查。', []],
    ['1.登记；2.核对。另外，1.抽查；2.通报', []],
    ['1.一车一卡；2.每车定额；3.按月对账；4.10人以内拼车', []],
    ['1.5倍以上的退回；10.5元以下的免收', []],
    ['每周一、三、五抽查', []],
    ['一、二、三级风险', []],
    ['2.核对；3.归档', []],
    ['见附件 1、3、5', []],
    ['2026.3.1 起，2026.5.1 止', []],
    ['1)登记；2)核对；4)归档', ['gap 2) 4)']],
    ['1.登记：1)本人签；2)科长签；2.核对', []],
    ['', []],
  ])('%s', (text, faults) => {
    expect(
      numberingFaults(text).map(({ kind, after, found }) => `${kind} ${after} ${found}`),
    ).toEqual(faults);
  });

  test('eleven to twenty-one', () => {
    const numbers = '一二三四五六七八九'.split('');
    const upTo21 = [...numbers, '十', ...numbers.map((one) => `十${one}`), '二十', '二十一'];
    const list = (names: readonly string[]) => names.map((one) => `${one}、登记`).join('\n');
    expect(numberingFaults(list(upTo21))).toEqual([]);
    expect(numberingFaults(list(upTo21.filter((one) => one !== '十四')))).toHaveLength(1);
  });
});

describe('totals typed in texts', () => {
  test.each([
    ['全局共查找风险点35个', ['risk 35']],
    [
      '共查找岗位廉政风险点 35 个，其中高风险 5 个、中风险 10 个',
      ['risk 35', 'risk 高 5', 'risk 中 10'],
    ],
    ['共排查35个风险点，其中高等级风险点3个', ['risk 35', 'risk 高 3']],
    ['共梳理职权 12 项、岗位 8 个，制定防控措施 40 条', ['power 12', 'post 8', 'measure 40']],
    ['共有２０个岗位', ['post 20']],
    ['共梳理权力事项 7 项', ['power 7']],
    ['共查找风险点35个。其中高风险5个', ['risk 35']],
    ['查找风险点 35 个', []], // of what is not said
    ['上年度共查找风险点 35 个', []],
    ['共新增风险点 3 个', []],
    ['共抽查风险点 10 个', []],
    ['财务科共查找风险点 5 个', []],
    ['共有领导岗位 5 个', []],
    ['共有重点岗位 5 个', []],
    ['共整改风险点 3 个', []],
    ['共性风险点 3 个', []],
    ['共开会 3 次，岗位职责 12 条', []],
    ['提高 5 个百分点，共同努力', []],
    ['', []],
  ])('%s', (text, totals) => {
    expect(
      typedTotals(text, { lists, levels: ['高', '中', '低'], parts: ['财务科'] }).map(
        ({ what, level, count }) =>
          [what, level, count].filter((part) => part !== undefined).join(' '),
      ),
    ).toEqual(totals);
  });

  test('levels with longer names', () => {
    const found = typedTotals('共查找风险点 9 个：一级风险 2 个、重要(A)风险点7个', {
      lists,
      levels: ['一级', '重要(A)'],
      parts: [],
    });
    expect(found.map(({ level, count }) => `${level ?? ''} ${count}`)).toEqual([
      ' 9',
      '一级 2',
      '重要(A) 7',
    ]);
  });
});

test('a title is the same however it is typed', () => {
  expect(titleKey('中华人民共和国合同法')).toBe('合同法');
  expect(titleKey('中国共产党党内监督条例(试行)')).toBe('中国共产党党内监督条例（试行）');
});
