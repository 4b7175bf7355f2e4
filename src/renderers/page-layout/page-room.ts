import type { Paper, DocumentStyle } from '../../papers/document.ts';

/** Blank at the left and right of the text in a cell, in points. */
export const SIDE_BLANK = 2.5;

/** 小五: no table is printed in smaller type. */
export const SMALLEST_SIZE = 9;
/** Blank that office programs leave at the two sides of a cell, in points. */
const CELL_PADDING = 5;

const MM = 72 / 25.4;
const PAPER_MM = { A4: [210, 297], A3: [297, 420] } as const;
/** Letters: 天头 37, 订口 28 and a type area of 156 × 225 mm, GB/T 9704-2012, 5.2.1. */
const MARGINS_MM = {
  form: { left: 16, right: 16, top: 19, bottom: 17, header: 9, footer: 8 },
  letter: { left: 28, right: 26, top: 37, bottom: 35, header: 15, footer: 22 },
} as const;
/** Printers and programs round; a table exactly as wide as the page would be scaled down. */
const WIDTH_SLACK = 0.985;
/** Row heights are rounded up to pixels, which adds up over a page. */
const HEIGHT_SLACK = 0.98;
/** Narrowest a column may get when the grid is squeezed: three Han characters. */
const NARROWEST = 6;
const STRONGEST_SQUEEZE = 0.6;

/** Room on one page in points. */
export type PageRoom = { readonly width: number; readonly height: number };

export type FittedGrid = {
  readonly fontSize: number;
  /** Column widths in points. */
  readonly widths: readonly number[];
  readonly pagesWide: number;
};

type Margins = Readonly<Record<keyof (typeof MARGINS_MM)['form'], number>>;

/** Page margins in inches, as workbooks store them. */
export function marginsInInches(style: DocumentStyle): Margins {
  const inch = (mm: number): number => Number((mm / 25.4).toFixed(3));
  const { left, right, top, bottom, header, footer } = MARGINS_MM[style];
  return {
    left: inch(left),
    right: inch(right),
    top: inch(top),
    bottom: inch(bottom),
    header: inch(header),
    footer: inch(footer),
  };
}

/** What a page of this paper holds between its margins, a little less for those who round. */
export function pageRoom(paper: Paper, style: DocumentStyle): PageRoom {
  const { width, height } = typeArea(paper, style);
  return { width: width * WIDTH_SLACK, height: height * HEIGHT_SLACK };
}

/** 版心: all that lies between the margins, in points. */
export function typeArea({ size, orientation }: Paper, style: DocumentStyle): PageRoom {
  const [short, long] = PAPER_MM[size];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  const { left, right, top, bottom } = MARGINS_MM[style];
  return { width: (width - left - right) * MM, height: (height - top - bottom) * MM };
}

/** Where the type area begins, in points from the left and the upper edge of the paper. */
export function typeAreaStart(style: DocumentStyle): {
  readonly left: number;
  readonly top: number;
} {
  return { left: MARGINS_MM[style].left * MM, top: MARGINS_MM[style].top * MM };
}

/**
 * Fits the grid to the page at full print size: columns widen to fill it; where they are too wide the
 * type gets smaller down to 小五, then the columns narrower, and at last the paper goes on beside.
 */
export function fitGrid(grid: readonly number[], paper: Paper, room: number): FittedGrid {
  const smallest = Math.min(SMALLEST_SIZE, paper.fontSize);
  for (let size = paper.fontSize; size >= smallest; size -= 0.5) {
    const widths = grid.map((width) => pointsOf(width, size));
    const factor = room / sum(widths);
    if (factor >= 1 || grid.length === 0) {
      return { fontSize: size, widths: widths.map((width) => width * factor), pagesWide: 1 };
    }
  }
  const widths = grid.map((width) => pointsOf(width, smallest));
  const narrowest = pointsOf(NARROWEST, smallest);
  const squeezed = squeeze(widths, narrowest, room);
  if (squeezed !== undefined) return { fontSize: smallest, widths: squeezed, pagesWide: 1 };
  return { fontSize: smallest, widths, pagesWide: Math.ceil(sum(widths) / room) };
}

/** Half Han characters at a type size → points; the blank at the sides of a cell is added. */
function pointsOf(halfHan: number, fontSize: number): number {
  return (Math.max(1, halfHan) * fontSize) / 2 + CELL_PADDING;
}

/** Half Han characters that a line in a cell of this width holds. */
export function lineWidth(points: number, fontSize: number): number {
  return Math.max(2, Math.floor((points - CELL_PADDING) / (fontSize / 2) + 0.01));
}

/**
 * Points → the unit of column widths in workbooks: digits of the default font, which the writer sets
 * to 宋体 11, 8 pixels wide at 96 dots an inch in Excel and WPS.
 */
export function workbookWidth(points: number): number {
  return Math.min(255, Math.round(((points * 96) / 72 / 8) * 256) / 256);
}

/** Takes from the wide columns what is too much; undefined where that would go too far. */
function squeeze(widths: readonly number[], narrowest: number, room: number): number[] | undefined {
  const floors = widths.map((width) =>
    Math.min(width, Math.max(narrowest, width * STRONGEST_SQUEEZE)),
  );
  const spare = sum(widths) - sum(floors);
  const excess = sum(widths) - room;
  if (excess > spare) return undefined;
  return widths.map(
    (width, index) => width - ((width - (floors[index] ?? width)) * excess) / spare,
  );
}

/** Sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
