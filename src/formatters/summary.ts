import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { SEVERITY_NAMES, summarize, summaryLine } from '../diagnostics/summarize.ts';
import { displayWidth } from '../util/display-width.ts';
import { groupBy } from '../util/group-by.ts';
import { compareText } from '../util/natural-order.ts';
import { safe } from '../util/safe.ts';
import type { FormatOptions, Formatter } from './formatter.ts';
import { keysOf } from '../util/keys-of.ts';

const SEVERITIES = keysOf(SEVERITY_NAMES);
const ELSEWHERE = '（单位以外的文件）';

/** How many findings each unit has, and how many each rule: the overview of many units. */
export const summary: Formatter = (diagnostics, { units = [] }) => {
  const unitTable = align([
    ['单位', ...SEVERITIES.map((severity) => SEVERITY_NAMES[severity])],
    ...unitRows(diagnostics, units),
  ]);
  const ruleTable = align([['规则', '级别', '数目'], ...ruleRows(diagnostics)]);
  const tables = diagnostics.length === 0 ? [unitTable] : [unitTable, ruleTable];
  return `${[...tables.map((lines) => lines.join('\n')), summaryLine(summarize(diagnostics))].join('\n\n')}\n`;
};

function unitRows(
  diagnostics: readonly Diagnostic[],
  units: NonNullable<FormatOptions['units']>,
): string[][] {
  const byUnit = groupBy(diagnostics, ({ file }) => {
    const folders = new Set(file.split('/').slice(0, -1));
    return units.find(({ id }) => folders.has(id))?.id;
  });
  const row = (name: string, found: readonly Diagnostic[]) => {
    const counts = summarize(found);
    return [name, ...SEVERITIES.map((severity) => String(counts[severity]))];
  };
  const rows = units.map(({ id, name }) => row(safe(name || id), byUnit.get(id) ?? []));
  const elsewhere = byUnit.get(undefined);
  return elsewhere === undefined ? rows : [...rows, row(ELSEWHERE, elsewhere)];
}

function ruleRows(diagnostics: readonly Diagnostic[]): string[][] {
  return [...groupBy(diagnostics, ({ code, severity }) => `${code} ${severity}`).values()]
    .toSorted((a, b) => compareText(a[0]!.code, b[0]!.code))
    .map((found) => {
      const { code, rule, severity } = found[0]!;
      return [`${code} ${rule}`, SEVERITY_NAMES[severity], String(found.length)];
    });
}

/** Columns padded to equal width, the first to the left, numbers to the right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column]!))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat(widths[column]! - displayWidth(cell));
        return column === 0 ? cell + padding : padding + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
