import type { Block } from '../../papers/document.ts';

/** What ends a letter: 附件说明, name and date. */
export function isEnd(block: Block | undefined): boolean {
  return block?.kind === 'closing' || (block?.kind === 'paragraph' && block.role === 'attachment');
}

/**
 * Whether what must not stand alone on a page follows: boxes and lines to be signed, notes, 附件说明,
 * name and date. No page may end here.
 */
export function signedBelow(following: readonly Block[]): boolean {
  const [next] = following;
  if (next?.kind === 'paragraph' && next.role === 'note') return true;
  return next?.kind === 'opinions' || next?.kind === 'signatures' || isEnd(next);
}
