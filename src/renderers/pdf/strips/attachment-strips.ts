import { plain } from '../../plain-text.ts';
import type { Strip } from './strip.ts';
import { lineStrips, setText, widthIn, type TextSet } from '../type/text-set.ts';

/**
 * 附件说明: two characters from the left, 附件：1.…; names that are longer than a line go on below their
 * first character (GB/T 9704-2012, 7.3.4).
 */
export function attachmentStrips(text: string, set: TextSet): Strip[] {
  const left = 2 * set.em;
  const label = /^附件[：:]/u.exec(plain(text))?.[0] ?? '';
  const lines = plain(text)
    .split('\n')
    .flatMap((line, index) => {
      // Blanks that stand for an indent in plain text are not printed twice.
      const own = line.replace(/^[\s\u3000]+/u, '');
      const begins = index === 0 ? label : '';
      const number = /^\d+[.．、]\s*/u.exec(own.slice(begins.length).trimStart())?.[0] ?? '';
      const afterLabel = left + widthIn(set, label);
      return setText(own, set, {
        indent: index === 0 ? left : afterLabel,
        hanging: afterLabel + widthIn(set, number),
      });
    });
  return lineStrips(lines, set);
}
