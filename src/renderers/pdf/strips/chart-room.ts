import type { Document } from '../../../papers/document.ts';
import { heightAbove } from '../../page-layout/draw-charts.ts';
import { heightsAt, layOutGrid } from '../../page-layout/lay-out-grid.ts';
import { sum } from '../../page-layout/page-room.ts';
import { documentStrips } from './block-strips.ts';
import { paperFrame } from '../pages/paper-frame.ts';
import type { PdfFileSetting, Typefaces } from '../pdf-setting.ts';
import type { ChartRoom } from '../../../figures/chart-room-of.ts';

const NO_FILE: PdfFileSetting = { drawings: new Map(), pageOf: () => '' };

/** The room of a chart on its page, below what stands above it there. */
export function chartRoom(document: Document, figure: number, faces: Typefaces): ChartRoom {
  const { paper, style } = document;
  const { area, room } = paperFrame(paper, style);
  const layout = layOutGrid(document, heightsAt(0), area);
  const setting = { layout, room, faces, style, file: NO_FILE };
  const above = heightAbove(document, figure, room, (blocks) =>
    sum([...documentStrips({ ...document, blocks }, setting)].map(({ height }) => height)),
  );
  return { width: sum(layout.widths), height: room - above - 1 };
}
