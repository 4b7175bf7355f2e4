import { packagedWords } from '../../src/pipeline/rule-words.ts';
import { describe, expect, test } from 'vitest';
import { privateNumbers } from '../../src/rules/words/private-numbers.ts';

/** Numbers of the right shape that are known to belong to nobody, or are made up. */
describe('privateNumbers', () => {
  test.each([
    ['联系电话13800138000', '手机号', '138****00'],
    ['138-0013-8000', '手机号', '138****00'],
    ['138 0013 8000', '手机号', '138****00'],
    ['１３８００１３８０００', '手机号', '138****00'],
    ['2026-01-01 13800138000', '手机号', '138****00'],
    ['身份证 11010119900101123X', '身份证号', '110****3X'],
    ['110101199001011234', '身份证号', '110****34'],
    ['6222020000000000000', '银行卡号', '622****00'],
    ['4111 1111 1111 1111', '银行卡号', '411****11'],
  ])('%s', (text, kind, masked) => {
    expect(privateNumbers(text, packagedWords().lists)).toEqual([{ kind, masked }]);
  });

  test.each([
    '0551-62345678',
    '(0551) 6234 5678',
    '12388',
    '400-800-8000',
    '财办〔2026〕12号',
    '统一社会信用代码 12341600MB1234567X',
    '职权编码 3416000000000000000000001',
    'ABC13800138000',
    '138001380001',
    '6222020000000000001',
    '110101199013011234',
    '金额 13800138.00 元，2026-01-01 至 2026-12-31',
    '138-00138000',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ])('%s is nobody’s', (text) => {
    expect(privateNumbers(text, packagedWords().lists)).toEqual([]);
  });
});
