import type { TextLine } from '../shapes.ts';
import { linesOf, SMALL, textHeight, textWidth } from '../shapes.ts';
import type { NodeBox } from './boxes.ts';
import type { FlowFrame } from './flow-frame.ts';
import { middleOf, trackX, waysOf } from './flow-frame.ts';
import type { Edge } from './flow-graph.ts';
import type { RoutedItem, Route } from './route.ts';
import { liesAbove } from './crossing.ts';
import { cornerEms } from './route.ts';
import { routeEdges } from './route-edges.ts';
import type { LaneTracks, Slots, LaneStrip } from './tracks.ts';
import { lanesOf, netOf, slotsOf } from './tracks.ts';

/** A node's box or a page link in its place on a page. */
export type FlowPiece = RoutedItem & { readonly box: NodeBox; readonly type: number };

export type Label = {
  readonly lines: readonly TextLine[];
  readonly width: number;
  readonly height: number;
};

/** How the edges of a page run, before it is known how high its rows are. */
export type FlowPlan = {
  readonly pieces: readonly FlowPiece[];
  readonly frame: FlowFrame;
  readonly routes: readonly Route[];
  readonly labels: ReadonlyMap<Route, Label>;
  readonly lanes: ReadonlyMap<number, LaneTracks>;
  readonly rows: number;
};

export function planOf(
  pieces: readonly FlowPiece[],
  edges: readonly Edge[],
  frame: FlowFrame,
): FlowPlan {
  const routes = routeEdges(pieces, edges, waysOf(frame));
  const labels = new Map<Route, Label>();
  for (const route of routes) {
    const label = labelOf(route, frame.columns[pieces[route.edge.from]!.column]!.width);
    if (label !== undefined) labels.set(route, label);
  }
  const rows = Math.max(0, ...pieces.map(({ row }) => row + 1));
  return { pieces, frame, routes, labels, lanes: lanesOf(routes, pieces), rows };
}

function labelOf({ edge, exit }: Route, column: number): Label | undefined {
  const lines =
    exit === 'bottom' ? linesOf(edge.label, SMALL, column / 2 - 5) : cornerLines(edge.label);
  if (lines.length === 0) return undefined;
  return { lines, width: textWidth(lines, SMALL), height: textHeight(lines.length, SMALL) };
}

/** A label as it stands at the corner of a decision. */
export function cornerLines(label: string): readonly TextLine[] {
  return linesOf(label, SMALL, cornerEms(label) * SMALL);
}

/** The line down or up through a piece's middle. */
export function middleX({ pieces, frame }: FlowPlan, index: number): number {
  return middleOf(frame.columns[pieces[index]!.column]!);
}

export function laneX(
  { lanes, pieces, frame }: FlowPlan,
  route: Route,
  part: 'near' | 'main',
): number {
  if (route.way.kind !== 'lane') return 0;
  const lane = part === 'near' ? (route.way.near ?? route.way.lane) : route.way.lane;
  const tracks = lanes.get(lane);
  const track = tracks?.of.get(netOf(route, part, pieces)) ?? 0;
  return trackX(frame, lane, track, tracks?.count ?? 1);
}

/** Parts of the gap above a row, from its top: labels, what leaves the row before, crosses, enters. */
export type RowGap = {
  readonly label: number;
  readonly out: Slots;
  readonly across: Slots;
  readonly into: Slots;
  readonly height: number;
};

const STRIP = 7;
const ARROW_ROOM = 10;
const LEAST_GAP = 17;

/** The gap above a row; that of the row after the last is the foot of the page. */
export function gapOf(plan: FlowPlan, row: number): RowGap {
  const { pieces, routes, labels, rows } = plan;
  let label = 0;
  const strips = { out: [] as LaneStrip[], across: [] as LaneStrip[], into: [] as LaneStrip[] };
  for (const route of routes) {
    const { edge, exit, entry, way } = route;
    const own = labels.get(route);
    const isLeaving = pieces[edge.from]!.row + 1 === row;
    const isEntering = pieces[edge.to]!.row === row;
    if (way.kind === 'straight' && isLeaving && exit === 'bottom' && own !== undefined) {
      label = Math.max(label, own.height + 2);
    }
    const height = exit === 'bottom' && own !== undefined ? own.height + 5 : STRIP;
    if (way.kind === 'lane' && isLeaving && hasOut(route)) {
      add(strips.out, { key: outKey(plan, route), height, below: [], ...outSpan(plan, route) });
    }
    if (way.kind === 'lane' && isEntering && entry === 'top') {
      const [from, to] = inOrder(laneX(plan, route, 'main'), middleX(plan, edge.to));
      add(strips.into, { key: `${edge.to}`, height: STRIP, below: [], from, to });
    }
    if (way.kind === 'across' && isEntering) {
      const [from, to] = inOrder(middleX(plan, edge.from), middleX(plan, edge.to));
      const key = acrossKey(plan, route);
      const below = routes
        .filter((other) => other.way.kind === 'across' && pieces[other.edge.to]!.row === row)
        .filter((other) => liesAbove(other.edge, edge, pieces))
        .map((other) => acrossKey(plan, other))
        .filter((other) => other !== key);
      const ends = { source: edge.from, goal: edge.to };
      add(strips.across, { key, ...ends, height, below, from, to });
    }
  }
  const slots = {
    out: slotsOf(strips.out),
    across: slotsOf(strips.across),
    into: slotsOf(strips.into),
  };
  const zones = label + slots.out.height + slots.across.height + slots.into.height;
  return { label, ...slots, height: gapHeight(zones, row, rows) };
}

function gapHeight(zones: number, row: number, rows: number): number {
  if (row === rows) return zones === 0 ? 0 : zones + 3;
  if (row === 0) return zones === 0 ? 0 : zones + ARROW_ROOM;
  return Math.max(LEAST_GAP, zones + ARROW_ROOM);
}

/** Whether an edge runs across below its node before it takes its lane. */
export function hasOut({ exit, way }: Route): boolean {
  return way.kind === 'lane' && (exit === 'bottom' || way.near !== undefined);
}

/** Edges that leave a node downward without a label share their line. */
export function outKey({ labels }: FlowPlan, route: Route): string {
  const { from, to, label } = route.edge;
  const isShared = route.exit === 'bottom' && !labels.has(route);
  return isShared ? `${from}` : `${from} ${to} ${label}`;
}

export function acrossKey({ labels }: FlowPlan, route: Route): string {
  const { from, to, label } = route.edge;
  return labels.has(route) ? `${from} ${to} ${label}` : `${from}`;
}

function outSpan(plan: FlowPlan, route: Route): { from: number; to: number } {
  const start =
    route.exit === 'bottom' ? middleX(plan, route.edge.from) : laneX(plan, route, 'near');
  const [from, to] = inOrder(start, laneX(plan, route, 'main'));
  return { from, to };
}

/** A strip, joined with the one of the same key. */
function add(strips: LaneStrip[], strip: LaneStrip): void {
  const at = strips.findIndex(({ key }) => key === strip.key);
  const same = strips[at];
  if (same === undefined) strips.push(strip);
  else {
    strips[at] = {
      ...strip,
      goal: same.goal === strip.goal ? same.goal : undefined,
      from: Math.min(same.from, strip.from),
      to: Math.max(same.to, strip.to),
      height: Math.max(same.height, strip.height),
      below: [...same.below, ...strip.below],
    };
  }
}

function inOrder(one: number, other: number): readonly [number, number] {
  return one < other ? [one, other] : [other, one];
}
