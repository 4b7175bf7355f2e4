/**
 * The columns that all blocks of a paper share: the lines of all tables laid over one another. Lines
 * that nearly meet become one, so that a paper does not fall into slivers.
 */
export type GridBuilder = {
  /** Lays a block's columns on the grid, widths from left to right; gives its inner lines. */
  readonly lay: (widths: readonly number[], tolerance: Tolerance) => readonly number[];
  /** After all blocks are laid: grid columns between neighbouring lines of a block. */
  readonly spans: (lines: readonly number[]) => number[];
  /** Widths of the grid columns, cell padding taken off. */
  readonly widths: () => number[];
};

/** How far a line may move to meet another, and what share of its width a column must keep. */
export type Tolerance = { readonly distance: number; readonly share: number };

/** A little more than one Han character: nearer lines would make a sliver. */
const SLIVER = 2.4;
export const TABLE_TOLERANCE: Tolerance = { distance: SLIVER, share: 0 };
/** Labels and values may move further, since nobody gave them a width, but a label must stay readable. */
export const FIELDS_TOLERANCE: Tolerance = { distance: 6, share: 0.75 };

/** A grid as wide as the room between the margins; all in half Han characters. */
export function gridBuilder(room: number, padding: number): GridBuilder {
  const lines = [0, room];
  const nearest = (
    position: number,
    after: number,
    { distance, share }: Tolerance,
  ): number | undefined => {
    const kept = after + (position - after) * share;
    let best: number | undefined;
    for (const line of lines) {
      const away = Math.abs(line - position);
      if (line - after < SLIVER || room - line < SLIVER || away > distance) continue;
      // A column would be too narrow; but a line almost here would leave a sliver.
      if (line < kept && away >= SLIVER) continue;
      if (best === undefined || away < Math.abs(best - position)) best = line;
    }
    return best;
  };
  return {
    lay: (widths, tolerance) => {
      const inner: number[] = [];
      const total = widths.reduce((sum, width) => sum + width, 0);
      let position = 0;
      for (const width of widths.slice(0, -1)) {
        position += (width / total) * room;
        const line = nearest(position, inner.at(-1) ?? 0, tolerance) ?? position;
        if (!lines.includes(line)) lines.push(line);
        inner.push(line);
      }
      lines.sort((left, right) => left - right);
      return inner;
    },
    spans: (inner) => {
      const places = [0, ...inner, room].map((line) => lines.indexOf(line));
      return places.slice(1).map((place, index) => place - (places[index] ?? 0));
    },
    widths: () =>
      lines.slice(1).map((line, index) => {
        const width = line - (lines[index] ?? 0) - padding;
        return Math.max(1, Math.floor(width * 10) / 10);
      }),
  };
}
