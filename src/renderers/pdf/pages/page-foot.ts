import type { Foot } from '../../../papers/document.ts';
import { plain } from '../../plain-text.ts';
import type { PaperFrame } from './paper-frame.ts';
import type { Typefaces } from '../pdf-setting.ts';
import { makeTextWriter, type TextWriter } from '../type/text-writer.ts';
import { textWidth } from '../type/wrap-text.ts';

const SIZE = 9;
const DRAFT_SIZE = 14;
const LETTER_SIZE = 14;

/** The number of a page, and of how many; undefined where pages have none. */
export type PageNumber =
  | {
      readonly page: number;
      readonly pages: number;
      /** Papers bound together have one style of numbers, that of letters. */
      readonly isBound: boolean;
    }
  | undefined;

export type FootRoom = { readonly frame: PaperFrame; readonly left: number };

/**
 * What stands outside the print of each page: edition, page number, the mark of a draft.
 * @param left left edge of the print
 */
export function drawFoot(
  { text, draft }: Foot,
  number: PageNumber,
  { frame, left }: FootRoom,
  faces: Typefaces,
): string {
  const { width, height, head, area } = frame;
  const bold = faces.head;
  const writer = makeTextWriter();
  if (number !== undefined) {
    const said = plain(text).replaceAll('\n', ' ');
    const edges = { start: left, end: frame.left === undefined ? width - left : left + area.width };
    if (frame.style === 'letter') writeLetterNumber(writer, number.page, { edges, frame }, faces);
    else if (number.isBound) {
      writeLetterNumber(writer, number.page, { edges, frame }, faces);
      writeBeside(writer, { text: said, page: number.page }, { edges, frame }, faces);
    } else writeFormFoot(writer, { text: said, number }, { frame, left }, faces);
  }
  if (draft) {
    const x = (width - textWidth(DRAFT, bold, DRAFT_SIZE)) / 2;
    writer.write(
      DRAFT,
      { typeface: bold, size: DRAFT_SIZE },
      { x: Math.round(x * 100), y: Math.round((height - head) * 100) },
    );
  }
  return writer.content();
}

const DRAFT = '草稿';

type EdgesOfFoot = { readonly edges: FootEdges; readonly frame: PaperFrame };

/** 四号, —1—, odd pages at the right, even ones at the left, one character in (7.5). */
function writeLetterNumber(
  writer: TextWriter,
  page: number,
  { edges: { start, end }, frame: { foot } }: EdgesOfFoot,
  { letter: body }: Typefaces,
): void {
  const text = `—${page}—`;
  const x = isOdd(page)
    ? end - textWidth(text, body, LETTER_SIZE) - LETTER_SIZE
    : start + LETTER_SIZE;
  writer.write(
    text,
    { typeface: body, size: LETTER_SIZE },
    { x: Math.round(x * 100), y: Math.round(foot * 100) },
  );
}

type FootText = { readonly text: string; readonly page: number };

/** The edition on the inner side, the number being outside. */
function writeBeside(
  writer: TextWriter,
  { text, page }: FootText,
  { edges: { start, end }, frame: { foot } }: EdgesOfFoot,
  { body }: Typefaces,
): void {
  const shown = cut(text, body, (end - start) / 2);
  if (shown === '') return;
  const x = isOdd(page) ? start : end - textWidth(shown, body, SIZE);
  writer.write(
    shown,
    { typeface: body, size: SIZE },
    { x: Math.round(x * 100), y: Math.round(foot * 100) },
  );
}

/** Left and right edge of the print. */
type FootEdges = { readonly start: number; readonly end: number };

const isOdd = (page: number): boolean => page % 2 === 1;

type FormFootRoom = { readonly frame: PaperFrame; readonly left: number };

type FormFootText = { readonly text: string; readonly number: NonNullable<PageNumber> };

function writeFormFoot(
  writer: TextWriter,
  { text, number: { page, pages } }: FormFootText,
  { frame: { width, foot }, left }: FormFootRoom,
  { body }: Typefaces,
): void {
  const y = Math.round(foot * 100);
  const number = `第 ${page} 页 共 ${pages} 页`;
  const numberX = (width - textWidth(number, body, SIZE)) / 2;
  writer.write(number, { typeface: body, size: SIZE }, { x: Math.round(numberX * 100), y });
  const shown = cut(text, body, numberX - left - 2 * SIZE);
  if (shown !== '')
    writer.write(shown, { typeface: body, size: SIZE }, { x: Math.round(left * 100), y });
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
