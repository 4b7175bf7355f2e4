import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { WORD_LIST_IDS } from '../../src/model/word-lists.ts';
import { checkData } from '../../src/pipeline/check-all.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { packagedWords } from '../../src/pipeline/rule-words.ts';
import { readPackagedAbolished, readPackagedLists } from '../../src/repository/packaged-words.ts';
import { heldRoot } from '../../src/repository/files.ts';
import { titleKey } from '../../src/rules/words/abolished.ts';
import { anyOf } from '../../src/rules/words/word-pattern.ts';
import { folderFiles } from '../support/folder-files.ts';

const BASE = fileURLToPath(new URL('../cases/faults/base/', import.meta.url));

/** What is found in the base with texts put at the end of its files. */
function found(added: Readonly<Record<string, string>>): string[] {
  const files = new Map<string, Uint8Array>(folderFiles(BASE));
  for (const [file, text] of Object.entries(added)) {
    files.set(file, Buffer.from(`${Buffer.from(files.get(file) ?? '').toString()}${text}`));
  }
  return checkData(openAssessed(heldRoot(files))).map(
    ({ file, start, code, message, hint }) =>
      `${file}:${start.line} ${code} ${message}：${hint ?? ''}`,
  );
}

const CONFIG = 'lianfang.yaml';
const SCHEME = 'schemes/own/scheme.yaml';
const MEASURES = 'units/bureau/measures.yaml';

describe('the packaged lists', () => {
  test('are those that rules know', () => {
    const ids = readPackagedLists().map(({ id }) => id);
    expect(ids.toSorted()).toEqual(WORD_LIST_IDS.toSorted());
  });

  test.each(readPackagedLists())('$id', ({ title, words }) => {
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    for (const word of words) expect(word).toMatch(/^(?=.)[^\s…]*(?:…[^\s…]+)?$/u);
  });

  test('titles stand as they are looked up', () => {
    const titles = [...readPackagedAbolished().keys()];
    expect(titles.map(titleKey)).toEqual(titles);
  });

  test('are read once', () => expect(packagedWords()).toBe(packagedWords()));
});

describe('a word', () => {
  test.each([
    ['由…审', '由科长审批', true],
    ['由…审', '由审计科牵头', false],
    ['由…审', '由科长，审批', false],
    ['(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', false],
    ['(a+)+$', '写作(a+)+$的', true],
    ['[科室]', '科', false],
  ])('%s in %s: %s', (word, text, isIn) => {
    expect(new RegExp(anyOf([word]), 'u').test(text)).toBe(isIn);
  });

  test('is not meant where an exception begins with it', () => {
    const total = new RegExp(anyOf(['共'], ['共同']), 'u');
    expect(['共 5 个', '共同努力'].map((text) => total.test(text))).toEqual([true, false]);
  });
});

describe('a repository and a scheme', () => {
  const slogan = '- {id: m7, risks: [r1], content: 加强影像存档管理}\n';
  const at = (id: string) => `${MEASURES}:7 LF328 ${id}`;

  test('add words', () => {
    const told = found({ [MEASURES]: slogan });
    expect(told).toEqual([expect.stringContaining(at('措施「加强影像存档管理」'))]);
    const add = 'wordLists: {add: {concrete-acts: [规范存档]}}\n';
    const own = '- {id: m7, risks: [r1], content: 加强规范存档}\n';
    expect(found({ [MEASURES]: own.replace('规范存档', '规范意识'), [CONFIG]: add })).toHaveLength(
      1,
    );
    for (const file of [CONFIG, SCHEME]) {
      const lists = 'wordLists: {add: {slogan-openings: [狠抓], slogan-nouns: [党风]}}\n';
      const measure = '- {id: m7, risks: [r1], content: 狠抓党风}\n';
      expect(found({ [MEASURES]: measure })).toEqual([]);
      expect(found({ [MEASURES]: measure, [file]: lists })).toEqual([
        expect.stringContaining(at('措施「狠抓党风」')),
      ]);
    }
  });

  test('take words away', () => {
    const without = 'wordLists: {without: {slogan-openings: [加强]}}\n';
    expect(found({ [MEASURES]: slogan, [SCHEME]: without })).toEqual([]);
  });

  test('name what has ended, and what is still in force', () => {
    const basis = 'units/bureau/regulations.yaml';
    const measure = '- {id: m7, risks: [r1], content: 依《某县公车办法》《合同法》由科长审批}\n';
    const ended =
      'wordLists:\n  abolished: [{titles: [某县公车办法], since: 2025-01-01}]\n  inForce: [合同法]\n';
    expect(found({ [MEASURES]: measure })).toEqual([expect.stringContaining('《合同法》')]);
    expect(found({ [MEASURES]: measure, [CONFIG]: ended })).toEqual([
      expect.stringContaining('《某县公车办法》已于 2025-01-01 废止：'),
    ]);
    expect(found({ [basis]: '' })).toEqual([]);
  });

  test.each([
    [
      'wordLists: {add: {slogan-opening: [狠抓]}}\n',
      'LF101 不认识的键「slogan-opening」：您是否要写「slogan-openings」',
    ],
    [
      'wordLists: {add: {slogan-openings: [狠 抓]}}\n',
      'LF112 须是 1 至 20 个字的词，没有空格；“…”最多一处，代表中间的几个字：对照说明改写',
    ],
    [
      'wordLists: {more: {}}\n',
      'LF101 不认识的键「more」：这里可写：add、without、abolished、inForce',
    ],
    [
      'wordLists: {without: {slogan-openings: [加強]}}\n',
      '词表里没有「加強」，不用去掉：您是否要写「加强」',
    ],
    ['wordLists: {inForce: [合同]}\n', '词表里没有「合同」，不用去掉：您是否要写「合同法」'],
  ])('%s', (text, message) => {
    for (const [file, line] of [
      [CONFIG, 5],
      [SCHEME, 31],
    ] as const) {
      const told = found({ [file]: text });
      expect(told).toEqual([expect.stringContaining(message)]);
      expect(told[0]).toMatch(new RegExp(`^${file}:${line} `));
    }
  });
});
