import { sum } from '../../page-layout/page-room.ts';
import type { StripMerge, Strip } from '../strips/strip.ts';

/** What a merged box covers among strips that stand below each other. */
export type Segment = { readonly merge: StripMerge; readonly start: number; readonly end: number };

/** The strips that each merged box covers; a box that is repeated has several segments. */
export function segmentsOf(strips: readonly Strip[]): Segment[] {
  const segments: Segment[] = [];
  let open = new Map<StripMerge, number>();
  strips.forEach(({ merges }, index) => {
    const next = new Map<StripMerge, number>();
    for (const merge of merges) next.set(merge, open.get(merge) ?? index);
    for (const [merge, start] of open) {
      if (!next.has(merge)) segments.push({ merge, start, end: index });
    }
    open = next;
  });
  for (const [merge, start] of open) segments.push({ merge, start, end: strips.length });
  return segments;
}

/** Heights of the strips, made high enough for merged boxes: what lacks is spread evenly. */
export function growHeights(strips: readonly Strip[]): number[] {
  const heights = strips.map(({ height }) => height);
  const segments = segmentsOf(strips).toSorted((a, b) => a.end - a.start - (b.end - b.start));
  for (const { merge, start, end } of segments) {
    const lacking = merge.need - sum(heights.slice(start, end));
    if (lacking <= 0) continue;
    for (let index = start; index < end; index += 1) {
      heights[index] = (heights[index] ?? 0) + lacking / (end - start);
    }
  }
  return heights;
}
