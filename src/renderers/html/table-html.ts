import type { Cell, FieldsBlock, TableBlock, TableRow } from '../../papers/document.ts';
import { escapeText } from './escape.ts';

const ALIGN = { left: 'left', center: 'middle', right: 'right' } as const;

/** A table with its head repeated on each printed page and its equal cells merged. */
export function tableHtml(table: TableBlock, grid: readonly number[]): string {
  const widths = columnWidths(table, grid);
  // As wide as on paper at least: a narrow screen scrolls instead of squeezing words to pieces.
  const total = widths.reduce((sum, width) => sum + width, 0);
  return [
    `<table style="min-width:${Math.round(total / 2)}em">`,
    columnGroup(widths, total),
    `<thead>\n${table.head.map(headRow).join('\n')}\n</thead>`,
    `<tbody>\n${table.rows.map((row) => bodyRow(row, table)).join('\n')}\n</tbody>`,
    '</table>',
  ].join('\n');
}

/** Widths of the columns in half Han characters. */
function columnWidths({ columns }: TableBlock, grid: readonly number[]): number[] {
  let start = 0;
  return columns.map(({ span }) => {
    const own = grid.slice(start, start + span).reduce((sum, width) => sum + width, 0);
    start += span;
    return own;
  });
}

function columnGroup(widths: readonly number[], total: number): string {
  if (total <= 0) return '';
  const cols = widths.map((width) => `<col style="width:${((width * 100) / total).toFixed(2)}%">`);
  return `<colgroup>${cols.join('')}</colgroup>`;
}

function headRow(cells: TableBlock['head'][number]): string {
  const parts = cells.map(({ text, colSpan, rowSpan }) => {
    const scope = colSpan > 1 ? 'colgroup' : 'col';
    return `<th scope="${scope}"${spanned('colspan', colSpan)}${spanned('rowspan', rowSpan)}>${escapeText(text)}</th>`;
  });
  return `<tr>${parts.join('')}</tr>`;
}

function bodyRow(row: TableRow, { columns }: TableBlock): string {
  if (row.kind === 'group') {
    return `<tr class="group"><td${spanned('colspan', columns.length)}>${escapeText(row.text)}</td></tr>`;
  }
  if (row.kind === 'spare') return `<tr class="spare">${'<td></td>'.repeat(columns.length)}</tr>`;
  const cells = columns.map(({ align }, index) => {
    const rows = row.rowSpans[index] ?? 1;
    if (rows === 0) return '';
    const cell = row.cells[index];
    if (cell === undefined) return '<td></td>';
    return `<td class="${cellClass(cell, ALIGN[align])}"${spanned('rowspan', rows)}>${cellHtml(cell)}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function spanned(name: string, count: number): string {
  return count > 1 ? ` ${name}="${count}"` : '';
}

function cellClass(cell: Cell, align: string): string {
  return cell.kind === 'level' ? `level ${cell.tone}` : align;
}

/** The level is a word, never a colour alone; numbered items keep their numbers. */
function cellHtml(cell: Cell): string {
  if (cell.kind === 'number') return String(cell.value);
  if (cell.kind !== 'items') return escapeText(cell.text);
  const { items, from } = cell;
  if (items.length === 0) return '';
  const list = items.map((item) => `<li>${escapeText(item)}</li>`).join('');
  return from === undefined ? `<ul>${list}</ul>` : `<ol start="${from}">${list}</ol>`;
}

/** Labels and values side by side. */
export function fieldsHtml({ bordered, rows }: FieldsBlock): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ label, value, labelSpan, valueSpan }) => {
      const name = `<th scope="row"${spanned('colspan', labelSpan)}>${escapeText(label)}</th>`;
      return `${name}<td${spanned('colspan', valueSpan)}>${cellHtml(value)}</td>`;
    });
    const room = Math.max(1, ...row.map(({ lines: least = 1 }) => least));
    const height = room === 1 ? '' : ` style="height:${room * 2}em"`;
    return `<tr${height}>${cells.join('')}</tr>`;
  });
  return `<table class="${bordered ? 'fields' : 'fields plain-fields'}">\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`;
}
