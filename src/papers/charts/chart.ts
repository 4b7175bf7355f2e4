import type { ChartSection } from '../../model/profile.ts';
import type { Block } from '../document.ts';
import type { TextContext } from '../texts.ts';

/** The figure of a section. */
export function chartBlocks(_chart: ChartSection, _context: TextContext): Block[] {
  return [];
}
