import type { Document } from '../../papers/document.ts';
import { heightAbove, type Room } from '../page-layout/charts.ts';
import { heightsAt, layOutGrid } from '../page-layout/grid.ts';
import { sum } from '../page-layout/page.ts';
import { documentStrips } from './blocks.ts';
import { paperFrame } from './paper-frame.ts';
import type { FileSetting, Typefaces } from './setting.ts';

const NO_FILE: FileSetting = { drawings: new Map(), pageOf: () => '' };

/** The room of a chart on its page, below what stands above it there. */
export function chartRoom(document: Document, figure: number, faces: Typefaces): Room {
  const { paper, style } = document;
  const { area, room } = paperFrame(paper, style);
  const layout = layOutGrid(document, heightsAt(0), area);
  const setting = { layout, room, faces, style, file: NO_FILE };
  const above = heightAbove(document, figure, room, (blocks) =>
    sum([...documentStrips({ ...document, blocks }, setting)].map(({ height }) => height)),
  );
  return { width: sum(layout.widths), height: room - above - 1 };
}
