import type { Document } from '../../papers/document.ts';

/** Documents whose pages are counted through, by their places in the file. */
export type PageRuns = readonly (readonly number[])[];

/** Counted from 1 in each document, or on from the one before; those without numbers do not count. */
export function pageRuns(documents: readonly Pick<Document, 'pageNumbers'>[]): PageRuns {
  const runs: number[][] = [];
  documents.forEach(({ pageNumbers }, index) => {
    if (pageNumbers === 'none') return;
    if (pageNumbers === 'own' || runs.length === 0) runs.push([]);
    runs.at(-1)?.push(index);
  });
  return runs;
}

/** Whether a document is bound with others: then its pages have the numbers of letters, —1—. */
export function isBound(runs: PageRuns, document: number): boolean {
  return runs.some((run) => run.length > 1 && run.includes(document));
}
