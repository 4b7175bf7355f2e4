import { expect, test } from 'vitest';
import { lineIndex } from '../../src/util/line-index.ts';

test.each(['a\n\n𠀀b\n', 'a\r\n\r\n𠀀b\r\n'])('counts lines and UTF-16 columns of %j', (text) => {
  const at = lineIndex(text);
  expect(at(0)).toEqual({ line: 1, column: 1 });
  expect(at(text.indexOf('\n'))).toMatchObject({ line: 1 });
  expect(at(text.indexOf('𠀀'))).toEqual({ line: 3, column: 1 });
  expect(at(text.indexOf('b'))).toEqual({ line: 3, column: 3 });
  expect(at(text.length)).toEqual({ line: 4, column: 1 });
});

test('keeps to the text', () => {
  expect(lineIndex('')(5)).toEqual({ line: 1, column: 1 });
  expect(lineIndex('ab')(-1)).toEqual({ line: 1, column: 1 });
  expect(lineIndex('ab')(9)).toEqual({ line: 1, column: 3 });
});
