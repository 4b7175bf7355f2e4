import { emWidth } from '../../util/em-text.ts';
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

/** Labels at corners are lines of this many ems: two or three as a rule, */
const CORNER_EMS = 5.2;
/** and of longer ones more that are a little wider. */
const LONG_CORNER_EMS = 7.2;

/** Up to how many ems two such lines hold. */
export const TWO_LINES_EMS = 2 * CORNER_EMS - 1;

/** How wide the lines of such a label are: lines of like length, never one sign alone. */
export function cornerEms(label: string): number {
  const ems = emWidth(label);
  if (ems <= CORNER_EMS) return ems;
  if (ems > 3 * CORNER_EMS - 1) return LONG_CORNER_EMS;
  return Math.min(CORNER_EMS, ems / 2 + 1);
}

export function opposite(hand: Hand): Hand {
  return hand === 'left' ? 'right' : 'left';
}
