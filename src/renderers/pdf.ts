import type { Document } from '../papers/document.ts';
import { makeBookmarks } from './pdf/pages/bookmarks.ts';
import { chartRoom } from './pdf/strips/chart-room.ts';
import { drawPage } from './pdf/pages/draw-page.ts';
import { drawFoot } from './pdf/pages/page-foot.ts';
import { openFonts, type OpenedFonts } from './pdf/type/open-fonts.ts';
import { layOutPages } from './pdf/pages/lay-out-pages.ts';
import { pageNumbers } from './pdf/pages/page-numbers.ts';
import { paperFrame, type PaperFrame } from './pdf/pages/paper-frame.ts';
import type { PdfFileSetting, Typefaces } from './pdf/pdf-setting.ts';
import { drawCharts } from './page-layout/draw-charts.ts';
import { isBound, pageRuns } from './page-layout/page-runs.ts';
import { plain } from './plain-text.ts';
import type { Renderer } from './renderer.ts';

/** The clock must not be seen in a file, and the papers carry their own dates. */
const FIXED_TIME = new Date(Date.UTC(1980, 0, 1, 12));

/** PDF ready for printing: every paper starts a page, its fonts are embedded, its text can be searched. */
export const pdf: Renderer = {
  format: 'pdf',
  extension: '.pdf',
  render: async (documents, { name, author, fontFiles }) => {
    // A file without a page is damaged.
    if (documents.length === 0) return [];
    // Two tenths of a second to load: only when a PDF is wanted.
    const { default: PDFDocument } = await import('pdfkit');
    const doc = new PDFDocument({
      autoFirstPage: false,
      font: '',
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: plain(documents[0]?.title ?? name),
        Author: author === '' ? '廉防' : author,
        Creator: '廉防',
        CreationDate: FIXED_TIME,
      },
    });
    const bytesOf = collect(doc);
    // From the next turn on, the document hands over each part at once instead of keeping it.
    await new Promise((resolve) => void setImmediate(resolve));
    const fonts = openFonts(doc, fontFiles ?? {});
    writePages(doc, documents, fonts, await fileSetting(documents, fonts.faces));
    doc.end();
    return [{ name: `${name}.pdf`, bytes: await bytesOf, warnings: warningsOf(fonts) }];
  },
};

/** The bytes of the document when it has ended. */
function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  // A copy, because packed parts are views on buffers several times as large.
  doc.on('data', (part: Uint8Array) => void parts.push(new Uint8Array(part)));
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on('error', reject);
  });
}

type WrittenPage = {
  readonly document: Document;
  readonly frame: PaperFrame;
  readonly left: number;
  /** The part of the page's content that waits for the number of pages. */
  readonly foot: PDFKit.PDFKitReference;
};

/**
 * Writes page after page as it is laid out. Only the feet wait for the number of pages: each is a
 * stream of its own, so that no finished page need be kept.
 */
function writePages(
  doc: PDFKit.PDFDocument,
  documents: readonly Document[],
  { faces, register }: OpenedFonts,
  file: PdfFileSetting,
): void {
  const bookmarks = makeBookmarks(doc, documents);
  const runs = pageRuns(documents);
  const written = documents.map((document, which): WrittenPage[] => {
    const frame = paperFrame(document.paper, document.style);
    // Set once beforehand: a page must know the fonts of its foot before it is finished.
    const first = { page: 1, pages: 1, isBound: isBound(runs, which) };
    drawFoot(document.foot, first, { frame, left: 0 }, faces);
    const pagesOfDocument: WrittenPage[] = [];
    for (const { pages, printWidth } of layOutPages(document, faces, frame, file)) {
      const left = frame.left ?? (frame.width - printWidth) / 2;
      for (const page of pages) {
        const foot = startPage(doc, frame);
        if (pagesOfDocument.length === 0) bookmarks.mark(which);
        const content = drawPage(page, { left, top: frame.height - frame.top }, faces);
        doc.addContent(Buffer.from(content, 'latin1'));
        bookmarks.link(page, left, frame);
        register();
        pagesOfDocument.push({ document, frame, left, foot });
      }
    }
    return pagesOfDocument;
  });
  const numbers = pageNumbers(
    documents,
    written.map(({ length }) => length),
  );
  written.forEach((pages, which) =>
    pages.forEach(({ document, frame, left, foot }, index) => {
      const content = drawFoot(document.foot, numbers[which]?.[index], { frame, left }, faces);
      foot.end(Buffer.from(content));
    }),
  );
}

/**
 * What the papers must know of the file. A table of contents needs the pages of all papers, which are
 * laid out once more for that; its own length does not depend on the numbers in it.
 */
async function fileSetting(
  documents: readonly Document[],
  faces: Typefaces,
): Promise<PdfFileSetting> {
  const drawings = await drawCharts(documents, (document, figure) =>
    chartRoom(document, figure, faces),
  );
  const first: PdfFileSetting = { drawings, pageOf: () => '' };
  const hasContents = documents.some(({ blocks }) =>
    blocks.some(({ kind }) => kind === 'contents'),
  );
  if (!hasContents) return first;
  const counts = documents.map((document) => {
    const frame = paperFrame(document.paper, document.style);
    const parts = layOutPages(document, faces, frame, first);
    return parts.reduce((count, { pages }) => count + [...pages].length, 0);
  });
  const numbers = pageNumbers(documents, counts);
  return { drawings, pageOf: (which) => String(numbers[which]?.[0]?.page ?? '') };
}

function startPage(doc: PDFKit.PDFDocument, { width, height }: PaperFrame): PDFKit.PDFKitReference {
  doc.addPage({ size: [width, height], margin: 0 });
  const foot = doc.ref({});
  Object.assign(doc.page.dictionary.data, { Contents: [doc.page.content, foot] });
  // pdfkit counts from above; turned over again, the origin is at the lower left.
  doc.addContent(`1 0 0 -1 0 ${height} cm`);
  return foot;
}

function warningsOf({ missing, faults }: OpenedFonts): string[] {
  const shown = [...missing].slice(0, 10).map((character) => `「${character}」`);
  const more = missing.size > shown.length ? ` 等 ${missing.size} 个字` : '';
  return missing.size === 0
    ? [...faults]
    : [...faults, `字体中没有${shown.join('')}${more}，印成了〓`];
}
