import type { Block, Document } from '../../../papers/document.ts';
import { isAttachmentTitle } from '../../page-layout/attachment-title.ts';
import { coverOf } from '../../page-layout/cover-blocks.ts';
import { signedBelow } from '../../page-layout/signed-below.ts';
import { closingStrips } from './closing-strips.ts';
import { contentsStrips } from './contents-strips.ts';
import { coverStrips } from './cover-strips.ts';
import { fieldsStrips } from './fields-strips.ts';
import { figureStrips } from './figure-strips.ts';
import { letterStrips } from './letter-strips.ts';
import { opinionStrips } from './opinion-strips.ts';
import {
  bodyStrips,
  headingStrips,
  paragraphStrips,
  signatureStrips,
  titleStrips,
} from './prose-strips.ts';
import type { PdfSetting } from '../pdf-setting.ts';
import { cutStrip, type Strip } from './strip.ts';
import { tableStrips } from './table-strips.ts';
import { setIn, textSet, type TextSet } from '../type/text-set.ts';

const CONTENTS_SIZE = 14;

/** The blocks of a paper as strips, made as the pages take them. */
export function* documentStrips(document: Document, setting: PdfSetting): Generator<Strip> {
  const { cover, blocks } = coverOf(document.blocks);
  if (cover !== undefined) yield* coverStrips(cover.title, cover.lines, setting);
  let breakBefore = cover !== undefined;
  if (document.style === 'letter') {
    const strips = letterStrips(blocks, setting).flatMap((own) => cutHigh(own, setting.room));
    for (const strip of strips) {
      yield breakBefore ? { ...strip, breakBefore } : strip;
      breakBefore = false;
    }
    return;
  }
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'pageBreak') {
      breakBefore = true;
      continue;
    }
    const keepLast = signedBelow(blocks.slice(index + 1));
    const own: Exclude<Block, { kind: 'pageBreak' }> = isAttachmentTitle(block, blocks[index - 1])
      ? { kind: 'title', text: block.text }
      : block;
    for (const strip of blockStrips(own, keepLast, setting)) {
      yield breakBefore ? { ...strip, breakBefore } : strip;
      breakBefore = false;
    }
  }
}

function blockStrips(
  block: Exclude<Block, { kind: 'pageBreak' }>,
  keepLast: boolean,
  setting: PdfSetting,
): Iterable<Strip> {
  if (block.kind === 'table') return tableStrips(block, setting, keepLast);
  const strips = stripsOf(block, setting).flatMap((strip) => cutHigh(strip, setting.room));
  return strips.map((strip, index) =>
    keepLast && index === strips.length - 1 ? { ...strip, keepWithNext: true } : strip,
  );
}

/** A title or heading of thousands of characters goes on over pages too. */
function cutHigh(strip: Strip, room: number): readonly Strip[] {
  const canBeCut = strip.height > room && strip.boxes.length > 0 && strip.merges.length === 0;
  return canBeCut ? cutStrip(strip) : [strip];
}

function stripsOf(
  block: Exclude<Block, { kind: 'pageBreak' | 'table' }>,
  setting: PdfSetting,
): readonly Strip[] {
  switch (block.kind) {
    case 'title':
      return titleStrips(block.text, setting);
    case 'heading':
      return headingStrips(block.text, block.level, setting);
    case 'paragraph':
      return paragraphStrips(block, setting);
    case 'list':
      return block.items.flatMap((item, index) => {
        const number = block.from === undefined ? '' : `${block.from + index}. `;
        return bodyStrips(`${number}${item}`, setting);
      });
    case 'fields':
      return fieldsStrips(block, setting);
    case 'opinions':
      return opinionStrips(block, setting);
    case 'closing':
      return closingStrips(block, textSet(setting));
    case 'figure':
      return figureStrips(block, setting);
    case 'contents':
      return contentsStrips(block, contentsSet(setting), setting);
    case 'signatures':
      return signatureStrips(block, setting);
  }
}

/** 四号, open: contents are no table, their lines need not be narrow. */
function contentsSet(setting: PdfSetting): TextSet {
  const size = Math.max(CONTENTS_SIZE, setting.layout.fontSize);
  return setIn(textSet(setting), { size, leading: size * 2 });
}
