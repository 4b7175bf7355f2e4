import type { Drawing } from '../../figures/drawing.ts';
import type { Block, Document } from '../../papers/document.ts';
import { blockParts } from './blocks.ts';
import { settingOf, stack, type FileSetting } from './setting.ts';

/** Of a page: under more text than this a chart begins on a page of its own. */
const MOST_ABOVE = 0.4;
/** Heights are estimates; a chart that does not fit goes to another page and leaves its title behind. */
const SLACK = 20;

/**
 * Lays out the charts of all papers for the pages that they will stand on: what stands above a chart, at
 * least its heading, is on the page with it.
 */
export async function drawCharts(
  documents: readonly Document[],
  file: FileSetting,
): Promise<ReadonlyMap<Block, readonly Drawing[]>> {
  const drawings = new Map<Block, readonly Drawing[]>();
  const hasFigures = documents.some(({ blocks }) => blocks.some(({ kind }) => kind === 'figure'));
  if (!hasFigures) return drawings;
  // Its layout engine is loaded only when there is a chart.
  const { layOutChart } = await import('../../figures/lay-out.ts');
  for (const document of documents) {
    for (const [index, block] of document.blocks.entries()) {
      if (block.kind === 'figure') {
        drawings.set(block, await layOutChart(block.chart, roomFor(document, index, file)));
      }
    }
  }
  return drawings;
}

function roomFor(
  document: Document,
  figure: number,
  file: FileSetting,
): { readonly width: number; readonly height: number } {
  const setting = settingOf(document, 0, file);
  const heightOf = (above: readonly Block[]): number => stack(blockParts(above, setting)).height;
  const earlier = document.blocks.slice(0, figure);
  const pageStart = earlier.findLastIndex(({ kind }) => kind === 'pageBreak' || kind === 'figure');
  const page = earlier.slice(pageStart + 1);
  const isBelowFigure = earlier[pageStart]?.kind === 'figure';
  const headings = page.slice(page.findLastIndex(({ kind }) => kind !== 'heading') + 1);
  const all = heightOf(page);
  const above = !isBelowFigure && all <= setting.height * MOST_ABOVE ? all : heightOf(headings);
  return { width: setting.width, height: setting.height - above - SLACK };
}
