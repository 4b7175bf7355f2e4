import type { Hand, RoutedItem } from './route.ts';

/** The lane next to an item. */
export function besides(item: RoutedItem, hand: Hand): number {
  return hand === 'left' ? item.column : item.column + 1;
}

/** Columns between an item and the lane behind a column at one hand of it. */
export function columnsBeside(item: RoutedItem, hand: Hand, upTo: number): number[] {
  return hand === 'left' ? range(upTo, item.column - 1) : range(item.column + 1, upTo);
}

/** The lanes that such a way crosses, in the item's row. */
export function stubsOf(item: RoutedItem, hand: Hand, upTo: number): string[] {
  const lanes = hand === 'left' ? range(upTo, item.column) : range(item.column + 1, upTo + 1);
  return lanes.map((lane) => `${item.row}:${lane}`);
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
