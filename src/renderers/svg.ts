import { layOutChart } from '../figures/lay-out-chart.ts';
import { drawSvg } from '../figures/draw-svg.ts';
import type { Document } from '../papers/document.ts';
import { fileNamePart } from './file-names.ts';
import type { RenderedFile, Renderer } from './renderer.ts';

/** The type area of an A4 page in points, which pictures are to be set into. */
const ROOM = { width: 442, height: 638 };

/** One picture a drawing; papers without a chart give none. */
export const svg: Renderer = {
  format: 'svg',
  extension: '.svg',
  render: async (documents, { name }) => {
    const drawn: { readonly label: string; readonly text: string }[] = [];
    for (const document of documents) {
      const drawings = await drawingsOf(document);
      const label = documents.length > 1 ? fileNamePart(document.sheet) : '';
      drawn.push(...drawings.map((drawing) => ({ label, text: drawSvg(drawing) })));
    }
    const digits = String(drawn.length).length;
    return drawn.map(({ label, text }, index): RenderedFile => {
      const number = drawn.length > 1 ? `-${String(index + 1).padStart(digits, '0')}` : '';
      const sheet = label === '' ? '' : `-${label}`;
      return { name: `${name}${number}${sheet}.svg`, bytes: new TextEncoder().encode(text) };
    });
  },
};

async function drawingsOf({ title, blocks }: Document) {
  const drawings = [];
  for (const block of blocks) {
    if (block.kind !== 'figure') continue;
    // A picture of its own has no paper around it that says its title.
    const chart = block.chart.title === '' ? { ...block.chart, title } : block.chart;
    drawings.push(...(await layOutChart(chart, ROOM)));
  }
  return drawings;
}
