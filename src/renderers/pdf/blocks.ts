import type { Block, Document } from '../../papers/document.ts';
import { fieldsStrips } from './fields.ts';
import { opinionStrips } from './opinions.ts';
import { headingStrips, paragraphStrips, signatureStrips, titleStrips } from './prose.ts';
import type { Setting } from './setting.ts';
import type { Strip } from './strip.ts';
import { tableStrips } from './table.ts';

/** The blocks of a paper as strips, made as the pages take them. */
export function* documentStrips({ blocks }: Document, setting: Setting): Generator<Strip> {
  let breakBefore = false;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'pageBreak') {
      breakBefore = true;
      continue;
    }
    const keepLast = signedBelow(blocks.slice(index + 1));
    for (const strip of blockStrips(block, keepLast, setting)) {
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
  const strips = stripsOf(block, setting);
  return strips.map((strip, index) =>
    keepLast && index === strips.length - 1 ? { ...strip, keepWithNext: true } : strip,
  );
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
      return paragraphStrips(block.text, block.role === 'note', setting);
    case 'list':
      return block.items.flatMap((item) => paragraphStrips(item, false, setting));
    case 'fields':
      return fieldsStrips(block, setting);
    case 'opinions':
      return opinionStrips(block, setting);
    case 'closing':
      return [...block.by, block.on].flatMap((line) => paragraphStrips(line, false, setting));
    case 'figure':
      return [...tableStrips(block.table, setting, false)];
    case 'contents':
      return block.entries.flatMap(({ text }) => paragraphStrips(text, false, setting));
    case 'signatures':
      return signatureStrips(block, setting);
  }
}

/** Signatures must not stand alone on a page: what is signed stays with them, notes between too. */
function signedBelow(following: readonly Block[]): boolean {
  const next = following.find((block) => block.kind !== 'paragraph' || block.role !== 'note');
  return next?.kind === 'opinions' || next?.kind === 'signatures';
}
