import { sum } from '../../page-layout/page-room.ts';
import { growHeights } from './grow-heights.ts';
import type { StripMerge, Strip } from '../strips/strip.ts';

/** Strips of one page from the top, with their final heights. */
export type StripPage = { readonly strips: readonly Strip[]; readonly heights: readonly number[] };

/**
 * Fills pages with strips as they come; never holds more than a page and what must stay together. A
 * page ends where strips may be parted and every merged box has room for its text in both parts.
 */
export function* paginate(strips: Iterable<Strip>, room: number): Generator<StripPage> {
  let page: Strip[] = [];
  /** Strips of a repeated head: a page must hold more than these. */
  let repeated = 0;
  let filling = measure([]);
  let isEmpty = true;
  const startPage = (rest: readonly Strip[]): void => {
    const head = rest[0]?.head ?? [];
    page = [...head, ...rest];
    repeated = head.length;
    filling = measure(page);
  };

  for (const next of strips) {
    isEmpty = false;
    if (next.breakBefore && page.length > repeated) {
      yield finish(page);
      startPage([]);
    }
    if (page.length === 0) startPage([next]);
    else {
      page.push(next);
      filling.add(next);
    }
    while (page.length > repeated + 1 && isOver(page, filling, room)) {
      const end = pageEnd(page, repeated, room);
      yield finish(page.slice(0, end));
      startPage(page.slice(end));
    }
  }
  // A paper without content is an empty page: a file without pages would be damaged.
  if (page.length > repeated || isEmpty) yield finish(page);
}

function finish(strips: readonly Strip[]): StripPage {
  return { strips, heights: growHeights(strips) };
}

/** Height used so far, and how much at most merged boxes lack: looked at anew only if that matters. */
type Filling = { used: number; lacking: number; readonly add: (strip: Strip) => void };

function measure(strips: readonly Strip[]): Filling {
  const covered = new Map<StripMerge, number>();
  const filling: Filling = {
    used: 0,
    lacking: 0,
    add: ({ height, merges }) => {
      filling.used += height;
      for (const merge of merges) {
        const above = covered.get(merge);
        const lack = (part: number): number => Math.max(0, merge.need - part);
        const total = (above ?? 0) + height;
        filling.lacking += lack(total) - (above === undefined ? 0 : lack(above));
        covered.set(merge, total);
      }
    },
  };
  for (const strip of strips) filling.add(strip);
  return filling;
}

const ROUNDING = 0.01;

function isOver(page: readonly Strip[], { used, lacking }: Filling, room: number): boolean {
  const most = room + ROUNDING + (page.at(-1)?.tail ?? 0);
  if (used > most) return true;
  return used + lacking > most && sum(growHeights(page)) > most;
}

/**
 * How many of the strips the page takes: as many as fit and may be parted there. Strips that cannot be
 * kept together on any page are parted where the page is full.
 */
function pageEnd(page: readonly Strip[], repeated: number, room: number): number {
  let fullest: number | undefined;
  for (let end = page.length - 1; end > repeated; end -= 1) {
    const most = room + ROUNDING + (page[end - 1]?.tail ?? 0);
    const fits = sum(growHeights(page.slice(0, end))) <= most;
    if (!fits) continue;
    if (page[end - 1]?.keepWithNext !== true) return end;
    fullest ??= end;
  }
  return fullest ?? repeated + 1;
}
