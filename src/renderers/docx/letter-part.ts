import type { Block, ListBlock, ParagraphBlock } from '../../papers/document.ts';
import { lineRanges } from '../../util/display-width.ts';
import { titleLines } from '../page-layout/title-lines.ts';
import { plain } from '../plain-text.ts';
import type { FaceName } from './faces.ts';
import { styled } from './form-parts.ts';
import type { ParagraphLook, StyleId } from './paragraph.ts';
import { ems } from './closing-part.ts';
import { stack, type WordPart, type WordSetting } from './word-setting.ts';
import { LETTER_PITCH, LETTER_SIZE } from './word-styles.ts';
import { twips } from './xml.ts';

const TITLE_SIZE = 22;
const NOTE_SIZE = 14;
const PITCH = LETTER_PITCH / 20;
const EM = LETTER_SIZE;

const HEADINGS = {
  1: ['Heading1', 'head'],
  2: ['Heading2', 'kai'],
  3: ['Heading3', 'letter'],
} as const;

/** A block of running text by its place among the others. */
export function letterPart(
  block: Extract<Block, { kind: 'title' | 'heading' | 'paragraph' | 'list' }>,
  before: Block | undefined,
  after: Block | undefined,
  setting: WordSetting,
): WordPart {
  switch (block.kind) {
    case 'title':
      return titlePart(block.text, isPart(after, 'number') ? after.text : '', after, setting);
    case 'heading': {
      const [style, face] = HEADINGS[block.level];
      return running(block.text, { style, face }, setting);
    }
    case 'list':
      return listPart(block, setting);
    case 'paragraph':
      return textPart(block, before, after, setting);
  }
}

function isPart(block: Block | undefined, role: ParagraphBlock['role']): block is ParagraphBlock {
  return block?.kind === 'paragraph' && block.role === role;
}

/**
 * 二号 小标宋 in the middle from the third line, no phrase cut, a line below it blank; 发文字号, which
 * follows it in the paper, stands above it.
 */
function titlePart(
  text: string,
  number: string,
  after: Block | undefined,
  setting: WordSetting,
): WordPart {
  const parts: WordPart[] = [];
  if (number !== '') {
    parts.push(
      running(number, { style: 'DocumentNumber', face: 'letter' }, setting, {
        after: LETTER_PITCH,
      }),
    );
  }
  const above = number === '' ? 2 : 0;
  const below = isPart(after, 'center') ? 0 : 1;
  parts.push(titleLinesPart(text, above, below, setting));
  return stack(parts);
}

/** A title with so many blank lines above and below. */
function titleLinesPart(
  text: string,
  above: number,
  below: number,
  setting: WordSetting,
): WordPart {
  const lines = titleLines(plain(text), setting.width, (part) => ems(part) * TITLE_SIZE);
  const made = styled(
    lines.join('\n'),
    { style: 'Title', face: 'title', size: TITLE_SIZE },
    setting,
    {
      ...(above > 0 ? { before: above * LETTER_PITCH } : {}),
      ...(below > 0 ? { after: below * LETTER_PITCH } : {}),
    },
  );
  return { items: [made], height: PITCH * (lines.length + above + below) };
}

function textPart(
  { role, text }: ParagraphBlock,
  before: Block | undefined,
  after: Block | undefined,
  setting: WordSetting,
): WordPart {
  switch (role) {
    case 'body':
      return bodyPart(text, setting);
    case 'attachmentMark':
      return running(text, { style: 'AttachmentMark', face: 'head' }, setting, {
        after: LETTER_PITCH,
      });
    case 'addressee':
      return running(text, { style: 'Addressee', face: 'letter' }, setting);
    case 'number':
      return before?.kind === 'title'
        ? { items: [], height: 0 }
        : running(text, { style: 'DocumentNumber', face: 'letter' }, setting);
    case 'center': {
      if (isPart(before, 'attachmentMark')) return titleLinesPart(text, 0, 1, setting);
      const endsTitle = before?.kind === 'title' && !isPart(after, 'center');
      const look = endsTitle ? { after: LETTER_PITCH } : {};
      return running(text, { style: 'Centered', face: 'kai' }, setting, look);
    }
    case 'attachment':
      return attachments(text, isPart(before, 'attachment'), setting);
    case 'note':
      return stack(
        plain(text)
          .split('\n')
          .map((line) => ({
            items: [styled(line, { style: 'Note', face: 'letter', size: NOTE_SIZE }, setting)],
            height: NOTE_SIZE * 1.4 * linesOf(line, NOTE_SIZE, setting),
          })),
      );
  }
}

function listPart({ items, from }: ListBlock, setting: WordSetting): WordPart {
  return stack(
    items.map((item, index) => {
      const number = from === undefined ? '' : `${from + index}.`;
      return bodyPart(`${number}${item}`, setting);
    }),
  );
}

/** 每个自然段左空二字，回行顶格; blanks that an author wrote for this are not printed twice. */
function bodyPart(text: string, setting: WordSetting): WordPart {
  const lines = plain(text)
    .split('\n')
    .map((line) => line.replace(/^[\s\u3000]+(?=[^\s\u3000])/u, ''));
  return running(lines.join('\n'), { style: 'BodyText', face: 'letter' }, setting);
}

type LetterStyle = { readonly style: StyleId; readonly face: FaceName };

function running(
  text: string,
  { style, face }: LetterStyle,
  setting: WordSetting,
  look: ParagraphLook = {},
): WordPart {
  const lines = plain(text).split('\n');
  return stack(
    lines.map((line, index) => ({
      items: [
        styled(line, { style, face, size: EM }, setting, index === lines.length - 1 ? look : {}),
      ],
      height:
        PITCH * linesOf(`　　${line}`, EM, setting) +
        (index === lines.length - 1 ? (look.after ?? 0) / 20 : 0),
    })),
  );
}

function linesOf(text: string, size: number, { width }: WordSetting): number {
  // 28 characters stand on 27.6 ems: the grid sets them a little closer.
  const perLine = Math.round((width / size) * 1.013);
  return lineRanges(text, perLine * 2, { ambiguous: 'wide' }).length;
}

/**
 * 附件说明: a line below the text, two characters from the left; names that are longer than a line go on
 * below their first character (7.3.4).
 */
function attachments(text: string, goesOn: boolean, setting: WordSetting): WordPart {
  const value = plain(text);
  const label = /^附件[：:]/u.exec(value)?.[0] ?? '';
  const items = value.split('\n').map((line, index) => {
    const own = index === 0 ? label : '';
    const rest = line.slice(own.length).replace(/^[\s\u3000]+/u, '');
    const number = /^\d+[.．、]\s*/u.exec(rest)?.[0] ?? '';
    const start = 2 + (index === 0 ? 0 : ems(label));
    const hanging = ems(own) + latinEms(number);
    return styled(`${own}${rest}`, { style: 'Attachment', face: 'letter', size: EM }, setting, {
      ...(index === 0 && !goesOn ? { before: LETTER_PITCH } : {}),
      left: twips((start + hanging) * EM),
      hanging: twips(hanging * EM),
    });
  });
  return { items, height: PITCH * (items.length + (goesOn ? 0 : 1)) };
}

/** Width of the number before a name, in the Latin face. */
function latinEms(text: string): number {
  let width = 0;
  for (const character of text) {
    width += /[0-9]/.test(character) ? 0.5 : character > '\u00ff' ? 1 : 0.25;
  }
  return width;
}
