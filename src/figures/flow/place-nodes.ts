import type { Graph } from './flow-graph.ts';

/** Where nodes stand: rows from the top, columns from the left, one node a place. */
export type Places = {
  readonly columns: number;
  readonly spine: number;
  readonly of: readonly NodePlace[];
};
export type NodePlace = { readonly row: number; readonly column: number };

type NodeRank = { readonly nodes: readonly number[] };

/**
 * Ranks and order are dagre's; the path that leads furthest down becomes the spine (主线), one column
 * straight down the page, and what branches off stands beside it.
 * @param most columns that the page has room for
 */
export async function placeNodes(graph: Graph, most: number): Promise<Places> {
  const { ranks, rankOf, xOf } = await rank(graph);
  const spine = spineOf(graph, rankOf);
  const beside = ranks.map(({ nodes }) => nodes.filter((node) => !spine.has(node)));
  const aside = beside.map((nodes) => nodes.filter((node) => !hasSides(graph, node)).length);
  const columns = Math.min(most, 1 + Math.max(0, ...aside));
  const spineColumn = columns === 3 ? 1 : 0;
  const of: NodePlace[] = [];
  let row = 0;
  ranks.forEach(({ nodes }, at) => {
    const main = nodes.find((node) => spine.has(node));
    const middle = main === undefined ? undefined : xOf[main];
    const wanted = (beside[at] ?? []).map((node) => ({
      node,
      column: hasSides(graph, node)
        ? spineColumn
        : columns < 3
          ? columns - 1
          : (xOf[node] ?? 0) < (middle ?? 0)
            ? 0
            : 2,
    }));
    // Two at the same hand: one goes to the other hand while that is free.
    if (columns === 3 && wanted.length === 2 && wanted[0]?.column === wanted[1]?.column) {
      wanted.forEach((own, index) => (own.column = index === 0 ? 0 : 2));
    }
    if (main !== undefined) wanted.push({ node: main, column: spineColumn });
    let here: { node: number; column: number }[] = [];
    for (const own of wanted) {
      if (!fits(graph, here, own)) {
        row += 1;
        here = [];
      }
      here.push(own);
      of[own.node] = { row, column: own.column };
    }
    row += 1;
  });
  return { columns, spine: spineColumn, of };
}

/** What has boxes at its sides stands between them, in the spine's column. */
function hasSides({ nodes }: Graph, node: number): boolean {
  const own = nodes[node];
  return own !== undefined && own.risks.length + own.measures.length > 0;
}

type NodeStanding = { readonly node: number; readonly column: number };

/** Nothing may stand between a node and the boxes at its sides, and a row has one box a side. */
function fits({ nodes }: Graph, here: readonly NodeStanding[], own: NodeStanding): boolean {
  const both = [...here, own];
  return both.every(({ node, column }) => {
    const others = both.filter((other) => other.node !== node);
    if (others.some((other) => other.column === column)) return false;
    if ((nodes[node]?.risks.length ?? 0) > 0 && others.some((other) => other.column < column)) {
      return false;
    }
    return !(
      (nodes[node]?.measures.length ?? 0) > 0 && others.some((other) => other.column > column)
    );
  });
}

async function rank({ nodes, edges }: Graph) {
  const { Graph: DagreGraph, layout } = await import('@dagrejs/dagre');
  const drawn = new DagreGraph({ directed: true });
  drawn.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 20 });
  drawn.setDefaultEdgeLabel(() => ({}));
  nodes.forEach((_, index) => drawn.setNode(String(index), { width: 100, height: 20 }));
  for (const { from, to } of edges) {
    if (from !== to) drawn.setEdge(String(from), String(to), { width: 0, height: 0 });
  }
  layout(drawn);
  const spots = nodes.map((_, index) => {
    const { x = 0, y = 0 } = drawn.node(String(index)) as { x?: number; y?: number };
    return { node: index, x, y };
  });
  const heights = [...new Set(spots.map(({ y }) => y))].toSorted((one, other) => one - other);
  const ranks: NodeRank[] = heights.map((height) => ({
    nodes: spots
      .filter(({ y }) => y === height)
      .toSorted((one, other) => one.x - other.x || one.node - other.node)
      .map(({ node }) => node),
  }));
  const rankOf = spots.map(({ y }) => heights.indexOf(y));
  return { ranks, rankOf, xOf: spots.map(({ x }) => x) };
}

/** From the start along what leads furthest down; where two lead equally far, as the data lists them. */
function spineOf({ nodes, edges }: Graph, rankOf: readonly number[]): ReadonlySet<number> {
  const furthest: number[] = [];
  const onward = (node: number): number[] =>
    edges.filter(({ from, to }) => from === node && isBelow(to, node)).map(({ to }) => to);
  const isBelow = (one: number, other: number): boolean =>
    (rankOf[one] ?? 0) > (rankOf[other] ?? 0);
  const order = nodes
    .map((_, index) => index)
    .toSorted((one, other) => rankOf[other]! - rankOf[one]!);
  for (const node of order) {
    furthest[node] = Math.max(rankOf[node]!, ...onward(node).map((next) => furthest[next]!));
  }
  const spine = new Set<number>();
  const starts = nodes.map((_, index) => index).filter((index) => nodes[index]?.kind === 'start');
  let node: number | undefined =
    starts[0] ?? nodes.map((_, index) => index).find((index) => rankOf[index] === 0);
  while (node !== undefined) {
    spine.add(node);
    let best: number | undefined;
    for (const next of onward(node)) {
      if (best === undefined || furthest[next]! > furthest[best]!) best = next;
    }
    node = best;
  }
  return spine;
}
