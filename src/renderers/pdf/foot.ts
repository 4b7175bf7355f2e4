import type { Foot } from '../../papers/document.ts';
import { plain } from '../plain-text.ts';
import type { PaperFrame } from './paper-frame.ts';
import type { Typefaces } from './setting.ts';
import { makeTextWriter, type TextWriter } from './text-writer.ts';
import { textWidth } from './wrap.ts';

const SIZE = 9;
const DRAFT_SIZE = 14;
const LETTER_SIZE = 14;

/** The number of a page, and of how many; undefined where pages have none. */
export type PageNumber = { readonly page: number; readonly pages: number } | undefined;

/**
 * What stands outside the print of each page: edition, page number, the mark of a draft.
 * @param left left edge of the print
 */
export function drawFoot(
  { text, draft }: Foot,
  number: PageNumber,
  frame: PaperFrame,
  left: number,
  faces: Typefaces,
): string {
  const { width, height, head } = frame;
  const bold = faces.head;
  const writer = makeTextWriter();
  if (number !== undefined) {
    if (frame.style === 'letter') writeLetterNumber(writer, number.page, frame, faces);
    else writeFormFoot(writer, plain(text).replaceAll('\n', ' '), number, frame, left, faces);
  }
  if (draft) {
    const x = (width - textWidth(DRAFT, bold, DRAFT_SIZE)) / 2;
    writer.write(DRAFT, bold, DRAFT_SIZE, Math.round(x * 100), Math.round((height - head) * 100));
  }
  return writer.content();
}

const DRAFT = '草稿';

/** 四号, —1—, odd pages at the right, even ones at the left, one character in (7.5). */
function writeLetterNumber(
  writer: TextWriter,
  page: number,
  { left = 0, area, foot }: PaperFrame,
  { letter: body }: Typefaces,
): void {
  const text = `—${page}—`;
  const isOdd = page % 2 === 1;
  const start = isOdd ? area.width - textWidth(text, body, LETTER_SIZE) - LETTER_SIZE : LETTER_SIZE;
  const x = Math.round((left + start) * 100);
  writer.write(text, body, LETTER_SIZE, x, Math.round(foot * 100));
}

function writeFormFoot(
  writer: TextWriter,
  text: string,
  { page, pages }: NonNullable<PageNumber>,
  { width, foot }: PaperFrame,
  left: number,
  { body }: Typefaces,
): void {
  const y = Math.round(foot * 100);
  const number = `第 ${page} 页 共 ${pages} 页`;
  const numberX = (width - textWidth(number, body, SIZE)) / 2;
  writer.write(number, body, SIZE, Math.round(numberX * 100), y);
  const shown = cut(text, body, numberX - left - 2 * SIZE);
  if (shown !== '') writer.write(shown, body, SIZE, Math.round(left * 100), y);
}

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
