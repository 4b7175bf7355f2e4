import { emWidth } from '../../util/em-text.ts';
import { besides, columnsBeside, stubsOf } from './beside.ts';
import type { Hand, RoutedItem, Ways } from './route.ts';
import { cornerEms, TWO_LINES_EMS } from './route.ts';

/** What the page offers, and what items and the edges routed so far have taken up of it. */
export type TakenWays = Ways & {
  /** By row and column. */
  readonly squares: Map<string, 'item' | 'line'>;
  /** Crossings of a row and a lane that an edge has at the side of an item. */
  readonly stubs: Set<string>;
  /** Sides of items that edges leave or enter by. */
  readonly ports: Map<string, 'exit' | 'entry'>;
  /** How many edges run along a lane. */
  readonly loads: Map<number, number>;
};

/** An item, its place in the list, and a side of it. */
export type Side = { readonly item: RoutedItem; readonly index: number; readonly hand: Hand };

export function takenByItems(items: readonly RoutedItem[], ways: Ways): TakenWays {
  const squares: TakenWays['squares'] = new Map();
  for (const { row, column, right } of items) {
    squares.set(`${row}:${column}`, 'item');
    if (right) squares.set(`${row}:${ways.sideColumn}`, 'item');
  }
  return { ...ways, squares, stubs: new Set(), ports: new Map(), loads: new Map() };
}

/** Whether neither item nor line stands in a column, from one row to before another. */
export function isFreeColumn(column: number, rows: readonly number[], taken: TakenWays): boolean {
  return rows.every((row) => !taken.squares.has(`${row}:${column}`));
}

export function takeColumn(column: number, rows: readonly number[], taken: TakenWays): void {
  for (const row of rows) taken.squares.set(`${row}:${column}`, 'line');
}

export function takeLane(lane: number, { loads }: TakenWays): void {
  loads.set(lane, loadOf(lane, { loads }) + 1);
}

export function loadOf(lane: number, { loads }: Pick<TakenWays, 'loads'>): number {
  return loads.get(lane) ?? 0;
}

/** Takes a side of an item, and the way from it to the lane behind a column. */
export function takeSide(
  { item, index, hand }: Side,
  upTo: number,
  port: 'exit' | 'entry',
  { ports, stubs }: TakenWays,
): void {
  ports.set(`${index}:${hand}`, port);
  for (const key of stubsOf(item, hand, upTo)) stubs.add(key);
}

/** Room is worked out back from widths in points: less than this is rounding. */
const SLACK = 1e-6;

/** Whether an edge may leave by a side, over the columns up to the one named. */
export function canLeave(side: Side, label: string, upTo: number, taken: TakenWays): boolean {
  const { item, index, hand } = side;
  if (item.shape === 'link' || taken.ports.has(`${index}:${hand}`)) return false;
  if (item[hand] && (item.shape !== 'diamond' || upTo !== item.column)) return false;
  // Only decisions are made high enough for a label of many lines.
  if (item.shape !== 'diamond' && emWidth(label) > TWO_LINES_EMS) return false;
  const needed = cornerEms(label);
  if (needed > 0 && taken.roomAtCorner(besides(item, hand), hand) < needed - SLACK) return false;
  return isOpenBeside(item, hand, upTo, taken);
}

/** Whether an edge may enter by a side, from the outermost lane. */
export function canEnter({ item, index, hand }: Side, taken: TakenWays): boolean {
  if (item[hand] || item.shape === 'link') return false;
  const port = taken.ports.get(`${index}:${hand}`);
  if (port === 'entry') return true;
  return port === undefined && isOpenBeside(item, hand, outmostColumn(hand, taken), taken);
}

export function outmostColumn(hand: Hand, { columns }: Ways): number {
  return hand === 'left' ? 0 : columns - 1;
}

export function outmostLane(hand: Hand, { columns }: Ways): number {
  return hand === 'left' ? -1 : columns + 1;
}

/** No item and no other edge on the way from an item to the lane behind a column. */
function isOpenBeside(
  item: RoutedItem,
  hand: Hand,
  upTo: number,
  { squares, stubs }: TakenWays,
): boolean {
  return (
    columnsBeside(item, hand, upTo).every(
      (column) => squares.get(`${item.row}:${column}`) !== 'item',
    ) && stubsOf(item, hand, upTo).every((key) => !stubs.has(key))
  );
}
