import type { Block } from '../../papers/document.ts';
import { isAttachmentTitle } from '../page-layout/attachment-title.ts';
import { isEnd, signedBelow } from '../page-layout/signed-below.ts';
import { plain } from '../plain-text.ts';
import { closingPart } from './closing-part.ts';
import { drawingParagraph } from './drawing-paragraph.ts';
import { fieldsPart, opinionsPart } from './fields-part.ts';
import { coverLinesPart, headingPart, signaturesPart, textPart, titlePart } from './form-parts.ts';
import { letterPart } from './letter-part.ts';
import { paragraph } from './paragraph.ts';
import { field, runs } from './runs.ts';
import { NOTHING, stack, type WordPart, type WordSetting } from './word-setting.ts';
import { LETTER_PITCH } from './word-styles.ts';
import { sizeOf } from './word-styles.ts';
import { keepEnd, keepLast, keepWhole, signTables } from './signed.ts';
import { tablePart } from './table-part.ts';
import { twips } from './xml.ts';

/** The blocks of a paper as elements of the body, a part each. */
export function blockParts(blocks: readonly Block[], setting: WordSetting): WordPart[] {
  const coverEnd = coverEndOf(blocks);
  const parts = blocks.map((block, index) => {
    if (block.kind === 'title' && block.cover === true) return titlePart(block.text, true, setting);
    if (index < coverEnd && block.kind === 'paragraph') {
      return coverLinesPart(block.text, index === 1, setting);
    }
    const isKept = signedBelow(blocks.slice(index + 1));
    const part = partOf(
      block,
      { before: blocks[index - 1], after: blocks[index + 1] },
      isKept,
      setting,
    );
    const own = isEnd(block) ? keepWhole(part) : part;
    return isKept ? keepLast(own) : own;
  });
  const signed = signTables(parts, blocks, setting);
  return setting.isLetter ? keepEnd(signed, blocks) : signed;
}

/** Blocks of a title page, counted from the start: the title and the lines below it. */
export function coverEndOf(blocks: readonly Block[]): number {
  const [first] = blocks;
  if (first?.kind !== 'title' || first.cover !== true) return 0;
  const end = blocks.findIndex(
    (block, index) => index > 0 && (block.kind !== 'paragraph' || block.role !== 'center'),
  );
  return end < 0 ? blocks.length : end;
}

type BlocksBeside = { readonly before: Block | undefined; readonly after: Block | undefined };

function partOf(
  block: Block,
  { before, after }: BlocksBeside,
  keep: boolean,
  setting: WordSetting,
): WordPart {
  switch (block.kind) {
    case 'title':
      return setting.isLetter
        ? letterPart(block, before, after, setting)
        : titlePart(block.text, false, setting);
    case 'heading':
      return setting.isLetter
        ? letterPart(block, before, after, setting)
        : headingPart(block.text, block.level, setting);
    case 'paragraph':
      if (setting.isLetter) return letterPart(block, before, after, setting);
      return isAttachmentTitle(block, before)
        ? titlePart(block.text, false, setting)
        : textPart(block.text, block.role, setting);
    case 'list':
      if (setting.isLetter) return letterPart(block, before, after, setting);
      return stack(
        block.items.map((item, index) => {
          const number = block.from === undefined ? '' : `${block.from + index}. `;
          return textPart(`${number}${item}`, 'body', setting);
        }),
      );
    case 'closing':
      return closingPart(block, setting);
    case 'fields':
      return fieldsPart(block, setting);
    case 'table':
      return tablePart(block, keep, setting);
    case 'opinions':
      return opinionsPart(block, keep, setting);
    case 'signatures':
      return signaturesPart(block, setting);
    case 'figure': {
      const { drawings, numbering } = setting.file;
      const own = drawings.get(block) ?? [];
      if (own.length === 0) return tablePart(block.table, keep, setting);
      return stack(
        own.map((drawing) => ({
          items: [drawingParagraph(drawing, block.chart.title, numbering, setting.pen)],
          height: drawing.height,
        })),
      );
    }
    case 'contents': {
      const hasParts = block.entries.some(({ level }) => level === 2);
      return stack(block.entries.map((entry) => contentsLine(entry, hasParts, setting)));
    }
    case 'pageBreak':
      return NOTHING;
  }
}

const FORM_CONTENTS_PITCH = 24;

/** A line of the contents: dots lead to a number that the program computes. */
function contentsLine(
  { text, level, document }: Extract<Block, { kind: 'contents' }>['entries'][number],
  hasParts: boolean,
  setting: WordSetting,
): WordPart {
  const { hasLetters, file, pen, width } = setting;
  const style = level === 1 ? 'TOC1' : 'TOC2';
  const page = file.pageOf(document);
  const isPart = hasParts && level === 1;
  const face = isPart ? 'head' : hasLetters ? 'letter' : 'body';
  const said = runs(plain(text).replaceAll('\n', ' '), { face, own: isPart }, pen);
  const number = page === undefined ? '' : `<w:r><w:tab/></w:r>${field(page.code, page.shown)}`;
  const look = {
    tabs: [{ at: twips(width), kind: 'right' as const, dotted: true }],
    left: twips((level - 1) * 2 * sizeOf(style, hasLetters)),
  };
  return {
    items: [paragraph(style, `${said}${number}`, isPart ? { ...look, keepNext: true } : look)],
    height: hasLetters ? LETTER_PITCH / 20 : FORM_CONTENTS_PITCH,
  };
}
