import type { Profile } from '../../model/profile.ts';
import type { CellContext } from './cell-values.ts';
import { chartWishes } from '../charts/chart-blocks.ts';
import { leavesOf } from './columns.ts';
import { fieldWidths } from './fields-block.ts';
import type { GridBuilder } from './grid-builder.ts';
import { FIELDS_TOLERANCE, gridBuilder, TABLE_TOLERANCE } from './grid-builder.ts';
import { paperOf, roomOf } from './paper-size.ts';
import { fitWidths, NARROWEST } from './fit-widths.ts';

/** The common grid, and the inner lines of each section on it. */
export type PaperLayout = {
  readonly grid: GridBuilder;
  readonly lines: ReadonlyMap<number, readonly number[]>;
};

/** Lays the sections on a common grid: tables first, the others snap to their lines. */
export function layOut(profile: Profile, given: CellContext): PaperLayout {
  const { sections } = profile;
  const { width, padding } = roomOf(paperOf(profile), profile.style);
  const grid = gridBuilder(width, padding);
  const lines = new Map<number, readonly number[]>();
  for (const [index, { table, chart }] of sections.entries()) {
    const wishes =
      table === undefined
        ? chart === undefined
          ? []
          : chartWishes(chart, given)
        : leavesOf(table.columns, given.fields).map(({ wish }) => wish);
    if (wishes.length === 0) continue;
    const widths =
      fitWidths(wishes, width - wishes.length * padding) ?? wishes.map(() => NARROWEST);
    lines.set(
      index,
      grid.lay(
        widths.map((own) => own + padding),
        TABLE_TOLERANCE,
      ),
    );
  }
  for (const [index, { fields }] of sections.entries()) {
    if (fields === undefined) continue;
    const widths = fieldWidths(fields, given.fields, width, padding);
    lines.set(index, grid.lay(widths, FIELDS_TOLERANCE));
  }
  return { grid, lines };
}
