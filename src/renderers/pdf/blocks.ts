import type { Block, Document } from '../../papers/document.ts';
import { isAttachmentTitle } from '../page-layout/attachment-title.ts';
import { coverOf } from '../page-layout/cover.ts';
import { signedBelow } from '../page-layout/signed-below.ts';
import { closingStrips } from './closing.ts';
import { contentsStrips } from './contents.ts';
import { coverStrips } from './cover.ts';
import { fieldsStrips } from './fields.ts';
import { figureStrips } from './figure.ts';
import { letterStrips } from './letter.ts';
import { opinionStrips } from './opinions.ts';
import {
  bodyStrips,
  headingStrips,
  paragraphStrips,
  signatureStrips,
  titleStrips,
} from './prose.ts';
import type { Setting } from './setting.ts';
import { cutStrip, type Strip } from './strip.ts';
import { tableStrips } from './table.ts';
import { setIn, textSet, type TextSet } from './text-set.ts';

const CONTENTS_SIZE = 14;

/** The blocks of a paper as strips, made as the pages take them. */
export function* documentStrips(document: Document, setting: Setting): Generator<Strip> {
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
  setting: Setting,
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
  setting: Setting,
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
function contentsSet(setting: Setting): TextSet {
  const size = Math.max(CONTENTS_SIZE, setting.layout.fontSize);
  return setIn(textSet(setting), { size, leading: size * 2 });
}
