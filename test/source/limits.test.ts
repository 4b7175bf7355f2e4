import { expect, test } from 'vitest';
import { readYaml } from '../../src/source/read-yaml.ts';
import { places, read } from './findings-of.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test('reads nothing from an empty file, comments or spaces', () => {
  for (const text of ['', '\ufeff', '\n\n', '  \n', '# 注\n', '# 注']) {
    const source = read(text);
    expect([source.value, source.findings, source.via]).toEqual([null, [], 'fast']);
    expect(source.locate(['a', 0], 'value')).toEqual({ start: 0, end: 0 });
  }
});

test('a BOM shifts nothing', () => {
  const source = read('\ufeffa: 金 #x\n');
  expect(source.text).toBe('a: 金 #x\n');
  expect(places(source)).toEqual(['LF005 1:6 #x']);
});

const gbk = bytes(0x61, 0x3a, 0x20, 0xb2, 0xe2, 0xca, 0xd4, 0x0a);
const damaged = utf8('a: 测试\nb: 文字\n');
damaged[17] = 0xff;

test.each([
  { what: 'GBK', content: gbk, place: 'LF007 1:4 测', message: /GBK/ },
  {
    what: 'UTF-16 LE',
    content: bytes(0xff, 0xfe, 0x61, 0),
    place: 'LF007 1:1 a',
    message: /UTF-16/,
  },
  {
    what: 'UTF-16 BE',
    content: bytes(0xfe, 0xff, 0, 0x61),
    place: 'LF007 1:1 a',
    message: /UTF-16/,
  },
  { what: 'UTF-16', content: bytes(0x61, 0, 0x3a, 0), place: 'LF007 1:1 a', message: /UTF-16/ },
  { what: 'damaged UTF-8', content: damaged, place: 'LF007 2:5 \ufffd', message: /UTF-8/ },
])('names the encoding: $what', ({ content, place, message }) => {
  const source = readYaml('a.yaml', content);
  expect(places(source)).toEqual([place]);
  expect(source.findings[0]?.message).toMatch(message);
  expect([source.value, source.via]).toEqual([null, 'none']);
});

test('does not read more than 8 MB', () => {
  const source = readYaml('a.yaml', new Uint8Array(50_000_000).fill(0x61));
  expect(source.findings.map(({ code }) => code)).toEqual(['LF008']);
  expect([source.value, source.via]).toEqual([null, 'none']);
});

test.each([
  { what: 'open brackets', text: '['.repeat(20_000), place: 'LF009 1:33 [' },
  { what: 'brackets', text: '['.repeat(20_000) + ']'.repeat(20_000), place: 'LF009 1:33 [' },
  { what: 'braces', text: '{a: '.repeat(20_000), place: 'LF009 1:129 {' },
  { what: 'dashes', text: '- '.repeat(20_000), place: 'LF009 1:65 -' },
  { what: 'question marks', text: '? '.repeat(20_000), place: 'LF009 1:65 ?' },
  { what: 'keys', text: nestedKeys(2000), place: 'LF009 33:33 a' },
  { what: '33 levels', text: nestedKeys(33), place: 'LF009 33:33 a' },
])('stops at the 33rd level: $what', ({ text, place }) => {
  const source = read(text);
  expect(places(source)).toEqual([place]);
  expect([source.value, source.via]).toEqual([null, 'none']);
});

test('reads 32 levels', () => {
  expect(read(nestedKeys(32)).via).toBe('fast');
  expect(read(nestedKeys(32, '"a"')).findings).toEqual([]);
});

test.each(['&a ', '! '])('stops at the 1001st %j', (mark) => {
  const source = read(mark.repeat(100_000));
  expect(places(source)).toEqual([`LF003 1:${1000 * mark.length + 1} ${mark.trim()[0]}`]);
});

test('aliases multiply nothing', () => {
  const lines = Array.from({ length: 200 }, (_, i) => `a${i}: &b${i} [*b${i - 1}, *b${i - 1}]\n`);
  const source = read(lines.join(''));
  expect(source.findings.every(({ code }) => code === 'LF003')).toBe(true);
  expect(source.value).toMatchObject({ a199: [null, null] });
});

test('many findings in one long list are located without going through it each time', () => {
  const count = 50_000;
  const source = read(`risks:\n${'- {id: a, name: 甲}\n'.repeat(count)}`);
  for (let index = 0; index < count; index++) source.locate(['risks', index, 'name'], 'value');
  expect(source.locate(['risks', count - 1, 'id'], 'key').start).toBe(source.text.length - 16);
});

function nestedKeys(levels: number, key = 'a'): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}${key}:\n`).join('');
}
