import type { RoutedItem, Route } from './route.ts';

/** The vertical parts of a lane's edges, each net on a track where it meets no other. */
export type LaneTracks = { readonly count: number; readonly of: ReadonlyMap<string, number> };

type Net = { from: number; to: number };

/** Edges to the same target share a track and join; a way from a corner to the gap has its own. */
export function netOf(route: Route, part: 'near' | 'main', items: readonly RoutedItem[]): string {
  const { edge } = route;
  const { row, column } = items[edge.to]!;
  return part === 'near' ? `near ${edge.from} ${edge.to} ${edge.label}` : `${row}:${column}`;
}

/**
 * Heights are counted in steps that keep the order down the page: a gap has 4n for what leaves the row
 * above it and 4n + 1 for what enters the row below, a row itself 4n + 2.
 */
export function lanesOf(
  routes: readonly Route[],
  items: readonly RoutedItem[],
): ReadonlyMap<number, LaneTracks> {
  const nets = new Map<number, Map<string, Net>>();
  const add = (lane: number, key: string, one: number, other: number): void => {
    const lanes = nets.get(lane) ?? new Map<string, Net>();
    nets.set(lane, lanes);
    const net = lanes.get(key) ?? { from: Infinity, to: -Infinity };
    lanes.set(key, {
      from: Math.min(net.from, one, other),
      to: Math.max(net.to, one, other),
    });
  };
  for (const route of routes) {
    if (route.way.kind !== 'lane') continue;
    const [from, to] = [items[route.edge.from]!, items[route.edge.to]!];
    const { near, lane } = route.way;
    const gap = 4 * (from.row + 1);
    const leaves = route.exit === 'bottom' || near !== undefined ? gap : 4 * from.row + 2;
    const enters = route.entry === 'top' ? 4 * to.row + 1 : 4 * to.row + 2;
    if (near !== undefined) add(near, netOf(route, 'near', items), 4 * from.row + 2, gap);
    add(lane, netOf(route, 'main', items), leaves, enters);
  }
  return new Map([...nets].map(([lane, own]) => [lane, onTracks(own)]));
}

/** Short ones first: they keep nearest to the columns, the long ones go around them. */
function onTracks(nets: ReadonlyMap<string, Net>): LaneTracks {
  const tracks: Net[][] = [];
  const of = new Map<string, number>();
  const ordered = [...nets].toSorted(
    ([, one], [, other]) => one.to - one.from - (other.to - other.from) || one.from - other.from,
  );
  for (const [key, net] of ordered) {
    let track = tracks.findIndex((taken) => taken.every((own) => isApart(own, net)));
    if (track < 0) track = tracks.push([]) - 1;
    tracks[track]!.push(net);
    of.set(key, track);
  }
  return { count: tracks.length, of };
}

function isApart(one: Net, other: Net): boolean {
  return one.to < other.from || other.to < one.from;
}

/** A horizontal part in a gap, to be put on a line of its own or beside others. */
export type LaneStrip = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly height: number;
  /** Whence and where it leads: strips from several sources to one goal may share a line. */
  readonly source?: number;
  readonly goal?: number | undefined;
  /** Strips that must lie higher up. */
  readonly below: readonly string[];
};

export type Slots = {
  /** From the top of the zone down to the line of each strip. */
  readonly depthOf: ReadonlyMap<string, number>;
  readonly height: number;
};

const APART = 4;

/** Puts strips one under the other, side by side where they do not meet. */
export function slotsOf(strips: readonly LaneStrip[]): Slots {
  const slots: LaneStrip[][] = [];
  const slotOf = new Map<string, number>();
  for (const strip of inOrder(strips)) {
    const first = Math.max(-1, ...strip.below.map((key) => slotOf.get(key) ?? -1)) + 1;
    let slot = slots.findIndex(
      (taken, index) => index >= first && taken.every((own) => mayShare(own, strip)),
    );
    if (slot < 0) slot = slots.push([]) - 1;
    slots[slot]!.push(strip);
    slotOf.set(strip.key, slot);
  }
  const depths: number[] = [];
  let depth = 0;
  for (const slot of slots) {
    depth += Math.max(...slot.map(({ height }) => height));
    depths.push(depth);
  }
  return {
    depthOf: new Map([...slotOf].map(([key, slot]) => [key, depths[slot]!])),
    height: depth,
  };
}

function mayShare(one: LaneStrip, other: LaneStrip): boolean {
  // From one source, each has a label of its own.
  if (one.goal !== undefined && one.goal === other.goal) return one.source !== other.source;
  return one.to + APART < other.from || other.to + APART < one.from;
}

function inOrder(strips: readonly LaneStrip[]): LaneStrip[] {
  const ordered: LaneStrip[] = [];
  let left = [...strips];
  while (left.length > 0) {
    const keys = new Set(left.map(({ key }) => key));
    const free = left.filter(({ below }) => below.every((key) => !keys.has(key)));
    // A circle was parted before; should one be left, the first breaks it.
    const next = free.length > 0 ? free : left.slice(0, 1);
    ordered.push(...next);
    left = left.filter((strip) => !next.includes(strip));
  }
  return ordered;
}
