import type { Paper, DocumentStyle } from '../../../papers/document.ts';
import {
  marginsInInches,
  pageRoom,
  typeArea,
  typeAreaStart,
  type PageRoom,
} from '../../page-layout/page-room.ts';
import { letterRoom } from '../type/text-set.ts';

/** Size of the sheet and where its print begins and ends, in points. */
export type PaperFrame = {
  readonly style: DocumentStyle;
  readonly width: number;
  readonly height: number;
  readonly top: number;
  /** Height for strips on one page. */
  readonly room: number;
  /** What the columns of tables share. */
  readonly area: PageRoom;
  /** Left edge of the print; undefined: it stands in the middle. */
  readonly left: number | undefined;
  /** Distances of the lines outside the print from the upper and the lower edge. */
  readonly head: number;
  readonly foot: number;
};

/** A4 and A3 in points, rounded as printers know them. */
const SIZES = { A4: [595.28, 841.89], A3: [841.89, 1190.55] } as const;
const HEAD_SIZE = 14;
/** 一字线上距版心下边缘 7 mm: the dash stands about so far above the base line, in ems. */
const NUMBER_BELOW = (7 * 72) / 25.4;
const DASH_HEIGHT = 0.38;
const NUMBER_SIZE = 14;

/**
 * Forms have the same margins as in workbooks, so that a paper looks the same from both; letters those
 * of GB/T 9704-2012. All their pages are bound at the left: for print on both sides the standard
 * mirrors the margins, which a reader of the file would see as text that jumps.
 */
export function paperFrame(paper: Paper, style: DocumentStyle): PaperFrame {
  const [short, long] = SIZES[paper.size];
  const [width, height] = paper.orientation === 'portrait' ? [short, long] : [long, short];
  const { top, bottom, header, footer } = marginsInInches(style);
  if (style === 'form') {
    return {
      style,
      width,
      height,
      top: top * 72,
      room: height - (top + bottom) * 72,
      area: pageRoom(paper, style),
      left: undefined,
      head: header * 72 + HEAD_SIZE,
      foot: footer * 72,
    };
  }
  const start = typeAreaStart(style);
  const area = typeArea(paper, style);
  const lines = letterRoom(paper);
  const lower = start.top + area.height + NUMBER_BELOW + DASH_HEIGHT * NUMBER_SIZE;
  return {
    style,
    width,
    height,
    top: start.top + lines.top,
    room: lines.room,
    area,
    left: start.left,
    head: header * 72 + HEAD_SIZE,
    foot: height - lower,
  };
}
