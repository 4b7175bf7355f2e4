import type { FieldPair } from '../../papers/document.ts';

/** Line pitch of what is written by hand, in ems of the printed type. */
const PITCH = 1.6;

/** The least height of a framed row of labels and values, in points. */
export function fieldHeight(
  row: readonly FieldPair[],
  {
    heights,
    fontSize,
  }: { readonly heights: { readonly field: number }; readonly fontSize: number },
): number {
  const lines = Math.max(1, ...row.map((pair) => pair.lines ?? 1));
  return heights.field + (lines - 1) * fontSize * PITCH;
}
