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

/** Labels at corners are short: two lines of this many ems. */
export const CORNER_EMS = 5.2;

/** How wide the lines of such a label are: two lines of like length, never one sign alone. */
export function cornerEms(label: string): number {
  const ems = emWidth(label);
  return ems <= CORNER_EMS ? ems : Math.min(CORNER_EMS, ems / 2 + 1);
}

export function opposite(hand: Hand): Hand {
  return hand === 'left' ? 'right' : 'left';
}
