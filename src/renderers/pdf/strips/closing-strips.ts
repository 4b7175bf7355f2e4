import type { ClosingBlock } from '../../../papers/document.ts';
import { plain } from '../../plain-text.ts';
import { keepTogether, type Strip } from './strip.ts';
import { blankLines, lineStrips, setText, widthIn, type TextSet } from '../type/text-set.ts';
import type { SetLine } from '../type/wrap-text.ts';

/** 右空四字 for the date above which a seal is set, 右空二字 without a seal. */
const SEALED_END = 4;
const PLAIN_END = 2;
/** The seal's upper edge is to be within a line of the text, name and date below its middle. */
const SEAL_LINES = 2;

/**
 * 署名 and 成文日期 (GB/T 9704-2012, 7.3.5). Sealed: the date four characters from the right, the name
 * centred over it. Not sealed: the name two characters from the right, the date below begins two
 * characters further in; a longer date stands two from the right, the name moves left for it.
 */
export function closingStrips({ by, on, seal }: ClosingBlock, set: TextSet): Strip[] {
  const names = by.flatMap((name) => plain(name).split('\n')).filter((name) => name !== '');
  const date = plain(on).replaceAll('\n', ' ');
  const { width, em, tracking } = set;
  const widest = Math.max(0, ...names.map((name) => widthIn(set, name)));
  const dateWidth = widthIn(set, date);
  const place = (text: string, start: number): SetLine[] => {
    // Longer than a line: broken like any text.
    if (widthIn(set, text) > width) return setText(text, set, { align: 'center' });
    const own = widthIn(set, text);
    return [{ text, width: own, tracking, start: Math.max(0, Math.min(start, width - own)) }];
  };
  const lines: SetLine[] = [];
  if (seal) {
    const end = Math.max(SEALED_END * em, (widest - dateWidth) / 2);
    const middle = width - end - dateWidth / 2;
    for (const name of names) lines.push(...place(name, middle - widthIn(set, name) / 2));
    if (date !== '') lines.push(...place(date, middle - dateWidth / 2));
  } else {
    const wanted = width - PLAIN_END * em - widest;
    const longest = width - PLAIN_END * em - dateWidth;
    const dateStart = Math.min(wanted + PLAIN_END * em, longest);
    const start = names.length === 0 ? wanted : dateStart - PLAIN_END * em;
    for (const name of names) lines.push(...place(name, Math.min(start, wanted)));
    if (date !== '') lines.push(...place(date, dateStart));
  }
  if (lines.length === 0) return [];
  const blank = blankLines(seal ? SEAL_LINES : 1, set);
  return keepTogether([blank, ...lineStrips(lines, set)], false);
}
