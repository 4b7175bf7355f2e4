import type { FlowChart } from '../model/chart.ts';
import { emWidth } from '../util/em-text.ts';
import type { Drawing } from './drawing.ts';
import type { NodeBox } from './flow/boxes.ts';
import { boxesOf } from './flow/boxes.ts';
import type { FlowFrame } from './flow/flow-frame.ts';
import { frameOf } from './flow/flow-frame.ts';
import type { Edge, Graph } from './flow/flow-graph.ts';
import { graphOf } from './flow/flow-graph.ts';
import type { FlowPiece } from './flow/flow-grid.ts';
import type { Whole } from './flow/page-links.ts';
import { layOutPages, mostOfRow } from './flow/flow-pages.ts';
import type { NodePlace } from './flow/place-nodes.ts';
import { cornerLines } from './flow/piece-plan.ts';
import { placeNodes } from './flow/place-nodes.ts';
import { routeEdges } from './flow/route-edges.ts';
import type { ChartRoom } from './chart-room-of.ts';
import { NORMAL, SMALL, textHeight } from './shapes.ts';

const LEAST_COLUMN = 110;

/**
 * 权力运行流程图, a page a drawing: the steps down the middle, the points of each on one side and the
 * measures on the other. Set in 五号 where it fits on one page, else in 小五.
 */
export async function layOutFlow(chart: FlowChart, room: ChartRoom): Promise<Drawing[]> {
  const graph = graphOf(chart);
  const sides = {
    left: emsOf(graph.nodes.flatMap(({ risks }) => risks)),
    right: emsOf(graph.nodes.flatMap(({ measures }) => measures)),
  };
  const isBare = sides.left + sides.right === 0;
  const most = isBare ? Math.min(3, Math.max(1, Math.floor(room.width / LEAST_COLUMN))) : 2;
  const places = await placeNodes(graph, most);
  const items = graph.nodes.map((node, index) => ({
    ...places.of[index]!,
    shape: node.kind === 'decision' ? ('diamond' as const) : ('box' as const),
    left: node.risks.length > 0,
    right: node.measures.length > 0,
  }));
  const routes = routeEdges(items, graph.edges, {
    columns: places.columns,
    sideColumn: isBare || places.columns === 1 ? undefined : 1,
    isOpen: () => true,
    roomAtCorner: () => Infinity,
  });
  const frame = frameOf(room.width, places.columns, sides, { routes, items });
  const inNormal = layOutPages(
    chart,
    wholeOf(chart, { graph, places: places.of }, frame, { room, type: NORMAL }),
    frame,
    room,
  );
  if (inNormal.length <= 1) return inNormal;
  return layOutPages(
    chart,
    wholeOf(chart, { graph, places: places.of }, frame, { room, type: SMALL }),
    frame,
    room,
  );
}

/** Text of boxes at one side; a box without text still takes its place. */
function emsOf(texts: readonly { readonly text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + emWidth(text) + 4, 0);
}

type PlacedGraph = { readonly graph: Graph; readonly places: readonly NodePlace[] };

/** Room of a page and size of type. */
type FlowSetting = { readonly room: ChartRoom; readonly type: number };

/** The nodes as boxes in their rows; a node too high for a page takes several rows. */
function wholeOf(
  chart: FlowChart,
  { graph: { nodes, edges }, places }: PlacedGraph,
  frame: FlowFrame,
  { room, type }: FlowSetting,
): Whole {
  const side = { left: frame.left?.width ?? 0, right: frame.right?.width ?? 0 };
  const most = mostOfRow(room);
  const pieces: FlowPiece[] = [];
  const chains: Edge[] = [];
  const ends = new Map<number, { first: number; last: number }>();
  const rows = Math.max(0, ...places.map(({ row }) => row + 1));
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    let highest = 1;
    nodes.forEach((node, index) => {
      const place = places[index]!;
      if (place.row !== row) return;
      const column = frame.columns[place.column]!.width;
      const labels = edges.flatMap(({ from, label }) => (from === index ? [label] : []));
      const boxes = boxesOf(node, chart, { column, side, type, most, least: besideOf(labels) });
      highest = Math.max(highest, boxes.length);
      const first = pieces.length;
      boxes.forEach((box, part) => {
        pieces.push(pieceOf(box, next + part, place.column, type));
        if (part > 0) chains.push({ from: first + part - 1, to: first + part, label: '' });
      });
      ends.set(index, { first, last: pieces.length - 1 });
    });
    next += highest;
  }
  return {
    pieces,
    columnWidths: frame.columns.map(({ width }) => width),
    edges: [
      ...chains,
      ...edges.map(({ from, to, label }) => ({
        from: ends.get(from)!.last,
        to: ends.get(to)!.first,
        label,
      })),
    ],
  };
}

/** How high a decision must be for labels of more than two lines to stand beside its corners. */
function besideOf(labels: readonly string[]): number {
  const most = Math.max(0, ...labels.map((label) => cornerLines(label).length));
  return most > 2 ? 2 * (textHeight(most, SMALL) + 2) : 0;
}

function pieceOf(box: NodeBox, row: number, column: number, type: number): FlowPiece {
  return {
    row,
    column,
    shape: box.outline === 'diamond' ? 'diamond' : 'box',
    left: box.risks !== undefined,
    right: box.measures !== undefined,
    box,
    type,
  };
}
