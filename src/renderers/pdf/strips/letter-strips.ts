import type { Block, ParagraphBlock } from '../../../papers/document.ts';
import { isAttachmentTitle } from '../../page-layout/attachment-title.ts';
import { isEnd } from '../../page-layout/signed-below.ts';
import { titleLines } from '../../page-layout/title-lines.ts';
import { plain } from '../../plain-text.ts';
import { attachmentStrips } from './attachment-strips.ts';
import { closingStrips } from './closing-strips.ts';
import { contentsStrips } from './contents-strips.ts';
import { fieldsStrips } from './fields-strips.ts';
import { figureStrips } from './figure-strips.ts';
import { opinionStrips } from './opinion-strips.ts';
import { signatureStrips } from './prose-strips.ts';
import type { PdfSetting } from '../pdf-setting.ts';
import { keepTogether, strip, type Strip } from './strip.ts';
import { tableStrips } from './table-strips.ts';
import {
  blankLines,
  lineStrips,
  setIn,
  setInFace,
  setText,
  textSet,
  widthIn,
  type TextSet,
} from '../type/text-set.ts';

/** 二号 for the title, 四号 for notes. */
const TITLE_SIZE = 22;
const NOTE_SIZE = 14;
/** Below a table, in points. */
const GAP = 10;
/** Lines of text that go with 附件说明 and closing to another page. */
const LINES_WITH_END = 2;

/**
 * The blocks of a letter as strips by GB/T 9704-2012: the title from the third line, a line below it
 * blank, paragraphs indented by two characters; 附件说明, name and date never alone on a page.
 */
export function letterStrips(blocks: readonly Block[], setting: PdfSetting): Strip[] {
  const set = textSet(setting);
  const strips: Strip[] = [];
  let inTitle = false;
  const breaks = new Set<number>();
  blocks.forEach((block, index) => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (block.kind === 'title') {
      strips.push(...titleStrips(block.text, numberBelow(blocks, index), set, setting));
      inTitle = true;
    } else if (isAttachmentTitle(block, before)) {
      const blank = blankLines(1, set);
      strips.push(blank, ...titleLineStrips(block.text, set, setting), blank);
    } else if (block.kind === 'pageBreak') {
      breaks.add(strips.length);
    } else if (!isPart(block, 'number') || !inTitle) {
      // A number below the title stands above it already.
      const isBelowTitle = isPart(block, 'center');
      if (inTitle && !isBelowTitle) {
        strips.push(blankLines(1, set));
        inTitle = false;
      }
      const goesOn = isPart(block, 'attachment') && isPart(before, 'attachment');
      if (isEnd(block) && !isEnd(before)) keepWith(strips, LINES_WITH_END);
      if (isPart(block, 'attachment') && !goesOn) {
        strips.push(blankLines(1, set));
      }
      const made = blockStrips(block, set, setting);
      const own = isEnd(block) ? keepTogether(made, isEnd(after)) : made;
      strips.push(...own.map((one) => (inTitle ? { ...one, keepWithNext: true } : one)));
      if (isFramed(block) && !isFramed(after) && own.length > 0) {
        strips.push(strip(GAP, [], { tail: GAP }));
      }
    }
  });
  return strips.map((own, index) => (breaks.has(index) ? { ...own, breakBefore: true } : own));
}

function numberBelow(blocks: readonly Block[], title: number): string {
  const next = blocks[title + 1];
  return isPart(next, 'number') ? next.text : '';
}

function isPart(block: Block | undefined, role: ParagraphBlock['role']): block is ParagraphBlock {
  return block?.kind === 'paragraph' && block.role === role;
}

function isFramed(block: Block | undefined): boolean {
  return (
    block?.kind === 'table' ||
    block?.kind === 'opinions' ||
    block?.kind === 'figure' ||
    block?.kind === 'fields'
  );
}

function titleStrips(text: string, number: string, set: TextSet, setting: PdfSetting): Strip[] {
  const above =
    number === ''
      ? [blankLines(2, set)]
      : [...lineStrips(setText(plain(number), set, { align: 'center' }), set), blankLines(1, set)];
  return keepTogether([...above, ...titleLineStrips(text, set, setting)], true);
}

/** 二号 小标宋 in the middle, no phrase cut. */
function titleLineStrips(text: string, set: TextSet, setting: PdfSetting): Strip[] {
  const own = setInFace(set, setting.faces.letterTitle, TITLE_SIZE);
  const lines = titleLines(plain(text), set.width, (part) => widthIn(own, part)).flatMap((line) =>
    setText(line, { ...own, justified: false }, { align: 'center' }),
  );
  return keepTogether(lineStrips(lines, own), true);
}

function blockStrips(block: Block, set: TextSet, setting: PdfSetting): Strip[] {
  const { faces, layout } = setting;
  switch (block.kind) {
    case 'heading': {
      const face =
        block.level === 1
          ? setIn(set, { typeface: faces.head })
          : block.level === 2
            ? setInFace(set, faces.kai, set.style.size)
            : set;
      return bodyStrips(block.text, face).map((own) => ({ ...own, keepWithNext: true }));
    }
    case 'paragraph':
      return paragraphStrips(block, set, setting);
    case 'list':
      return block.items.flatMap((item, index) => {
        const number = block.from === undefined ? '' : `${block.from + index}.`;
        return bodyStrips(`${number}${item}`, set);
      });
    case 'closing':
      return closingStrips(block, set);
    case 'contents':
      return contentsStrips(block, set, setting);
    case 'figure':
      return figureStrips(block, setting);
    case 'fields':
      return fieldsStrips(block, setting);
    case 'table':
      return [...tableStrips(block, setting, false)];
    case 'opinions':
      return opinionStrips(block, setting);
    case 'signatures':
      return signatureStrips(block, {
        ...setting,
        layout: { ...layout, fontSize: set.style.size },
      });
    case 'title':
    case 'pageBreak':
      return [];
  }
}

function paragraphStrips(
  { role, text }: ParagraphBlock,
  set: TextSet,
  setting: PdfSetting,
): Strip[] {
  const value = plain(text);
  switch (role) {
    case 'body':
      return bodyStrips(value, set);
    case 'note': {
      const small = setIn(set, { size: NOTE_SIZE });
      return lineStrips(setText(value, small), small);
    }
    case 'center':
    case 'number':
      return lineStrips(setText(value, set, { align: 'center' }), set);
    case 'attachmentMark': {
      const head = setIn(set, { typeface: setting.faces.head });
      return keepTogether(lineStrips(setText(value, head), head), true);
    }
    case 'addressee':
      return lineStrips(setText(value, set), set).map((own) => ({ ...own, keepWithNext: true }));
    case 'attachment':
      return attachmentStrips(value, set);
  }
}

/** 每个自然段左空二字，回行顶格; blanks that an author wrote for this are not printed twice. */
function bodyStrips(text: string, set: TextSet): Strip[] {
  return plain(text)
    .split('\n')
    .flatMap((line) => {
      const value = line.replace(/^[\s\u3000]+(?=[^\s\u3000])/u, '');
      return lineStrips(setText(value, set, { indent: 2 * set.em }), set);
    });
}

/** The last lines of text stay with what follows. */
function keepWith(strips: Strip[], lines: number): void {
  let left = lines;
  for (let index = strips.length - 1; index >= 0 && left > 0; index -= 1) {
    const own = strips[index];
    if (own === undefined) return;
    strips[index] = { ...own, keepWithNext: true };
    if (own.boxes.length > 0) left -= 1;
    if (own.breakBefore) return;
  }
}
