import { emWidth } from '../../util/em-text.ts';
import { besides, columnsBeside, range, stubsOf } from './beside.ts';
import { isCircular } from './crossing.ts';
import type { Edge } from './flow-graph.ts';

/** What edges run between and around: a node or a page link in its place. */
export type RoutedItem = {
  readonly row: number;
  readonly column: number;
  readonly shape: 'box' | 'diamond' | 'link';
  /** Whether a box stands at its side. */
  readonly left: boolean;
  readonly right: boolean;
};

export type Hand = 'left' | 'right';

/**
 * How an edge runs, in rows, columns and lanes. Lane 0 lies left of column 0, lane 1 right of it and so
 * on; lane −1 and the last one lie outside of everything and are for what leads back.
 */
export type Route = {
  readonly edge: Edge;
  readonly exit: 'bottom' | Hand;
  readonly entry: 'top' | Hand;
  readonly way:
    /** Down the column of its target. */
    | { readonly kind: 'straight' }
    /** Across the gap to the next row. */
    | { readonly kind: 'across' }
    /** Along a lane; `near` leads there from a corner, under the box at the side. */
    | { readonly kind: 'lane'; readonly near: number | undefined; readonly lane: number };
};

/** What the page offers: lanes that have no width are closed, labels at corners need their room. */
export type Ways = {
  readonly columns: number;
  /** The column that also holds the boxes at the right, in rows where no node stands in it. */
  readonly sideColumn: number | undefined;
  readonly isOpen: (lane: number) => boolean;
  readonly roomAtCorner: (lane: number, hand: Hand) => number;
};

/** Labels at corners are short: two lines of this many ems. */
const CORNER_EMS = 5.2;

/** How wide the lines of such a label are: two lines of like length, never one sign alone. */
export function cornerEms(label: string): number {
  const ems = emWidth(label);
  return ems <= CORNER_EMS ? ems : Math.min(CORNER_EMS, ems / 2 + 1);
}

export function routeEdges(
  items: readonly RoutedItem[],
  edges: readonly Edge[],
  ways: Ways,
): Route[] {
  const town = new Map(items.map(({ row, column }) => [`${row}:${column}`, 'item']));
  for (const { row, right } of items) if (right) town.set(`${row}:${ways.sideColumn}`, 'item');
  const stubs = new Set<string>();
  const ports = new Map<string, string>();
  const load = new Map<number, number>();
  const routes = new Map<Edge, Route>();
  const last = ways.columns;

  const itemAt = (index: number): RoutedItem => items[index]!;
  const isFree = (row: number, column: number): boolean => !town.has(`${row}:${column}`);
  const use = (lane: number): void => void load.set(lane, (load.get(lane) ?? 0) + 1);
  const loadOf = (lane: number): number => load.get(lane) ?? 0;

  for (const edge of edges) goStraight(edge);
  const rest = edges.filter((edge) => !routes.has(edge));
  const isBack = ({ from, to }: Edge): boolean => itemAt(to).row <= itemAt(from).row;
  for (const edge of rest) if (!isBack(edge)) goForward(edge);
  for (const edge of rest) if (isBack(edge)) goBack(edge);
  untangle();
  return edges.map((edge) => routes.get(edge)!);

  function goStraight(edge: Edge): void {
    const [from, to] = [itemAt(edge.from), itemAt(edge.to)];
    if (from.column !== to.column || to.row <= from.row) return;
    for (let row = from.row + 1; row < to.row; row += 1) if (!isFree(row, to.column)) return;
    if ([...routes.values()].some((other) => sameEnds(other.edge, edge))) return;
    for (let row = from.row + 1; row < to.row; row += 1) town.set(`${row}:${to.column}`, 'line');
    routes.set(edge, { edge, exit: 'bottom', entry: 'top', way: { kind: 'straight' } });
  }

  function goForward(edge: Edge): void {
    const [from, to] = [itemAt(edge.from), itemAt(edge.to)];
    if (from.shape === 'diamond' && (overNeighbour(edge) || fromCorner(edge))) return;
    if (to.row === from.row + 1 && to.column !== from.column) {
      routes.set(edge, { edge, exit: 'bottom', entry: 'top', way: { kind: 'across' } });
      return;
    }
    alongLane(edge);
  }

  /** From the corner straight out over the target's column, and down into it. */
  function overNeighbour(edge: Edge): boolean {
    const [from, to] = [itemAt(edge.from), itemAt(edge.to)];
    if (from.column === to.column) return false;
    const hand = to.column > from.column ? 'right' : 'left';
    if (!canLeave(edge, hand, from.column, to.column)) return false;
    for (let row = from.row; row < to.row; row += 1) if (!isFree(row, to.column)) return false;
    takeStub(from, hand, to.column);
    ports.set(`${edge.from}:${hand}`, 'exit');
    for (let row = from.row; row < to.row; row += 1) town.set(`${row}:${to.column}`, 'line');
    routes.set(edge, { edge, exit: hand, entry: 'top', way: { kind: 'straight' } });
    return true;
  }

  /** From the corner into the lane beside it, and down that lane. */
  function fromCorner(edge: Edge): boolean {
    const [from, to] = [itemAt(edge.from), itemAt(edge.to)];
    const rightFirst =
      to.column > from.column ||
      (to.column === from.column && loadOf(from.column + 1) <= loadOf(from.column));
    for (const hand of rightFirst ? HANDS_RIGHT : HANDS_LEFT) {
      if (!canLeave(edge, hand, from.column, from.column)) continue;
      const lane = besides(from, hand);
      takeStub(from, hand, from.column);
      ports.set(`${edge.from}:${hand}`, 'exit');
      use(lane);
      routes.set(edge, {
        edge,
        exit: hand,
        entry: 'top',
        way: { kind: 'lane', near: undefined, lane },
      });
      return true;
    }
    return false;
  }

  function alongLane(edge: Edge): void {
    const [from, to] = [itemAt(edge.from), itemAt(edge.to)];
    const [low, high] = [from.column, to.column].toSorted((one, other) => one - other) as [
      number,
      number,
    ];
    const open = low === high ? [high + 1, low] : range(low + 1, high);
    const lane = open.reduce((best, own) => (loadOf(own) < loadOf(best) ? own : best));
    use(lane);
    routes.set(edge, {
      edge,
      exit: 'bottom',
      entry: 'top',
      way: { kind: 'lane', near: undefined, lane },
    });
  }

  /** Around everything on one side and in again from above, or from that side where nothing stands. */
  function goBack(edge: Edge): void {
    const [from, to] = [itemAt(edge.from), itemAt(edge.to)];
    const hands = HANDS_RIGHT.filter((hand) => ways.isOpen(hand === 'left' ? -1 : last + 1));
    const options = hands.map((hand) => {
      const outer = hand === 'left' ? -1 : last + 1;
      const isClear =
        canLeave(edge, hand, from.column, hand === 'left' ? 0 : last - 1) && !from[hand];
      const isOpposite = clearBeside(edge.to, hand);
      return { hand, outer, isClear, isOpposite };
    });
    const rank = (option: (typeof options)[number]): number =>
      loadOf(option.outer) * 2 - (option.isClear ? 3 : 0) - (option.isOpposite ? 2 : 0);
    const best = options.reduce((one, other) => (rank(other) < rank(one) ? other : one));
    const { hand, outer } = best;
    use(outer);
    let exit: Route['exit'] = 'bottom';
    let near: number | undefined;
    if (best.isClear) {
      exit = hand;
      takeStub(from, hand, hand === 'left' ? 0 : last - 1);
      ports.set(`${edge.from}:${hand}`, 'exit');
    } else if (from.shape === 'diamond') {
      const free = [hand, opposite(hand)].find((own) =>
        canLeave(edge, own, from.column, from.column),
      );
      if (free !== undefined) {
        exit = free;
        near = besides(from, free);
        use(near);
        takeStub(from, free, from.column);
        ports.set(`${edge.from}:${free}`, 'exit');
      }
    }
    let entry: Route['entry'] = 'top';
    if (clearBeside(edge.to, hand)) {
      entry = hand;
      ports.set(`${edge.to}:${hand}`, 'entry');
      takeStub(to, hand, hand === 'left' ? 0 : last - 1);
    }
    routes.set(edge, { edge, exit, entry, way: { kind: 'lane', near, lane: outer } });
  }

  /** Whether an edge may leave an item at one hand, over the columns up to the one named. */
  function canLeave(edge: Edge, hand: Hand, from: number, upTo: number): boolean {
    const item = itemAt(edge.from);
    if (item.shape === 'link' || ports.has(`${edge.from}:${hand}`)) return false;
    if (item[hand] && (item.shape !== 'diamond' || upTo !== from)) return false;
    const ems = emWidth(edge.label);
    if (ems > 2 * CORNER_EMS - 1) return false;
    const needed = cornerEms(edge.label);
    if (needed > 0 && ways.roomAtCorner(besides(item, hand), hand) < needed) return false;
    return isOpenBeside(item, hand, upTo);
  }

  function clearBeside(index: number, hand: Hand): boolean {
    const item = itemAt(index);
    if (item[hand] || item.shape === 'link') return false;
    const port = ports.get(`${index}:${hand}`);
    if (port === 'entry') return true;
    return port === undefined && isOpenBeside(item, hand, hand === 'left' ? 0 : last - 1);
  }

  /** No item and no other edge on the way from an item to the lane behind a column. */
  function isOpenBeside(item: RoutedItem, hand: Hand, upTo: number): boolean {
    for (const column of columnsBeside(item, hand, upTo)) {
      if (town.get(`${item.row}:${column}`) === 'item') return false;
    }
    return stubsOf(item, hand, upTo).every((key) => !stubs.has(key));
  }

  function takeStub(item: RoutedItem, hand: Hand, upTo: number): void {
    for (const key of stubsOf(item, hand, upTo)) stubs.add(key);
  }

  /** Edges that change places across one gap would run over each other: the later takes a lane. */
  function untangle(): void {
    const across = [...routes.values()].filter(({ way }) => way.kind === 'across');
    const kept: Route[] = [];
    for (const route of across) {
      const row = itemAt(route.edge.from).row;
      const sameGap = kept.filter(({ edge }) => itemAt(edge.from).row === row);
      if (isCircular([...sameGap, route], items)) alongLane(route.edge);
      else kept.push(route);
    }
  }
}

const HANDS_RIGHT: readonly Hand[] = ['right', 'left'];
const HANDS_LEFT: readonly Hand[] = ['left', 'right'];

function opposite(hand: Hand): Hand {
  return hand === 'left' ? 'right' : 'left';
}

function sameEnds(one: Edge, other: Edge): boolean {
  return one.from === other.from && one.to === other.to;
}
