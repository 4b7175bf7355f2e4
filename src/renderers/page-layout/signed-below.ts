import type { Block } from '../../papers/document.ts';

/** What must not stand alone on a page: boxes and lines to be signed, 附件说明, name and date. */
export function isSigned(block: Block | undefined): boolean {
  return block?.kind === 'opinions' || block?.kind === 'signatures' || isEnd(block);
}

/** What ends a letter: 附件说明, name and date. */
export function isEnd(block: Block | undefined): boolean {
  return block?.kind === 'closing' || (block?.kind === 'paragraph' && block.role === 'attachment');
}

/** Whether what is signed follows, with notes between too: a page must not end here. */
export function signedBelow(following: readonly Block[]): boolean {
  return isSigned(following.find((block) => block.kind !== 'paragraph' || block.role !== 'note'));
}
