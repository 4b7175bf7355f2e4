import { displayWidth } from '../../util/display-width.ts';

/** What a column asks for: a width of its own, or a share of what is left. */
export type WidthWish = { readonly width: number | undefined; readonly header: string };

/** Two Han characters: narrower a column cannot be read. */
export const NARROWEST = 4;
const LEAST_SHARE = 8;
const LONGEST_WORD = 8;

/**
 * Widths that fill the room, in half Han characters without the blank at the sides of cells.
 * Undefined where even the narrowest columns do not fit.
 */
export function fitWidths(wishes: readonly WidthWish[], room: number): number[] | undefined {
  if (wishes.length * NARROWEST > room) return undefined;
  const least = wishes.map(({ width, header }) => Math.max(NARROWEST, width ?? leastWidth(header)));
  const sharing = wishes.flatMap(({ width }, index) => (width === undefined ? [index] : []));
  if (sum(least) >= room || sharing.length === 0) return scale(least, room);
  const widths = [...least];
  // Those whose header needs more than an even share keep that; the others share the rest.
  let open = sharing;
  for (;;) {
    const taken = sum(widths.map((width, index) => (open.includes(index) ? 0 : width)));
    const share = (room - taken) / open.length;
    const wider = open.filter((index) => (least[index] ?? 0) > share);
    if (wider.length === 0) {
      for (const index of open) widths[index] = share;
      return widths;
    }
    open = open.filter((index) => !wider.includes(index));
  }
}

/** A header may break between Han characters, a Latin word or a short Chinese one may not. */
function leastWidth(header: string): number {
  const words = header.match(/[\u0021-\u024F]+|[^\s\u0021-\u024F、，。；：（）/]+/gu) ?? [];
  const longest = Math.max(0, ...words.map((word) => Math.min(LONGEST_WORD, displayWidth(word))));
  return Math.max(LEAST_SHARE, longest);
}

/** In proportion, none narrower than two Han characters. */
function scale(widths: readonly number[], room: number): number[] {
  let fixed = new Set<number>();
  for (;;) {
    const free = widths.flatMap((_, index) => (fixed.has(index) ? [] : [index]));
    const left = room - fixed.size * NARROWEST;
    const factor = left / sum(free.map((index) => widths[index] ?? 0));
    const scaled = widths.map((width, index) => (fixed.has(index) ? NARROWEST : width * factor));
    const narrow = free.filter((index) => (scaled[index] ?? 0) < NARROWEST);
    if (narrow.length === 0) return scaled;
    fixed = new Set([...fixed, ...narrow]);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
