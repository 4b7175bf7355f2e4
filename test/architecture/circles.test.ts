import { expect, test } from 'vitest';
import { circlesIn } from './circles.ts';

test.each([
  ['a line', 'a>b b>c a>c', []],
  ['two that meet again', 'a>b a>c b>d c>d', []],
  ['a pair', 'a>b b>a', ['a b']],
  ['a ring with a way in and a way out', 'x>a a>b b>c c>a c>y', ['a b c']],
  ['two rings, one after the other', 'a>b b>a b>c c>d d>c', ['a b', 'c d']],
  ['rings that share a name', 'a>b b>a a>c c>a', ['a b c']],
  ['a ring found late', 'a>b b>c c>d d>b a>e e>a', ['a e', 'b c d']],
])('%s', (_, text, expected) => {
  const pairs = text.split(' ').map((arrow) => arrow.split('>') as [string, string]);
  const arrows = new Map<string, string[]>();
  for (const [from, to] of pairs) arrows.set(from, [...(arrows.get(from) ?? []), to]);
  const found = circlesIn(arrows).map((circle) => circle.join(' '));
  expect(found.toSorted()).toEqual(expected);
});
