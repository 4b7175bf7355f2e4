import { expect } from 'vitest';
import { readFast } from '../../src/source/fast/fast-reader.ts';
import { oddCharacters } from '../../src/source/yaml/odd-characters.ts';
import { readWithYaml } from '../../src/source/yaml/yaml-reader.ts';

/**
 * Lets both readers read a text. The fast one may always decline; if it does not, the other must
 * find nothing wrong and read the same values at the same places.
 */
export function compareReaders(text: string): 'declined' | 'equal' {
  if (oddCharacters('f.yaml', text).length > 0) return 'declined';
  const fast = readFast(text);
  if (!fast) return 'declined';
  const judged = readWithYaml('f.yaml', text);
  expect(judged.findings).toEqual([]);
  expect(fast.value).toStrictEqual(judged.value);
  expect(fast.comments).toEqual(judged.comments);
  expect(Array.from(fast.nodes.cells)).toEqual(Array.from(judged.nodes.cells));
  return 'equal';
}
