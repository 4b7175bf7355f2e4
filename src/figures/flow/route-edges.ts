import { besides, range } from './beside.ts';
import { isCircular } from './crossing.ts';
import type { Edge } from './flow-graph.ts';
import type { Hand, Route, RoutedItem, Ways } from './route.ts';
import { opposite } from './route.ts';
import type { Side, TakenWays } from './taken-ways.ts';
import * as ways from './taken-ways.ts';

/** An edge with the items at its ends. */
type Trip = { readonly edge: Edge; readonly from: RoutedItem; readonly to: RoutedItem };

/** Ways for all edges, in their order: first those straight down, then forward, then back. */
export function routeEdges(
  items: readonly RoutedItem[],
  edges: readonly Edge[],
  offered: Ways,
): Route[] {
  const trips = edges.flatMap((edge): Trip[] => {
    const [from, to] = [items[edge.from], items[edge.to]];
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
  const taken = ways.takenByItems(items, offered);
  const routes = new Map<Trip, Route>();
  for (const trip of trips) {
    const isDrawn = [...routes.keys()].some(({ edge }) => haveSameEnds(edge, trip.edge));
    const route = isDrawn ? undefined : straightDown(trip, taken);
    if (route !== undefined) routes.set(trip, route);
  }
  const rest = trips.filter((trip) => !routes.has(trip));
  const forward = rest.filter(({ from, to }) => to.row > from.row);
  for (const trip of forward) routes.set(trip, forwardRoute(trip, taken));
  for (const trip of rest) if (!routes.has(trip)) routes.set(trip, routeBack(trip, taken));
  for (const trip of entangled(forward, routes, items)) routes.set(trip, alongLane(trip, taken));
  return trips.flatMap((trip) => routes.get(trip) ?? []);
}

function straightDown({ edge, from, to }: Trip, taken: TakenWays): Route | undefined {
  if (from.column !== to.column || to.row <= from.row) return undefined;
  const rows = range(from.row + 1, to.row - 1);
  if (!ways.isFreeColumn(to.column, rows, taken)) return undefined;
  ways.takeColumn(to.column, rows, taken);
  return { edge, exit: 'bottom', entry: 'top', way: { kind: 'straight' } };
}

function forwardRoute(trip: Trip, taken: TakenWays): Route {
  const { edge, from, to } = trip;
  const corner =
    from.shape === 'diamond' ? (overNeighbour(trip, taken) ?? fromCorner(trip, taken)) : undefined;
  if (corner !== undefined) return corner;
  if (to.row === from.row + 1 && to.column !== from.column) {
    return { edge, exit: 'bottom', entry: 'top', way: { kind: 'across' } };
  }
  return alongLane(trip, taken);
}

/** From the corner straight out over the target's column, and down into it. */
function overNeighbour({ edge, from, to }: Trip, taken: TakenWays): Route | undefined {
  if (from.column === to.column) return undefined;
  const hand = to.column > from.column ? 'right' : 'left';
  const side = { item: from, index: edge.from, hand } as const;
  if (!ways.canLeave(side, edge.label, to.column, taken)) return undefined;
  const rows = range(from.row, to.row - 1);
  if (!ways.isFreeColumn(to.column, rows, taken)) return undefined;
  ways.takeSide(side, to.column, 'exit', taken);
  ways.takeColumn(to.column, rows, taken);
  return { edge, exit: hand, entry: 'top', way: { kind: 'straight' } };
}

/** From the corner into the lane beside it, and down that lane. */
function fromCorner({ edge, from, to }: Trip, taken: TakenWays): Route | undefined {
  const { column } = from;
  const isRightFirst =
    to.column > column ||
    (to.column === column && ways.loadOf(column + 1, taken) <= ways.loadOf(column, taken));
  const side = sidesOf(from, edge.from, isRightFirst ? 'right' : 'left').find((either) =>
    ways.canLeave(either, edge.label, column, taken),
  );
  if (side === undefined) return undefined;
  const lane = besides(from, side.hand);
  ways.takeSide(side, column, 'exit', taken);
  ways.takeLane(lane, taken);
  return { edge, exit: side.hand, entry: 'top', way: { kind: 'lane', near: undefined, lane } };
}

/** Down the least used lane between the two columns. */
function alongLane({ edge, from, to }: Trip, taken: TakenWays): Route {
  const low = Math.min(from.column, to.column);
  const high = Math.max(from.column, to.column);
  const between = low === high ? [high + 1, low] : range(low + 1, high);
  const lane = between.reduce((best, next) =>
    ways.loadOf(next, taken) < ways.loadOf(best, taken) ? next : best,
  );
  ways.takeLane(lane, taken);
  return { edge, exit: 'bottom', entry: 'top', way: { kind: 'lane', near: undefined, lane } };
}

/** Around everything on one side and in again from above, or from that side where nothing stands. */
function routeBack(trip: Trip, taken: TakenWays): Route {
  const { edge, to } = trip;
  const { hand, isClear } = sideOfReturn(trip, taken);
  const lane = ways.outmostLane(hand, taken);
  ways.takeLane(lane, taken);
  const { exit, near } = exitBack(trip, hand, isClear, taken);
  const side = { item: to, index: edge.to, hand };
  const canEnter = ways.canEnter(side, taken);
  if (canEnter) ways.takeSide(side, ways.outmostColumn(hand, taken), 'entry', taken);
  return { edge, exit, entry: canEnter ? hand : 'top', way: { kind: 'lane', near, lane } };
}

/** The hand at which an edge leads back: where few do, and where both its ends are clear. */
function sideOfReturn({ edge, from, to }: Trip, taken: TakenWays) {
  const options = sidesOf(from, edge.from, 'right')
    .filter(({ hand }) => taken.isOpen(ways.outmostLane(hand, taken)))
    .map((side) => {
      const { hand } = side;
      const outmost = ways.outmostColumn(hand, taken);
      const isClear = ways.canLeave(side, edge.label, outmost, taken) && !from[hand];
      const isOpposite = ways.canEnter({ item: to, index: edge.to, hand }, taken);
      const load = ways.loadOf(ways.outmostLane(hand, taken), taken);
      return { hand, isClear, rank: load * 2 - (isClear ? 3 : 0) - (isOpposite ? 2 : 0) };
    });
  return options.reduce((best, option) => (option.rank < best.rank ? option : best));
}

/** How an edge that leads back at one hand leaves its item, and the lane from its corner. */
function exitBack(
  { edge, from }: Trip,
  hand: Hand,
  isClear: boolean,
  taken: TakenWays,
): { readonly exit: Route['exit']; readonly near: number | undefined } {
  if (isClear) {
    const side = { item: from, index: edge.from, hand };
    ways.takeSide(side, ways.outmostColumn(hand, taken), 'exit', taken);
    return { exit: hand, near: undefined };
  }
  const corner =
    from.shape === 'diamond'
      ? sidesOf(from, edge.from, hand).find((side) =>
          ways.canLeave(side, edge.label, from.column, taken),
        )
      : undefined;
  if (corner === undefined) return { exit: 'bottom', near: undefined };
  const near = besides(from, corner.hand);
  ways.takeLane(near, taken);
  ways.takeSide(corner, from.column, 'exit', taken);
  return { exit: corner.hand, near };
}

/** Edges that change places across one gap would run over each other: the later takes a lane. */
function entangled(
  trips: readonly Trip[],
  routes: ReadonlyMap<Trip, Route>,
  items: readonly RoutedItem[],
): Trip[] {
  const kept: Trip[] = [];
  return trips.filter((trip) => {
    if (routes.get(trip)?.way.kind !== 'across') return false;
    const sameGap = kept.filter(({ from }) => from.row === trip.from.row);
    const isEntangled = isCircular(
      [...sameGap, trip].map(({ edge }) => edge),
      items,
    );
    if (!isEntangled) kept.push(trip);
    return isEntangled;
  });
}

/** Both sides of an item, that at one hand first. */
function sidesOf(item: RoutedItem, index: number, first: Hand): readonly Side[] {
  return [first, opposite(first)].map((hand) => ({ item, index, hand }));
}

function haveSameEnds(edge: Edge, other: Edge): boolean {
  return edge.from === other.from && edge.to === other.to;
}
