import type { Foot } from '../../papers/document.ts';
import { plain } from '../plain-text.ts';
import type { PaperFrame } from './paper-frame.ts';
import type { Typefaces } from './setting.ts';
import { makeTextWriter } from './text-writer.ts';
import { textWidth } from './wrap.ts';

const SIZE = 9;
const DRAFT_SIZE = 14;

/**
 * What stands outside the print of each page: edition, page number, the mark of a draft.
 * @param left left edge of the print
 */
export function drawFoot(
  { text, draft }: Foot,
  page: number,
  pages: number,
  { width, height, head, foot }: PaperFrame,
  left: number,
  { body, head: bold }: Typefaces,
): string {
  const writer = makeTextWriter();
  const y = Math.round(foot * 100);
  const number = `第 ${page} 页 共 ${pages} 页`;
  const numberX = (width - textWidth(number, body, SIZE)) / 2;
  writer.write(number, body, SIZE, Math.round(numberX * 100), y);
  const shown = cut(plain(text).replaceAll('\n', ' '), body, numberX - left - 2 * SIZE);
  if (shown !== '') writer.write(shown, body, SIZE, Math.round(left * 100), y);
  if (draft) {
    const x = (width - textWidth(DRAFT, bold, DRAFT_SIZE)) / 2;
    writer.write(DRAFT, bold, DRAFT_SIZE, Math.round(x * 100), Math.round((height - head) * 100));
  }
  return writer.content();
}

const DRAFT = '草稿';

/** As much of the text as stands beside the page number. */
function cut(text: string, typeface: Typefaces['body'], room: number): string {
  if (textWidth(text, typeface, SIZE) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 0) {
    characters.pop();
    const shown = `${characters.join('')}…`;
    if (textWidth(shown, typeface, SIZE) <= room) return shown;
  }
  return '';
}
