import type { Block, Document, TableBlock } from '../../papers/document.ts';
import { displayWidth } from '../../util/display-width.ts';
import { FINE_GRID, spread, spreadPairs } from '../page-layout/fine-grid.ts';
import { sum } from '../page-layout/page-room.ts';
import { chartLines, plain, plainCell } from '../plain-text.ts';

/** Half Han characters: a number stands in the one, a sentence on a few lines in the other. */
const NARROWEST = 6;
const WIDEST = 40;
/** Wider tables stand on a page across, though the drawing would stand upright. */
const PORTRAIT = 100;

/**
 * A paper whose charts become tables, laid on a grid on which these are as wide as their texts ask for:
 * the paper's own grid was made without them.
 */
export function withFigureTables(document: Document): Document {
  const { blocks, grid } = document;
  if (!blocks.some(({ kind }) => kind === 'figure')) return document;
  const moved = blocks.flatMap((block): Block | Block[] => {
    if (block.kind === 'fields') {
      return { ...block, rows: block.rows.map((row) => spreadPairs(row, grid)) };
    }
    if (block.kind === 'table') return onFineGrid(block, ownWidths(block, grid));
    if (block.kind !== 'figure') return block;
    const { above, below } = chartLines(block.chart);
    const table = onFineGrid(block.table, textWidths(block.table));
    return [...above.map(asNote), { ...block, table }, ...below.map(asNote)];
  });
  const isWide =
    document.style === 'form' &&
    blocks.some((block) => block.kind === 'figure' && sum(textWidths(block.table)) > PORTRAIT);
  const paper = isWide ? { ...document.paper, orientation: 'landscape' as const } : document.paper;
  return { ...document, paper, blocks: moved, grid: FINE_GRID };
}

/** What the picture says beside its boxes stands above and below the table. */
function asNote(text: string): Block {
  return { kind: 'paragraph', role: 'note', text };
}

function onFineGrid(table: TableBlock, widths: readonly number[]): TableBlock {
  const spans = spread(widths);
  return {
    ...table,
    columns: table.columns.map((column, index) => ({ ...column, span: spans[index] ?? 1 })),
  };
}

function ownWidths({ columns }: TableBlock, grid: readonly number[]): number[] {
  let start = 0;
  return columns.map(({ span }) => {
    const from = start;
    start += span;
    return sum(grid.slice(from, start));
  });
}

function textWidths({ columns, rows }: TableBlock): number[] {
  return columns.map(({ header }, index) => {
    const texts = [
      header.split('/').at(-1) ?? '',
      ...rows.map((row) => (row.kind === 'data' ? plainCell(row.cells[index] ?? NO_CELL) : '')),
    ];
    const lines = texts.flatMap((text) => plain(text).split('\n'));
    const widest = Math.max(0, ...lines.map((line) => displayWidth(line, { ambiguous: 'wide' })));
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
  });
}

const NO_CELL = { kind: 'text', text: '' } as const;
