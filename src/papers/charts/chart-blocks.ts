import type { ChartSection } from '../../model/profile.ts';
import type { CellContext } from '../layout/cell-values.ts';
import { leavesOf } from '../layout/columns.ts';
import type { Block } from '../document.ts';
import type { TextContext } from '../text/fill-text.ts';
import { fillText } from '../text/fill-text.ts';
import type { WidthWish } from '../layout/fit-widths.ts';
import { departmentBars, levelBars } from './level-bars.ts';
import { countColumns, countTable } from './count-table.ts';
import { flowChart, flowTable } from './flow-chart.ts';
import { flowColumns } from './flow-columns.ts';
import { heatMap } from './heat-map.ts';

/** What the columns of a chart's table ask for on the common grid. */
export function chartWishes(chart: ChartSection, given: CellContext): WidthWish[] {
  if (chart.kind === 'flow') {
    return leavesOf(flowColumns(chart.bare), given.fields).map(({ wish }) => wish);
  }
  return countColumns(countsOf(chart, given)).map((header, index) => ({
    header,
    width: index === 0 ? undefined : 10,
  }));
}

/** The figure of a section, with the same facts as a table; an empty form has only lines to fill in. */
export function chartBlocks(
  section: ChartSection,
  spans: readonly number[],
  context: TextContext,
): Block[] {
  const { kind, bare } = section;
  const asked = section.title === undefined ? undefined : fillText(section.title, context);
  if (kind === 'flow') {
    const table = flowTable(bare, spans, context);
    if (context.blank) return [table];
    const chart = flowChart(context, bare, asked);
    return chart === undefined ? [] : [{ kind: 'figure', chart, table }];
  }
  if (context.blank) return [];
  const chart = countsOf(section, context.given, context, asked);
  return [{ kind: 'figure', chart, table: countTable(chart, spans) }];
}

function countsOf(
  { kind }: ChartSection,
  given: CellContext,
  sheet?: Pick<TextContext, 'sheet'>,
  title?: string,
) {
  const on = { given, sheet: sheet?.sheet, title };
  if (kind === 'tierCategories') return heatMap(on);
  return kind === 'levels' ? levelBars(on) : departmentBars(on);
}
