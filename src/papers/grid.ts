/**
 * The columns that all blocks of a paper share: the lines of all tables laid over one another. Lines
 * that nearly meet become one, so that a paper does not fall into slivers.
 */
export type GridBuilder = {
  /** Lays a block's columns on the grid, widths from left to right; gives its inner lines. */
  readonly lay: (widths: readonly number[], tolerance: number) => readonly number[];
  /** After all blocks are laid: grid columns between neighbouring lines of a block. */
  readonly spans: (lines: readonly number[]) => number[];
  /** Widths of the grid columns, cell padding taken off. */
  readonly widths: () => number[];
};

/** Lines of tables move by less than this to meet others: a little more than one Han character. */
export const TABLE_TOLERANCE = 2.4;
/** Lines of labels and values may move further, since nobody gave them a width. */
export const FIELDS_TOLERANCE = 6;

/** A grid as wide as the room between the margins; all in half Han characters. */
export function gridBuilder(room: number, padding: number): GridBuilder {
  const lines = [0, room];
  const nearest = (position: number, after: number, tolerance: number): number | undefined => {
    let best: number | undefined;
    for (const line of lines) {
      const distance = Math.abs(line - position);
      if (line - after < TABLE_TOLERANCE || room - line < TABLE_TOLERANCE || distance > tolerance) {
        continue;
      }
      if (best === undefined || distance < Math.abs(best - position)) best = line;
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
