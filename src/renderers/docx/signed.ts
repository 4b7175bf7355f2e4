import type { Block } from '../../papers/document.ts';
import { wholeWidth } from '../page-layout/lay-out-grid.ts';
import { isEnd } from '../page-layout/signed-below.ts';
import { isParagraph, keptWithNext, textOf } from './paragraph.ts';
import { NOTHING, stack, type WordPart, type WordSetting } from './word-setting.ts';
import { tablePart } from './table-part.ts';

/**
 * Notes and signatures as the last row of the table that they stand under: LibreOffice keeps rows of a
 * table together, but no table with the paragraph after it.
 */
export function signTables(
  parts: readonly WordPart[],
  blocks: readonly Block[],
  setting: WordSetting,
): WordPart[] {
  const signed = [...parts];
  blocks.forEach((block, index) => {
    if (block.kind !== 'table') return;
    const end = endOfSigned(blocks, index + 1);
    if (end === index + 1) return;
    const { items, height } = stack(parts.slice(index + 1, end));
    const cell = {
      place: wholeWidth(setting.layout),
      text: '',
      style: 'FieldLine',
      face: 'body',
      open: 'LRB',
      made: items,
    } as const;
    signed[index] = tablePart(block, true, setting, [{ cells: [cell], height }]);
    for (let own = index + 1; own < end; own += 1) signed[own] = NOTHING;
  });
  return signed;
}

/** Where notes and signatures end; where there are none, they end at the start. */
function endOfSigned(blocks: readonly Block[], start: number): number {
  const after = blocks.slice(start).findIndex((block) => !isSign(block));
  return after < 0 ? blocks.length : start + after;
}

function isSign(block: Block): boolean {
  const isNote = block.kind === 'paragraph' && block.role === 'note';
  return isNote || block.kind === 'signatures' || block.kind === 'closing';
}

/** The last paragraph on one page with what follows. */
export function keepLast({ items, height }: WordPart): WordPart {
  const last = items.length - 1;
  return {
    items: items.map((item, index) => (index === last ? keptWithNext(item) : item)),
    height,
  };
}

/** Lines of text that go with 附件说明 and closing to another page. */
const LINES_WITH_END = 2;
/** Characters that surely need a second line. */
const MORE_THAN_LINE = 32;

/** The last lines of a letter's text on one page with what ends it. */
export function keepEnd(parts: readonly WordPart[], blocks: readonly Block[]): WordPart[] {
  const kept = [...parts];
  blocks.forEach((block, end) => {
    if (!isEnd(block) || isEnd(blocks[end - 1])) return;
    let left = LINES_WITH_END;
    for (let index = end - 1; index >= 0 && left > 0; index -= 1) {
      const own = kept[index];
      if (blocks[index]?.kind === 'pageBreak' || own === undefined) return;
      const items = [...own.items];
      for (let item = items.length - 1; item >= 0 && left > 0; item -= 1) {
        const before = items[item] ?? '';
        if (!isParagraph(before)) return;
        items[item] = keptWithNext(before, true);
        left -= textOf(before).length > MORE_THAN_LINE ? 2 : 1;
      }
      kept[index] = { ...own, items };
    }
  });
  return kept;
}

/** All its paragraphs on one page. */
export function keepWhole({ items, height }: WordPart): WordPart {
  const last = items.length - 1;
  return {
    items: items.map((item, index) => (index < last ? keptWithNext(item) : item)),
    height,
  };
}
