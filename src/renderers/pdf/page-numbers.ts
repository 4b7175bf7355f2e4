import type { Document } from '../../papers/document.ts';
import type { PageNumber } from './foot.ts';

/**
 * The numbers of all pages of a file, one list a document: counted from 1 in each, or on from the
 * document before; those without a number do not count.
 */
export function pageNumbers(
  documents: readonly Pick<Document, 'pageNumbers'>[],
  counts: readonly number[],
): PageNumber[][] {
  /** Documents that are counted through. */
  const runs: { readonly members: number[] }[] = [];
  documents.forEach((document, index) => {
    if (document.pageNumbers === 'none') return;
    const isNew = document.pageNumbers === 'own' || runs.length === 0;
    if (isNew) runs.push({ members: [] });
    runs.at(-1)?.members.push(index);
  });
  const numbers: PageNumber[][] = documents.map((_, index) =>
    Array.from({ length: counts[index] ?? 0 }, () => undefined),
  );
  for (const { members } of runs) {
    const pages = members.reduce((total, member) => total + (counts[member] ?? 0), 0);
    let page = 0;
    for (const member of members) {
      numbers[member] = Array.from({ length: counts[member] ?? 0 }, () => {
        page += 1;
        return { page, pages };
      });
    }
  }
  return numbers;
}
