import type { Document } from '../../../papers/document.ts';
import { heightsAt, layOutGrid } from '../../page-layout/lay-out-grid.ts';
import { sum } from '../../page-layout/page-room.ts';
import { documentStrips } from '../strips/block-strips.ts';
import { paginate, type StripPage } from './paginate-strips.ts';
import type { PaperFrame } from './paper-frame.ts';
import type { PdfFileSetting, Typefaces } from '../pdf-setting.ts';
import { splitWide } from '../../page-layout/split-wide.ts';

/** Pages of a paper, made as they are asked for, and how wide their print is. */
export type LaidOut = { readonly pages: Iterable<StripPage>; readonly printWidth: number };

/** In a longer paper a page more or less does not matter. */
const MOST_FORM_PAGES = 3;
/** Steps between roomy and tight. */
const BETWEEN = [0.25, 0.5, 0.75];

/** Lays a paper out: in one part, or in several where its tables are wider than a page. */
export function layOutPages(
  document: Document,
  faces: Typefaces,
  frame: PaperFrame,
  file: PdfFileSetting,
): LaidOut[] {
  const isWide = layOutGrid(document, heightsAt(0), frame.area).pagesWide > 1;
  const parts = isWide ? splitWide(document, frame.area.width) : [document];
  return parts.map((part) => layOutPart(part, faces, frame, file));
}

/** A form to be signed is set tighter where that saves a page. */
function layOutPart(
  document: Document,
  faces: Typefaces,
  { area, room }: PaperFrame,
  file: PdfFileSetting,
): LaidOut {
  const { style } = document;
  const at = (tightness: number): LaidOut => {
    const layout = layOutGrid(document, heightsAt(tightness), area);
    const strips = documentStrips(document, { layout, room, faces, style, file });
    return { pages: paginate(strips, room), printWidth: sum(layout.widths) };
  };
  const isForm =
    style === 'form' &&
    document.blocks.some(({ kind }) => kind === 'opinions' || kind === 'signatures');
  if (!isForm) return at(0);
  const count = (tightness: number): number => countPages(at(tightness).pages);
  const roomy = count(0);
  if (roomy === 1 || roomy > MOST_FORM_PAGES) return at(0);
  const tight = count(1);
  if (tight === roomy) return at(0);
  return at(BETWEEN.find((step) => count(step) === tight) ?? 1);
}

/** Stops where the number no longer matters. */
function countPages(pages: Iterable<StripPage>): number {
  let count = 0;
  for (const _ of pages) {
    count += 1;
    if (count > MOST_FORM_PAGES) break;
  }
  return count;
}
