import { linesOf, SMALL, textHeight, textWidth } from '../shapes.ts';
import { PADDING } from './boxes.ts';
import type { Edge } from './flow-graph.ts';
import type { FlowPiece } from './piece-plan.ts';

/** All pieces of a chart in their rows, and the edges between them. */
export type Whole = {
  readonly pieces: readonly FlowPiece[];
  readonly edges: readonly Edge[];
  readonly columnWidths: readonly number[];
};

/** Names of what lies on other pages; until the pages are known, the longest that may come. */
export type Naming = {
  /** At the foot, where an edge leaves for a piece of another page. */
  readonly outward: (target: number) => string;
  /** At the head, where edges from other pages come in to a piece. */
  readonly inward: (target: number) => string;
};

const LONGEST = '转第88页（88）';
export const UNNAMED: Naming = { outward: () => LONGEST, inward: () => LONGEST };

/** Which rows stand on a page. */
export type PageRows = { readonly first: number; readonly last: number };

/** The pieces of one page; edges to and from other pages end at connectors (接下页, 续上页). */
export function pageOf(
  whole: Whole,
  rows: PageRows,
  naming: Naming,
  isMerged: boolean,
): {
  readonly pieces: readonly FlowPiece[];
  readonly edges: readonly Edge[];
  readonly links: number;
} {
  const isHere = (index: number): boolean => {
    const { row } = whole.pieces[index]!;
    return row >= rows.first && row <= rows.last;
  };
  const inner = whole.edges.filter(({ from, to }) => isHere(from) && isHere(to));
  const leaving = whole.edges.filter(({ from, to }) => isHere(from) && !isHere(to));
  const coming = whole.edges.filter(({ from, to }) => !isHere(from) && isHere(to));

  const pieces: FlowPiece[] = [];
  const numberOf = new Map<number, number>();
  const heads = inRows(
    unique(coming.map(({ to }) => to))
      .toSorted((one, other) => whole.pieces[other]!.row - whole.pieces[one]!.row)
      .map((target) => ({ targets: [target], column: whole.pieces[target]!.column })),
  );
  const linkEdges: Edge[] = [];
  for (const { row, column, targets } of heads.links) {
    const text = naming.inward(targets[0]!);
    const at = pieces.push(linkPiece([text], row, column, whole.columnWidths[column]!)) - 1;
    linkEdges.push(...targets.map((to) => ({ from: -1 - at, to, label: '' })));
  }
  whole.pieces.forEach((piece, index) => {
    if (!isHere(index)) return;
    numberOf.set(index, pieces.length);
    pieces.push({ ...piece, row: piece.row - rows.first + heads.rows });
  });
  const onPage = (edge: Edge): Edge => ({
    from: edge.from < 0 ? -1 - edge.from : numberOf.get(edge.from)!,
    to: edge.to < 0 ? -1 - edge.to : numberOf.get(edge.to)!,
    label: edge.label,
  });

  const below = heads.rows + rows.last - rows.first + 1;
  const goals = unique(leaving.map(({ to }) => to)).map((target) => {
    const sources = leaving
      .filter(({ to }) => to === target)
      .map(({ from }) => whole.pieces[from]!);
    const nearest = sources.reduce((one, other) => (other.row > one.row ? other : one));
    return { targets: [target], column: nearest.column };
  });
  const merged = goals.slice(0, 1).map(({ column }) => ({
    targets: goals.flatMap(({ targets }) => targets),
    column,
  }));
  const feet = inRows(isMerged ? merged : goals);
  for (const { row, column, targets } of feet.links) {
    const texts = targets.map((target) => {
      const { label } = leaving.find(({ to }) => to === target)!;
      const name = naming.outward(target);
      return isMerged && label !== '' ? `${label}：${name}` : name;
    });
    const at = pieces.push(linkPiece(texts, below + row, column, whole.columnWidths[column]!)) - 1;
    const own = leaving.filter(({ to }) => targets.includes(to));
    const edges = own.map(({ from, label }) => ({
      from,
      to: -1 - at,
      label: isMerged ? '' : label,
    }));
    linkEdges.push(...uniqueEdges(edges));
  }
  return {
    pieces,
    edges: [...inner, ...linkEdges].map(onPage),
    links: heads.links.length + feet.links.length,
  };
}

type Goal = { readonly targets: readonly number[]; readonly column: number };

/** Connectors in rows, one a column. */
function inRows(goals: readonly Goal[]): {
  readonly links: readonly (Goal & { readonly row: number })[];
  readonly rows: number;
} {
  const taken = new Map<number, number>();
  const links = goals.map((goal) => {
    const row = taken.get(goal.column) ?? 0;
    taken.set(goal.column, row + 1);
    return { ...goal, row };
  });
  return { links, rows: Math.max(0, ...taken.values()) };
}

function linkPiece(
  texts: readonly string[],
  row: number,
  column: number,
  columnWidth: number,
): FlowPiece {
  const room = columnWidth - 2 * PADDING;
  const lines = texts.flatMap((text) => linesOf(text, SMALL, room));
  // As high as the longest name needs, so that pages do not change when names become known.
  const count = texts.length === 1 ? linesOf(LONGEST, SMALL, room).length : lines.length;
  return {
    row,
    column,
    shape: 'link',
    left: false,
    right: false,
    type: SMALL,
    box: {
      outline: 'round',
      lines,
      width: Math.min(columnWidth, textWidth(lines, SMALL) + 3 * PADDING),
      height: textHeight(Math.max(count, lines.length), SMALL) + 6,
      risks: undefined,
      measures: undefined,
    },
  };
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)];
}

function uniqueEdges(edges: readonly Edge[]): Edge[] {
  return [...new Map(edges.map((edge) => [JSON.stringify(edge), edge])).values()];
}
