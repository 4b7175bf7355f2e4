import type { Paper } from '../../papers/document.ts';
import { marginsInInches } from '../page-layout/page.ts';

/** Size of the sheet and where its print begins and ends, in points. */
export type PaperFrame = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  /** Height for strips on one page. */
  readonly room: number;
  /** Distances of the lines outside the print from the upper and the lower edge. */
  readonly head: number;
  readonly foot: number;
};

/** A4 and A3 in points, rounded as printers know them. */
const SIZES = { A4: [595.28, 841.89], A3: [841.89, 1190.55] } as const;
const HEAD_SIZE = 14;

/** The same margins as in workbooks, so that a paper looks the same from both. */
export function paperFrame({ size, orientation }: Paper): PaperFrame {
  const [short, long] = SIZES[size];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  const { top, bottom, header, footer } = marginsInInches();
  return {
    width,
    height,
    top: top * 72,
    room: height - (top + bottom) * 72,
    head: header * 72 + HEAD_SIZE,
    foot: footer * 72,
  };
}
