import type { Block, ParagraphBlock } from '../../papers/document.ts';

/** The title of an attachment: what stands in the middle below 附件1 (GB/T 9704-2012, 7.3.7). */
export function isAttachmentTitle(
  block: Block,
  before: Block | undefined,
): block is ParagraphBlock & { readonly role: 'center' } {
  return (
    block.kind === 'paragraph' &&
    block.role === 'center' &&
    before?.kind === 'paragraph' &&
    before.role === 'attachmentMark'
  );
}
