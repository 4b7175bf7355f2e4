import type { Drawing } from '../../figures/drawing.ts';
import type { Block, Document, FigureBlock } from '../../papers/document.ts';
import { heightsAt, layOutGrid } from '../page-layout/grid.ts';
import { sum } from '../page-layout/page.ts';
import { documentStrips } from './blocks.ts';
import { paperFrame } from './paper-frame.ts';
import type { FileSetting, Typefaces } from './setting.ts';

/** Of a page: under more text than this a chart begins on a page of its own. */
const MOST_ABOVE = 0.4;
const NO_FILE: FileSetting = { drawings: new Map(), pageOf: () => '' };

/**
 * Lays out the charts of all papers for the pages that they will stand on: what stands above a chart,
 * at least its heading, is on the page with it.
 */
export async function drawCharts(
  documents: readonly Document[],
  faces: Typefaces,
): Promise<ReadonlyMap<FigureBlock, readonly Drawing[]>> {
  const drawings = new Map<FigureBlock, readonly Drawing[]>();
  const hasFigures = documents.some(({ blocks }) => blocks.some(({ kind }) => kind === 'figure'));
  if (!hasFigures) return drawings;
  // Its layout engine is loaded only when there is a chart.
  const { layOutChart } = await import('../../figures/lay-out.ts');
  for (const document of documents) {
    for (const [index, block] of document.blocks.entries()) {
      if (block.kind === 'figure') {
        drawings.set(block, await layOutChart(block.chart, roomFor(document, index, faces)));
      }
    }
  }
  return drawings;
}

function roomFor(
  document: Document,
  figure: number,
  faces: Typefaces,
): { readonly width: number; readonly height: number } {
  const { paper, style, blocks } = document;
  const { area, room } = paperFrame(paper, style);
  const layout = layOutGrid(document, heightsAt(0), area);
  const setting = { layout, room, faces, style, file: NO_FILE };
  const heightOf = (above: readonly Block[]): number =>
    sum([...documentStrips({ ...document, blocks: above }, setting)].map(({ height }) => height));
  const earlier = blocks.slice(0, figure);
  const pageStart = earlier.findLastIndex(({ kind }) => kind === 'pageBreak' || kind === 'figure');
  const page = earlier.slice(pageStart + 1);
  const isBelowFigure = earlier[pageStart]?.kind === 'figure';
  const headings = page.slice(page.findLastIndex(({ kind }) => kind !== 'heading') + 1);
  const all = heightOf(page);
  const above = !isBelowFigure && all <= room * MOST_ABOVE ? all : heightOf(headings);
  return { width: sum(layout.widths), height: room - above - 1 };
}
