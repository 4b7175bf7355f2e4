import type { FlowChart } from '../../model/chart.ts';
import type { Drawing, Shape } from '../drawing.ts';
import type { ChartRoom } from '../chart-room-of.ts';
import { titleOf } from '../chart-room-of.ts';
import { rounded } from '../shapes.ts';
import type { FlowFrame } from './flow-frame.ts';
import { layOutGrid } from './flow-grid.ts';
import type { Naming, PageRows, Whole } from './page-links.ts';
import { pageOf, UNNAMED } from './page-links.ts';
import type { Stripe } from './stripes.ts';
import { continuedStripe, headStripes, moved, noteStripes } from './stripes.ts';

/** Half of the thickest line stands out of its box. */
const EDGE = 1;
const AFTER_HEADS = 8;
const BEFORE_NOTES = 10;

/** A page before it is drawn: what stands above, which rows, what stands below. */
type FlowPage = {
  readonly above: readonly Stripe[];
  readonly rows: PageRows | undefined;
  readonly isMerged: boolean;
  readonly below: readonly Stripe[];
};

/** Breaks a chart over pages between rows, and draws them. */
export function layOutPages(
  chart: FlowChart,
  whole: Whole,
  frame: FlowFrame,
  room: ChartRoom,
): Drawing[] {
  const inner = { width: room.width, height: room.height - 2 * EDGE };
  const pages = breakPages(chart, whole, frame, inner);
  const naming = namesOf(whole, pages);
  return pages.map((page, index) => {
    const shapes: Shape[] = [];
    let y = EDGE;
    const put = ({ shapes: own, height }: Stripe): void => {
      shapes.push(...moved(own, y));
      y += height;
    };
    if (index > 0) put(continuedStripe(chart.title, index + 1, pages.length, room.width));
    for (const stripe of page.above) put(stripe);
    if (page.above.length > 0) y += AFTER_HEADS;
    if (page.rows !== undefined) {
      const { pieces, edges } = pageOf(whole, page.rows, naming(index), page.isMerged);
      put(layOutGrid(pieces, edges, frame));
    }
    if (page.below.length > 0) y += BEFORE_NOTES;
    for (const stripe of page.below) put(stripe);
    return { title: chart.title, width: room.width, height: rounded(y + EDGE), shapes };
  });
}

/** Room above and below the rows that every page keeps: how high a row may be. */
export function mostOfRow(room: ChartRoom): number {
  return Math.max(120, room.height - continuedHeight(room) - 150);
}

function breakPages(chart: FlowChart, whole: Whole, frame: FlowFrame, room: ChartRoom): FlowPage[] {
  const count = Math.max(0, ...whole.pieces.map(({ row }) => row + 1));
  const most = room.height - continuedHeight(room) - AFTER_HEADS - BEFORE_NOTES;
  const title = titleOf(chart.title, room.width);
  const pages: FlowPage[] = [];
  let above: Stripe[] = [];
  let used = 0;
  const endPage = (page: Partial<FlowPage> = {}): void => {
    pages.push({ above, rows: undefined, isMerged: false, below: [], ...page });
    above = [];
    used = continuedHeight(room);
  };
  const stripes = [
    ...(title.height > 0 ? [title] : []),
    ...headStripes(chart.heads, room.width, most),
  ];
  for (const stripe of stripes) {
    if (above.length > 0 && used + stripe.height + AFTER_HEADS > room.height) endPage();
    above.push(stripe);
    used += stripe.height;
  }
  const [foot] = noteStripes(chart, room.width, most);
  const notes = foot === undefined ? 0 : BEFORE_NOTES + foot.height;
  let first = 0;
  while (first < count) {
    const left = room.height - used - (above.length > 0 ? AFTER_HEADS : 0);
    const found = lastRow(whole, frame, { first, count }, { room: left, notes });
    if (found === undefined && above.length > 0) {
      endPage();
      continue;
    }
    const last = found ?? first;
    const { height } = heightOf(whole, frame, { first, last }, found === undefined);
    const rows = { first, last };
    first = last + 1;
    if (first < count) endPage({ rows, isMerged: found === undefined });
    else {
      used += (above.length > 0 ? AFTER_HEADS : 0) + height;
      return withNotes(chart, { room, most }, pages, {
        above,
        rows,
        isMerged: found === undefined,
        used,
      });
    }
  }
  return withNotes(chart, { room, most }, pages, { above, rows: undefined, isMerged: false, used });
}

type NotesRoom = { readonly room: ChartRoom; readonly most: number };

/** The foot of the last page, or as much of it as fits, the rest on pages of its own. */
function withNotes(
  chart: FlowChart,
  { room, most }: NotesRoom,
  before: readonly FlowPage[],
  page: Omit<FlowPage, 'below'> & { readonly used: number },
): FlowPage[] {
  const pages = [...before];
  let { above, rows, isMerged, used } = page;
  let below: Stripe[] = [];
  for (const stripe of noteStripes(chart, room.width, most)) {
    if (used > 0 && used + BEFORE_NOTES + stripe.height > room.height) {
      if (above.length > 0 || rows !== undefined || below.length > 0) {
        pages.push({ above, rows, isMerged, below });
      }
      [above, rows, isMerged, below] = [[], undefined, false, []];
      used = continuedHeight(room);
    }
    used += stripe.height + (below.length === 0 ? BEFORE_NOTES : 0);
    below.push(stripe);
  }
  if (above.length > 0 || rows !== undefined || below.length > 0) {
    pages.push({ above, rows, isMerged, below });
  }
  return pages;
}

/** Rows that make a page longer than it may be still find room when what they lead to joins it. */
const TRIES = 3;

type RowsRoom = { readonly room: number; readonly notes: number };

/** The last row of the page that begins with `first`: full, but rather ending where few edges cross. */
function lastRow(
  whole: Whole,
  frame: FlowFrame,
  { first, count }: { readonly first: number; readonly count: number },
  { room, notes }: RowsRoom,
): number | undefined {
  const found: { last: number; height: number; links: number }[] = [];
  let failed = 0;
  for (let last = first; last < count && failed < TRIES; last += 1) {
    const { height, links } = heightOf(whole, frame, { first, last }, false);
    if (height > room) failed += 1;
    else {
      failed = 0;
      found.push({ last, height, links: last === count - 1 ? 0 : links });
    }
  }
  // The foot never stands alone on a page: rather the last rows go there with it.
  const end = found.at(-1);
  if (found.length > 1 && end?.last === count - 1 && end.height + notes > room) found.pop();
  // Nor does the end alone: a step goes there with it.
  const together = found.filter(({ last }) => last !== count - 2);
  const fitting = found.at(-1)?.last === count - 2 && together.length > 0 ? together : found;
  const fullest = fitting.at(-1);
  if (fullest === undefined) return undefined;
  const good = fitting.slice(-TRIES).filter(({ height }) => height >= fullest.height * 0.7);
  return good.reduce((one, other) => (other.links <= one.links ? other : one)).last;
}

function heightOf(whole: Whole, frame: FlowFrame, rows: PageRows, isMerged: boolean) {
  const { pieces, edges, links } = pageOf(whole, rows, UNNAMED, isMerged);
  return { height: layOutGrid(pieces, edges, frame).height, links };
}

function continuedHeight({ width }: ChartRoom): number {
  return continuedStripe('', 1, 1, width).height;
}

/** Numbers of the connectors, one a target, in the order in which they are first met. */
function namesOf(whole: Whole, pages: readonly FlowPage[]): (page: number) => Naming {
  const pageAt = (index: number): number => {
    const { row } = whole.pieces[index]!;
    return pages.findIndex(
      ({ rows }) => rows !== undefined && row >= rows.first && row <= rows.last,
    );
  };
  const numbers = new Map<number, number>();
  const byPage = whole.edges
    .map((edge) => ({ ...edge, at: pageAt(edge.from), goal: pageAt(edge.to) }))
    .filter(({ at, goal }) => at !== goal)
    .toSorted(
      (one, other) =>
        one.at - other.at || whole.pieces[one.from]!.row - whole.pieces[other.from]!.row,
    );
  for (const { to } of byPage) if (!numbers.has(to)) numbers.set(to, numbers.size + 1);
  const sign = (target: number): string => circled(numbers.get(target) ?? 0);
  return (page) => ({
    outward: (target) => {
      const goal = pageAt(target);
      return goal === page + 1 ? `接下页${sign(target)}` : `转第${goal + 1}页${sign(target)}`;
    },
    inward: (target) => {
      const sources = new Set(byPage.filter(({ to }) => to === target).map(({ at }) => at));
      const [only] = sources;
      if (sources.size > 2 || only === undefined) return `接${sign(target)}`;
      if (sources.size === 2) {
        return `接第${[...sources].map((source) => source + 1).join('、')}页${sign(target)}`;
      }
      return only === page - 1 ? `续上页${sign(target)}` : `接第${only + 1}页${sign(target)}`;
    },
  });
}

/** ①…⑩, which every Chinese font has, then （11）. */
function circled(number: number): string {
  return number <= 10 ? String.fromCodePoint(0x245f + number) : `（${number}）`;
}
