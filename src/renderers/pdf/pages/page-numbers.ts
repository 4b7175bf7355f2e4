import type { Document } from '../../../papers/document.ts';
import { pageRuns } from '../../page-layout/page-runs.ts';
import type { PageNumber } from './page-foot.ts';

/**
 * The numbers of all pages of a file, one list a document: counted from 1 in each, or on from the
 * document before; those without a number do not count.
 */
export function pageNumbers(
  documents: readonly Pick<Document, 'pageNumbers'>[],
  counts: readonly number[],
): PageNumber[][] {
  const runs = pageRuns(documents);
  const numbers: PageNumber[][] = documents.map((_, index) =>
    Array.from({ length: counts[index] ?? 0 }, () => undefined),
  );
  for (const members of runs) {
    const pages = members.reduce((total, member) => total + (counts[member] ?? 0), 0);
    let page = 0;
    for (const member of members) {
      numbers[member] = Array.from({ length: counts[member] ?? 0 }, () => {
        page += 1;
        return { page, pages, isBound: members.length > 1 };
      });
    }
  }
  return numbers;
}
