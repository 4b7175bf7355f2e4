import type { Document } from '../../papers/document.ts';
import { heightAbove } from '../page-layout/draw-charts.ts';
import { blockParts } from './block-parts.ts';
import { settingOf, stack, type WordFileSetting } from './word-setting.ts';
import type { ChartRoom } from '../../figures/chart-room-of.ts';

/** Heights are estimates; a chart that does not fit goes to another page and leaves its title behind. */
const SLACK = 20;

/** The room of a chart on its page, below what stands above it there. */
export function chartRoom(document: Document, figure: number, file: WordFileSetting): ChartRoom {
  const setting = settingOf(document, 0, file);
  const { width, height } = setting;
  const above = heightAbove(
    document,
    figure,
    height,
    (blocks) => stack(blockParts(blocks, setting)).height,
  );
  return { width, height: height - above - SLACK };
}
