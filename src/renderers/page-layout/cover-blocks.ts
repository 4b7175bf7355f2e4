import type { Block } from '../../papers/document.ts';

type Cover = { readonly title: string; readonly lines: readonly string[] };

/** A title page and what stands on it, apart from the blocks that follow. */
export function coverOf(blocks: readonly Block[]): {
  readonly cover: Cover | undefined;
  readonly blocks: readonly Block[];
} {
  const [first] = blocks;
  if (first?.kind !== 'title' || first.cover !== true) return { cover: undefined, blocks };
  const lines: string[] = [];
  for (const block of blocks.slice(1)) {
    if (block.kind !== 'paragraph' || block.role !== 'center') break;
    lines.push(block.text);
  }
  return { cover: { title: first.text, lines }, blocks: blocks.slice(1 + lines.length) };
}
