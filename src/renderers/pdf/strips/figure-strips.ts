import type { FigureBlock } from '../../../papers/document.ts';
import { sum } from '../../page-layout/page-room.ts';
import type { PdfSetting } from '../pdf-setting.ts';
import { strip, type Strip } from './strip.ts';
import { tableStrips } from './table-strips.ts';

/** A chart as its drawings, a page each where they are several; without one its facts as a table. */
export function figureStrips(block: FigureBlock, setting: PdfSetting): Strip[] {
  const drawings = setting.file.drawings.get(block) ?? [];
  if (drawings.length === 0) return [...tableStrips(block.table, setting, false)];
  const width = sum(setting.layout.widths);
  return drawings.map(({ width: own, height, shapes }, index) => {
    const scale = Math.min(1, width / Math.max(1, own), setting.room / Math.max(1, height));
    const art = { shapes, x: (width - own * scale) / 2, scale };
    return strip(height * scale, [], { art, breakBefore: index > 0 });
  });
}
