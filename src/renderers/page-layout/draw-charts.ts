import type { Drawing } from '../../figures/drawing.ts';
import type { Block, Document, FigureBlock } from '../../papers/document.ts';
import type { ChartRoom } from '../../figures/chart-room-of.ts';

export type Drawings = ReadonlyMap<FigureBlock, readonly Drawing[]>;
/** Of a page: under more text than this a chart begins on a page of its own. */
const MOST_ABOVE = 0.4;

/** Lays out the charts of all papers, each for the room that it will stand in. */
export async function drawCharts(
  documents: readonly Document[],
  roomFor: (document: Document, figure: number) => ChartRoom,
): Promise<Drawings> {
  const drawings = new Map<FigureBlock, readonly Drawing[]>();
  const hasFigures = documents.some(({ blocks }) => blocks.some(({ kind }) => kind === 'figure'));
  if (!hasFigures) return drawings;
  // Its layout engine is loaded only when there is a chart.
  const { layOutChart } = await import('../../figures/lay-out-chart.ts');
  for (const document of documents) {
    for (const [index, block] of document.blocks.entries()) {
      if (block.kind === 'figure') {
        drawings.set(block, await layOutChart(block.chart, roomFor(document, index)));
      }
    }
  }
  return drawings;
}

/** Height of what stands on a page above a chart: all of it, or at least the chart's headings. */
export function heightAbove(
  { blocks }: Document,
  figure: number,
  pageHeight: number,
  heightOf: (above: readonly Block[]) => number,
): number {
  const earlier = blocks.slice(0, figure);
  const pageStart = earlier.findLastIndex(({ kind }) => kind === 'pageBreak' || kind === 'figure');
  const page = earlier.slice(pageStart + 1);
  const isBelowFigure = earlier[pageStart]?.kind === 'figure';
  const headings = page.slice(page.findLastIndex(({ kind }) => kind !== 'heading') + 1);
  const all = heightOf(page);
  return !isBelowFigure && all <= pageHeight * MOST_ABOVE ? all : heightOf(headings);
}
