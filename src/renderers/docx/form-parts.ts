import type { Block, SignaturesBlock } from '../../papers/document.ts';
import { displayWidth } from '../../util/display-width.ts';
import { wholeWidth } from '../page-layout/lay-out-grid.ts';
import { SMALLEST_SIZE } from '../page-layout/page-room.ts';
import { titleLines } from '../page-layout/title-lines.ts';
import { plain } from '../plain-text.ts';
import { lineCount, linesHeight } from '../page-layout/text-height.ts';
import type { FaceName } from './faces.ts';
import { paragraph, type ParagraphLook, type StyleId } from './paragraph.ts';
import { runs } from './runs.ts';
import { stack, type WordPart, type WordSetting } from './word-setting.ts';
import { sizeOf } from './word-styles.ts';
import { twips } from './xml.ts';

/** 二号, 小二, 三号: the first in which the title stays on one line. */
const TITLE_SIZES = [22, 18, 16] as const;
const SMALLEST_TITLE = 16;
const COMMON_SIZE = 12;
const HEADING_SIZES = { 1: 14, 2: 12, 3: 10.5 } as const;
const HEADING_STYLES = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const;
/** Least room to write a name beside its label, in half Han characters. */
const HAND_WIDTH = 14;
const SIGNATURE_HEIGHT = 28;
const COVER_SIZES = [36, 32, 26, 22] as const;
const COVER_LINE_SIZE = 16;

/** The title above a form, or large on a page of its own. */
export function titlePart(text: string, cover: boolean, setting: WordSetting): WordPart {
  const { width } = wholeWidth(setting.layout);
  const linesAt = (size: number): readonly string[] =>
    titleLines(
      plain(text),
      width,
      (part) => (displayWidth(part, { ambiguous: 'wide' }) * size) / 2,
    );
  const larger = largerOf(setting);
  const sizes = cover ? COVER_SIZES : TITLE_SIZES.map((own) => own * larger);
  const size =
    sizes.find((own) => linesAt(own).length <= (cover ? 2 : 1)) ?? SMALLEST_TITLE * larger;
  const lines = linesAt(size);
  const line = size * 1.4;
  const before = cover ? setting.height * 0.22 : 0;
  const after = cover ? 0 : size * 0.3;
  const made = styled(lines.join('\n'), { style: 'Title', face: 'title', size }, setting, {
    line: twips(line),
    lineRule: 'atLeast',
    before: twips(before),
    after: twips(after),
  });
  return { items: [made], height: before + after + line * lines.length };
}

/** Titles and headings are larger over larger text, as on a poster. */
function largerOf({ layout }: WordSetting): number {
  return Math.max(1, layout.fontSize / COMMON_SIZE);
}

/** What stands on a title page below the title. */
export function coverLinesPart(text: string, isFirst: boolean, setting: WordSetting): WordPart {
  const before = isFirst ? setting.height * 0.25 : 0;
  const made = styled(text, { style: 'Centered', face: 'body', size: COVER_LINE_SIZE }, setting, {
    before: twips(before),
    line: twips(COVER_LINE_SIZE * 2),
    lineRule: 'atLeast',
  });
  return { items: [made], height: before + COVER_LINE_SIZE * 2 };
}

/** A heading inside a form. Its style is the built-in one: outlines and contents find it. */
export function headingPart(text: string, level: 1 | 2 | 3, setting: WordSetting): WordPart {
  const { fontSize } = setting.layout;
  const size = Math.max(HEADING_SIZES[level] * largerOf(setting), fontSize);
  const made = styled(text, { style: HEADING_STYLES[level], face: 'head', size }, setting, {
    firstLine: 0,
    line: 240,
    lineRule: 'auto',
    before: 120,
    after: 60,
  });
  return { items: [made], height: size * 1.4 + 9 };
}

/** Running text of a form, a paragraph a line: its first line is indented by two characters. */
export function textPart(
  text: string,
  role: Extract<Block, { kind: 'paragraph' }>['role'],
  setting: WordSetting,
): WordPart {
  const { fontSize } = setting.layout;
  const isNote = role === 'note';
  const size = isNote ? Math.max(SMALLEST_SIZE, fontSize - 1.5) : fontSize;
  const isMiddle = role === 'center' || role === 'number';
  const isMark = role === 'attachmentMark';
  const style: StyleId = isMark ? 'AttachmentMark' : isNote ? 'Note' : 'FormText';
  const indented = role === 'body' || role === 'attachment';
  return stack(
    plain(text)
      .split('\n')
      .map((line) => ({
        items: [
          styled(line, { style, face: isMark ? 'head' : 'body', size }, setting, {
            ...(indented ? { firstLine: twips(2 * size) } : {}),
            ...(isMiddle ? { align: 'center' as const } : {}),
          }),
        ],
        height: Math.max(isNote ? 0 : 20, linesHeight(1, size)) * linesOf(line, size, setting),
      })),
  );
}

function linesOf(text: string, size: number, { width }: WordSetting): number {
  return lineCount(`　　${text}`, width, size);
}

/** Names to be written by hand below a paper, spread over its width. */
export function signaturesPart({ items }: SignaturesBlock, setting: WordSetting): WordPart {
  const { width } = setting;
  const { isLetter } = setting;
  const size = isLetter ? 16 : setting.layout.fontSize;
  const face = isLetter ? 'letter' : 'body';
  const texts = items.map((item) => plain(item));
  const room = width / Math.max(1, texts.length);
  const widest = Math.max(0, ...texts.map((text) => displayWidth(text, { ambiguous: 'wide' })));
  if (((widest + HAND_WIDTH) * size) / 2 > room || texts.some((text) => text.includes('\n'))) {
    const own = texts.map((text, index) =>
      styled(text, { style: 'Signatures', face, size }, setting, {
        keepNext: index < texts.length - 1,
      }),
    );
    return { items: own, height: SIGNATURE_HEIGHT * texts.length };
  }
  const tabs = texts.slice(1).map((_, index) => ({
    at: twips(room * (index + 1)),
    kind: 'left' as const,
  }));
  const made = styled(texts.join('\t'), { style: 'Signatures', face, size }, setting, { tabs });
  return { items: [made], height: SIGNATURE_HEIGHT };
}

export type FormStyle = { readonly style: StyleId; readonly face: FaceName; readonly size: number };

/** A paragraph whose runs name size and face only where the style has others. */
export function styled(
  text: string,
  { style, face, size }: FormStyle,
  { pen, hasLetters }: WordSetting,
  look: ParagraphLook = {},
): string {
  const own = size === sizeOf(style, hasLetters) ? {} : { size };
  return paragraph(
    style,
    runs(text, { face, own: !hasFace(style, face, hasLetters), ...own }, pen),
    look,
  );
}

/** Styles of built-in names look like those of letters where a file has letters. */
function hasFace(style: StyleId, face: FaceName, hasLetters: boolean): boolean {
  if (style === 'Heading1') return face === 'head';
  if (style === 'Heading2') return face === 'kai';
  if (style === 'Heading3') return face === 'letter';
  if (style === 'Normal' || style === 'TOC1' || style === 'TOC2') {
    return face === (hasLetters ? 'letter' : 'body');
  }
  if (style === 'Signatures' || style === 'Note') return face === 'body';
  if (style === 'Centered') return face === (hasLetters ? 'kai' : 'body');
  return true;
}
