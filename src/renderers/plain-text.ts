import type { Chart, ChartNote } from '../model/chart.ts';
import { cellText, type Block, type Cell } from '../papers/document.ts';

/** What XML cannot hold or a screen would obey: controls but tab and line feed, lone surrogates. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Text as every format writes it: the same characters everywhere, line ends as `\n`. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(LONE_SURROGATES, '\uFFFD');
}

/** The cell as a person reads it, in characters that every format can carry. */
export function plainCell(cell: Cell): string {
  return plain(cellText(cell));
}

/** What a block of running text says, a line each; tables, fields and boxes have ways of their own. */
export function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'closing':
      return [...block.by, block.on];
    case 'contents':
      return block.entries.map(({ text }) => text);
    default:
      return [];
  }
}

/**
 * What a chart says beside its table, a line each: above it what the power is and when it may be used,
 * below it rights, complaints and points that no step holds.
 */
export function chartLines(chart: Chart): {
  readonly above: readonly string[];
  readonly below: readonly string[];
} {
  if (chart.kind !== 'flow') return { above: [], below: [] };
  const conditions = chart.nodes.flatMap(({ kind, details }) => (kind === 'start' ? details : []));
  return {
    above: [...chart.heads, ...conditions].map(noteLine),
    below: chart.notes.map(noteLine),
  };
}

function noteLine({ label, items }: ChartNote): string {
  return plain(label === '' ? items.join('；') : `${label}：${items.join('；')}`);
}
