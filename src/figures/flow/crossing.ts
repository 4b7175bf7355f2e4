import type { Edge } from './flow-graph.ts';
import type { RoutedItem } from './route.ts';

/** Whether one edge across a gap must lie above another: it starts in the column where that one ends. */
export function liesAbove(one: Edge, other: Edge, items: readonly RoutedItem[]): boolean {
  return items[one.from]?.column === items[other.to]?.column && one !== other;
}

/** Whether edges across one gap would have to lie above each other in a circle. */
export function isCircular(edges: readonly Edge[], items: readonly RoutedItem[]): boolean {
  let left = [...edges];
  for (;;) {
    const free = left.filter((edge) => left.every((above) => !liesAbove(above, edge, items)));
    if (free.length === 0) return left.length > 0;
    left = left.filter((edge) => !free.includes(edge));
  }
}
