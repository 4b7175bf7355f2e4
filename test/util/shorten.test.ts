import { expect, test } from 'vitest';
import { readWithYaml } from '../../src/source/yaml/yaml-reader.ts';
import { shorten } from '../../src/util/shorten.ts';

test.each([
  ['', ''],
  ['工程款', '工程款'],
  ['一二三四五', '一二三四五'],
  ['一二三四五六', '一二三四五…'],
  ['𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
  ['一二三四𠮷六', '一二三四𠮷…'],
  ['𠮷'.repeat(100), `${'𠮷'.repeat(5)}…`],
])('%s in five characters', (text, shown) => {
  expect(shorten(text, 5)).toBe(shown);
});

test('a long key that is repeated is shown without half characters', () => {
  const key = `${'一'.repeat(23)}𠮷田`;
  const { findings } = readWithYaml('risks.yaml', `${key}: 1\n${key}: 2\n`);
  const [repeated] = findings.filter(({ code }) => code === 'LF002');
  expect(repeated?.message).toMatchObject({
    text: `键「${'一'.repeat(23)}𠮷…」重复了，这里的内容没有采用`,
  });
});
