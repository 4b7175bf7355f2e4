import type { FieldItem, Section } from '../../model/profile.ts';
import { displayWidth } from '../../util/display-width.ts';
import { cellOf, valueOf } from './cell-values.ts';
import type { Cell, FieldPair, FieldsBlock } from '../document.ts';
import type { Fields } from '../fields/field.ts';
import type { TextContext } from '../text/fill-text.ts';
import { fillText } from '../text/fill-text.ts';

export type FieldsSection = NonNullable<Section['fields']>;

const NARROWEST_LABEL = 8;
const WIDEST_LABEL = 16;

/** Widths of the columns of labels and values for a grid; a plain line has no column for labels. */
export function fieldWidths(
  { columns, plain, of }: FieldsSection,
  fields: Fields,
  room: number,
  padding: number,
): number[] {
  const pair = room / columns;
  if (plain) return Array.from({ length: columns }, () => pair);
  const longest = Math.max(...of.map((item) => displayWidth(labelOf(item, fields))));
  const label = Math.min(
    Math.min(WIDEST_LABEL, Math.max(NARROWEST_LABEL, longest)) + padding,
    pair / 2,
  );
  return Array.from({ length: columns }, () => [label, pair - label]).flat();
}

/** Labels and values of a section; `spans` are the grid columns of label, value, label, value … */
export function buildFields(
  { columns, plain, of }: FieldsSection,
  spans: readonly number[],
  context: TextContext,
): FieldsBlock {
  const { given } = context;
  const rows = rowsOfItems(of, columns).map((items) =>
    items.map((item, index): FieldPair => {
      const isLast = index === items.length - 1;
      const cells = plain ? 1 : 2;
      const start = index * cells;
      // The last pair of a row reaches to the edge of the paper.
      const end = isLast ? spans.length : start + cells;
      const labelSpan = plain ? 0 : (spans[start] ?? 1);
      return {
        field: typeof item === 'string' ? item : 'field' in item ? item.field : '',
        label: labelOf(item, given.fields),
        value: valueCell(item, context),
        labelSpan,
        valueSpan: sum(spans.slice(start, end)) - labelSpan,
        ...(typeof item === 'string' || item.lines === 1 ? {} : { lines: item.lines }),
      };
    }),
  );
  return { kind: 'fields', bordered: !plain, rows };
}

/** The label of an item: its own, else the header of its field. */
function labelOf(item: FieldItem, { find }: Fields): string {
  if (typeof item === 'string') return find(item)?.header ?? item;
  if ('field' in item) return item.label ?? find(item.field)?.header ?? item.field;
  return item.label;
}

function valueCell(item: FieldItem, context: TextContext): Cell {
  const { sheet, blank, given } = context;
  if (typeof item !== 'string' && !('field' in item)) {
    return { kind: 'text', text: fillText(item.text, { ...context, prose: false }) };
  }
  const key = typeof item === 'string' ? item : item.field;
  const { where, numbering, empty } =
    typeof item === 'string' ? { where: undefined, numbering: 'auto' as const, empty: '' } : item;
  const { value, field } = valueOf(key, sheet, given, where);
  // An empty form still says whose form it is.
  if (blank && key !== 'unit.name' && key !== 'unit.shortName') return { kind: 'text', text: '' };
  return cellOf(value, field?.inline ?? true, numbering, empty);
}

function rowsOfItems(items: readonly FieldItem[], columns: number): FieldItem[][] {
  const rows: FieldItem[][] = [];
  let open: FieldItem[] | undefined;
  for (const item of items) {
    if (typeof item !== 'string' && item.wide) {
      rows.push([item]);
      open = undefined;
      continue;
    }
    if (open === undefined || open.length === columns) {
      open = [];
      rows.push(open);
    }
    open.push(item);
  }
  return rows;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
