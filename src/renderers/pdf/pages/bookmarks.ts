import type { Document } from '../../../papers/document.ts';
import { plain } from '../../plain-text.ts';
import type { StripPage } from './paginate-strips.ts';
import type { PaperFrame } from './paper-frame.ts';

/** What takes a reader to a paper of the file: bookmarks beside the pages, links in the contents. */
export type Bookmarks = {
  /** The current page is the first of this document. */
  readonly mark: (document: number) => void;
  /** Makes the entries of contents on the current page links. */
  readonly link: (page: StripPage, left: number, frame: PaperFrame) => void;
};

type Outline = { readonly addItem: (title: string) => Outline };

/** Bookmarks of a file of several papers: as its contents have them, else one a sheet. */
export function makeBookmarks(doc: PDFKit.PDFDocument, documents: readonly Document[]): Bookmarks {
  const entries = documents.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : [])),
  );
  const listed = new Set(entries.map(({ document }) => document));
  const outline: Outline = doc.outline;
  let part = outline;
  return {
    mark: (document) => {
      if (documents.length < 2) return;
      if (listed.has(document)) doc.addNamedDestination(nameOf(document), 'Fit');
      const own = entries.filter((entry) => entry.document === document);
      for (const { text, level } of own) {
        const item = (level === 1 ? outline : part).addItem(plain(text));
        if (level === 1) part = item;
      }
      const paper = documents[document];
      if (own.length === 0 && paper !== undefined) {
        // A cover is called by its title, which the sheet of a binder is not.
        const isListed = entries.length > 0;
        outline.addItem(plain(isListed ? paper.title : paper.sheet.trim() || paper.title));
      }
    },
    link: ({ strips, heights }, left, frame) => {
      let top = frame.top;
      strips.forEach(({ link }, index) => {
        const height = heights[index] ?? 0;
        if (link !== undefined && listed.has(link)) {
          doc.goTo(left, top, frame.area.width, height, nameOf(link));
        }
        top += height;
      });
    },
  };
}

function nameOf(document: number): string {
  return `paper-${document + 1}`;
}
