import { plain } from '../../plain-text.ts';
import { wholeWidth } from '../../page-layout/lay-out-grid.ts';
import { SMALLEST_SIZE } from '../../page-layout/page-room.ts';
import type { ParagraphBlock, SignaturesBlock } from '../../../papers/document.ts';
import { attachmentStrips } from './attachment-strips.ts';
import { makeBox, proseStyle, type PdfSetting } from '../pdf-setting.ts';
import {
  cutStrip,
  heightOf,
  keepTogether,
  strip,
  type Strip,
  type TextBox,
  type TextStyle,
} from './strip.ts';
import { lineStrips, setIn, setText, textSet } from '../type/text-set.ts';
import { textWidth } from '../type/wrap-text.ts';

/** 二号, 小二, 三号: the first in which the title stays on one line; larger over larger text. */
const TITLE_SIZES = [22, 18, 16] as const;
const COMMON_SIZE = 12;
const HEADING_SIZES = { 1: 14, 2: 12, 3: 10.5 } as const;
const SIGNATURE_HEIGHT = 32;
/** Room to write a name beside its label, in points. */
const HAND_WIDTH = 70;

/** The title over the whole width. */
export function titleStrips(text: string, { layout, faces }: PdfSetting): Strip[] {
  const place = wholeWidth(layout);
  const value = plain(text);
  const larger = Math.max(1, layout.fontSize / COMMON_SIZE);
  const sizes = TITLE_SIZES.map((own) => own * larger);
  const size =
    sizes.find(
      (own) => !value.includes('\n') && textWidth(value, faces.title, own) <= place.width - 5,
    ) ?? 16 * larger;
  const made = makeBox(
    value,
    { place, layout },
    { typeface: faces.title, size, leading: size * 1.4 },
  );
  const box: TextBox = { ...made, align: 'center' };
  return [strip(Math.max(size * 2, heightOf(box)), [box], { keepWithNext: true })];
}

/** A heading inside the paper. */
export function headingStrips(
  text: string,
  level: 1 | 2 | 3,
  { layout, faces }: PdfSetting,
): Strip[] {
  const size = headingSize(level, layout.fontSize);
  const box = makeBox(
    plain(text),
    { place: wholeWidth(layout), layout },
    proseStyle(faces.head, size),
  );
  return [strip(Math.max(size * 2, heightOf(box)), [box], { keepWithNext: true })];
}

function headingSize(level: 1 | 2 | 3, fontSize: number): number {
  const larger = Math.max(1, fontSize / COMMON_SIZE);
  return Math.max(HEADING_SIZES[level] * larger, fontSize);
}

/** Running text by what it is for. */
export function paragraphStrips({ role, text }: ParagraphBlock, setting: PdfSetting): Strip[] {
  const { layout, faces } = setting;
  const set = textSet(setting);
  switch (role) {
    case 'body':
      return bodyStrips(text, setting);
    case 'note': {
      const size = Math.max(SMALLEST_SIZE, layout.fontSize - 1.5);
      return proseStrips(plain(text).split('\n'), proseStyle(faces.body, size), setting);
    }
    case 'center':
    case 'number':
      return lineStrips(setText(plain(text), set, { align: 'center' }), set);
    case 'attachmentMark': {
      const head = setIn(set, { typeface: faces.head });
      return lineStrips(setText(plain(text), head), head).map((own) => ({
        ...own,
        keepWithNext: true,
      }));
    }
    case 'addressee':
      return lineStrips(setText(plain(text), set), set);
    case 'attachment':
      return attachmentStrips(text, set);
  }
}

/** Paragraphs whose first lines are indented by two characters. */
export function bodyStrips(text: string, setting: PdfSetting): Strip[] {
  const { layout, faces } = setting;
  const lines = plain(text)
    .split('\n')
    .map((line) => `　　${line}`);
  return proseStrips(lines, proseStyle(faces.body, layout.fontSize), setting);
}

function proseStrips(lines: readonly string[], style: TextStyle, { layout }: PdfSetting): Strip[] {
  return lines.flatMap((line) => {
    const box = makeBox(line, { place: wholeWidth(layout), layout }, style);
    return cutStrip(strip(heightOf(box), [box]));
  });
}

/** Names to be written by hand below the paper, spread over its width. */
export function signatureStrips(
  { items }: SignaturesBlock,
  { layout, faces }: PdfSetting,
): Strip[] {
  const style = proseStyle(faces.body, layout.fontSize);
  const whole = wholeWidth(layout);
  const width = whole.width / Math.max(1, items.length);
  const texts = items.map(plain);
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, faces.body, layout.fontSize)));
  if (widest + HAND_WIDTH > width) {
    const strips = texts.map((text) => {
      const box = makeBox(text, { place: whole, layout }, style);
      return strip(Math.max(SIGNATURE_HEIGHT, heightOf(box)), [box]);
    });
    return keepTogether(strips, false);
  }
  const boxes = texts.map((text, index) => ({
    ...makeBox(text, { place: { ...whole, width }, layout }, style),
    x: index * width,
  }));
  return [strip(SIGNATURE_HEIGHT, boxes)];
}
