import { SMALL } from '../shapes.ts';
import type { Hand, RoutedItem, Route, Ways } from './route.ts';
import { besides } from './beside.ts';
import { cornerEms } from './route.ts';
import { lanesOf } from './tracks.ts';

/** Every place across the page, the same on all pages of a chart. */
export type FlowFrame = {
  readonly width: number;
  readonly columns: readonly LaneSpan[];
  /** The column that the boxes at the right share with what branches off. */
  readonly sideColumn: number | undefined;
  /** From −1, the outer left one, by lane number plus one. */
  readonly lanes: readonly Lane[];
  readonly left: LaneSpan | undefined;
  readonly right: LaneSpan | undefined;
};
/** How much text the boxes at each side hold, in ems; 0 where there are none. */
export type Sides = { readonly left: number; readonly right: number };
export type LaneSpan = { readonly x: number; readonly width: number };
/** Room for tracks, and beside it for labels next to the columns left and right of the lane. */
type Lane = LaneSpan & { readonly before: number; readonly after: number };

const TRACK = 7;
const INSET = 1;
/** Lanes beside boxes: for the short lines that tie them to their step. */
const TIE = 12;
const LEAST = 8;

export type RoutedGraph = {
  readonly routes: readonly Route[];
  readonly items: readonly RoutedItem[];
};

export function frameOf(
  room: number,
  columns: number,
  sides: Sides,
  { routes, items }: RoutedGraph,
): FlowFrame {
  const pads = padsOf(routes, items);
  const tracks = lanesOf(routes, items);
  const lanes = Array.from({ length: columns + 3 }, (_, index) => {
    const lane = index - 1;
    const count = tracks.get(lane)?.count ?? 0;
    const isOuter = lane < 0 || lane > columns;
    const isTie = (lane === 0 && sides.left > 0) || (lane === 1 && sides.right > 0);
    const isInner = lane > 0 && lane < columns;
    const least = isOuter ? 0 : isTie ? TIE : isInner ? 16 : LEAST;
    const width = Math.min(room * 0.1, Math.max(least, count === 0 ? 0 : count * TRACK + 5));
    const pad = pads.get(lane);
    return { width, before: pad?.left ?? 0, after: pad?.right ?? 0 };
  });
  const free =
    room - 2 * INSET - lanes.reduce((sum, lane) => sum + lane.width + lane.before + lane.after, 0);
  const shares = sharesOf(columns, sides);
  const used = shares.left + shares.right + shares.columns.reduce((sum, share) => sum + share, 0);
  let x = INSET + (free * (1 - used)) / 2 + shares.shift * free;
  const placed: Lane[] = [];
  const addLane = (lane: number): void => {
    const own = lanes[lane + 1]!;
    placed[lane + 1] = { ...own, x: x + own.before };
    x += own.before + own.width + own.after;
  };
  const addSpan = (width: number): LaneSpan => {
    const span = { x, width };
    x += width;
    return span;
  };
  addLane(-1);
  const left = sides.left > 0 ? addSpan(shares.left * free) : undefined;
  addLane(0);
  const spans = shares.columns.map((share, column) => {
    const span = addSpan(share * free);
    addLane(column + 1);
    return span;
  });
  const shared = shares.sideColumn === undefined ? undefined : spans[shares.sideColumn];
  const right = shared ?? (sides.right > 0 ? addSpan(shares.right * free) : undefined);
  addLane(columns + 1);
  const { sideColumn } = shares;
  return { width: room, columns: spans, sideColumn, lanes: placed, left, right };
}

/**
 * What boxes take of the width that lanes leave free. Beside boxes of risks and measures, what branches
 * off stands in the column of the measures; without them the spine keeps near the middle.
 */
function sharesOf(columns: number, sides: Sides) {
  const none = { left: 0, right: 0, shift: 0, sideColumn: undefined };
  if (sides.left + sides.right === 0) {
    if (columns === 1) return { ...none, columns: [0.58] };
    // The blank at the left stands against the branches at the right.
    if (columns === 2) return { ...none, columns: [0.46, 0.34], shift: 0.04 };
    return { ...none, columns: [0.31, 0.36, 0.31] };
  }
  // The longer text gets more of the width, within reason.
  const lean = Math.sqrt(sides.right) / (Math.sqrt(sides.left) + Math.sqrt(sides.right));
  const wide = Math.min(Math.max(lean * 2 * SIDE, SIDE - LEAN), SIDE + LEAN);
  const rightWidth = sides.left === 0 || sides.right === 0 ? SIDE : wide;
  const left = sides.left === 0 ? 0 : 2 * SIDE - rightWidth;
  if (columns === 1) {
    const right = sides.right === 0 ? 0 : rightWidth;
    return { ...none, left, right, columns: [Math.min(1 - left - right, 0.5)] };
  }
  return { ...none, left, columns: [1 - left - rightWidth, rightWidth], sideColumn: 1 };
}

const SIDE = 0.33;
const LEAN = 0.07;

/** The width that labels at corners need, by lane and by the hand at which the edge leaves. */
function padsOf(routes: readonly Route[], items: readonly RoutedItem[]) {
  const pads = new Map<number, { left: number; right: number }>();
  for (const { edge, exit } of routes) {
    if (exit === 'bottom' || edge.label === '') continue;
    const item = items[edge.from]!;
    const lane = besides(item, exit);
    const pad = pads.get(lane) ?? { left: 0, right: 0 };
    const width = cornerEms(edge.label) * SMALL + 5;
    // Leaving to the right, the label stands at the left edge of the lane.
    if (exit === 'right') pad.left = Math.max(pad.left, width);
    else pad.right = Math.max(pad.right, width);
    pads.set(lane, pad);
  }
  return pads;
}

/** What the routes on a page may use of the frame. */
export function waysOf(frame: FlowFrame): Ways {
  return {
    columns: frame.columns.length,
    sideColumn: frame.sideColumn,
    isOpen: (lane) => (frame.lanes[lane + 1]?.width ?? 0) > 0,
    roomAtCorner: (lane, hand: Hand) => {
      const own = frame.lanes[lane + 1];
      const pad = hand === 'right' ? own?.before : own?.after;
      return Math.max(0, ((pad ?? 0) - 5) / SMALL);
    },
  };
}

/** Where a track of a lane runs; tracks are counted from the columns outward. */
export function trackX(frame: FlowFrame, lane: number, track: number, count: number): number {
  const { x, width } = frame.lanes[lane + 1]!;
  const share = (track + 0.5) / Math.max(1, count);
  return lane <= 0 ? x + width * (1 - share) : x + width * share;
}

export function middleOf({ x, width }: LaneSpan): number {
  return x + width / 2;
}
