import type { HeatMap, LevelBars } from '../../model/chart.ts';
import type { CellContext } from '../layout/cell-values.ts';
import type { Cell, TableBlock } from '../document.ts';
import type { RiskRecord } from '../fields/field.ts';
import { allOf, risksOn } from '../rows/risk-rows.ts';
import type { Scope } from '../rows/row-scope.ts';
import { scopeOf } from '../rows/row-scope.ts';

/** Where points are counted: on a sheet, by default that of the unit. */
export type CountInput = {
  readonly given: CellContext;
  readonly sheet: Scope | undefined;
  readonly title: string | undefined;
};

/** Points on the sheet that the scheme rates, each once. */
export function ratedRisks({ given, sheet }: CountInput): RiskRecord[] {
  const { context } = given;
  const on = sheet ?? scopeOf('unit', context.unit.info);
  return risksOn(on, allOf(on), context)
    .map(({ risk }) => risk)
    .filter(({ id }) => context.assessment.risks.get(id)?.status !== 'notRated');
}

/** Heads of the table that says what the chart says. */
export function countColumns(chart: LevelBars | HeatMap): string[] {
  const heads = chart.kind === 'bars' ? chart.levels.map(({ text }) => text) : chart.columns;
  return [chart.kind === 'bars' ? '范围' : '层级', ...heads, '合计'];
}

/** The numbers of a chart as a table, with sums. */
export function countTable(chart: LevelBars | HeatMap, spans: readonly number[]): TableBlock {
  const heads = countColumns(chart);
  const tones = chart.kind === 'bars' ? chart.levels.map(({ tone }) => tone) : undefined;
  const line = (label: string, counts: readonly number[]) => {
    const cells: Cell[] = [
      { kind: 'text', text: label },
      ...counts.map((value): Cell => ({ kind: 'number', value })),
      { kind: 'number', value: counts.reduce((sum, count) => sum + count, 0) },
    ];
    return { kind: 'data', cells, rowSpans: cells.map(() => 1) } as const;
  };
  const totals = (chart.rows[0]?.counts ?? []).map((_, index) =>
    chart.rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  );
  const rows = chart.rows.map(({ label, counts }) => line(label, counts));
  return {
    kind: 'table',
    columns: heads.map((header, index) => ({
      key: index === 0 ? 'label' : index === heads.length - 1 ? 'total' : keyOf(header, tones),
      header,
      span: spans[index] ?? 1,
      align: index === 0 ? 'left' : 'center',
    })),
    head: [heads.map((text, column) => ({ text, column, colSpan: 1, rowSpan: 1 }))],
    rows: chart.rows.length > 1 ? [...rows, line('合计', totals)] : rows,
  };
}

/** Levels and categories are the scheme's own words and unique in it. */
function keyOf(header: string, tones: readonly string[] | undefined): string {
  return `${tones === undefined ? 'category' : 'level'}.${header}`;
}
