import type { FieldsBlock, OpinionsBlock, SignaturesBlock } from '../../papers/document.ts';
import { displayWidth } from '../../util/display-width.ts';
import { plain, plainCell } from '../plain-text.ts';
import { bandRows, type Box } from './band.ts';
import { fieldHeight } from '../page-layout/field-height.ts';
import {
  heightsAt,
  placeSpans,
  wholeWidth,
  type GridLayout,
  type GridPlace,
} from '../page-layout/lay-out-grid.ts';
import { lineWidth, sum } from '../page-layout/page-room.ts';
import type { CellStyle, SheetRow } from './sheet.ts';
import { styleOf, valueOf } from './table-rows.ts';
import { textHeight } from '../page-layout/text-height.ts';

/** 三号. */
const LETTER_SIZE = 16;
export const LINE_HEIGHT = 20;
const SIGNATURE_HEIGHT = 32;
/** More of a page than this is not moved to the next one to keep boxes together. */
const MOST_KEPT = 0.75;
const SIGN_BLANK = '　'.repeat(7);

/** What running text is set in. */
export function textLook({ style, fontSize }: GridLayout): Pick<CellStyle, 'font' | 'size'> {
  return style === 'letter'
    ? { font: 'letter', size: LETTER_SIZE }
    : { font: 'body', size: fontSize };
}

/** Text without lines around it. */
export const unframed = (
  font: CellStyle['font'],
  size: number,
  align: CellStyle['align'],
  bold = false,
): CellStyle => ({ font, size, bold, align, valign: 'middle', sides: '' });

/** A box of labels and values, or without frame the line above a table. */
export function fieldsRows({ bordered, rows }: FieldsBlock, layout: GridLayout): SheetRow[] {
  return rows.flatMap((row) => {
    const spans = row.flatMap(({ labelSpan, valueSpan }) =>
      labelSpan > 0 ? [labelSpan, valueSpan] : [valueSpan],
    );
    const places = placeSpans(layout, spans);
    const boxes: Box[] = [];
    row.forEach(({ label, value, labelSpan }, index) => {
      const own = bordered
        ? framedField(plain(label), labelSpan > 0, layout)
        : lineField(plain(label), labelSpan > 0, { index, count: row.length }, layout);
      if (own.label !== undefined) {
        const place = places[boxes.length];
        if (place !== undefined) boxes.push({ place, value: own.label, style: own.labelStyle });
      }
      const place = places[boxes.length];
      if (place === undefined) return;
      const said = own.lead === '' ? valueOf(value, place, layout.fontSize) : plainCell(value);
      const align = own.alignOf(String(said));
      boxes.push({
        place,
        value: own.lead === '' ? said : `${own.lead}${said}`,
        style: { ...own.valueStyle, align },
      });
    });
    return keep(bandRows(boxes, layout, bordered ? fieldHeight(row, layout) : LINE_HEIGHT));
  });
}

type FieldLook = {
  /** Text of the label's own cell. */
  readonly label: string | undefined;
  /** What stands before the value in the same cell. */
  readonly lead: string;
  readonly labelStyle: CellStyle;
  readonly valueStyle: CellStyle;
  readonly alignOf: (value: string) => CellStyle['align'];
};

const SHORT_VALUE = 16;

/** Short values stand in the middle of their box, sentences start at the left. */
function framedField(label: string, hasCell: boolean, layout: GridLayout): FieldLook {
  return {
    label: hasCell ? label : undefined,
    lead: hasCell || label === '' ? '' : `${label}：`,
    labelStyle: styleOf('head', layout.fontSize, 'center', false),
    valueStyle: styleOf('body', layout.fontSize, 'left', false),
    alignOf: (value) =>
      hasCell && !value.includes('\n') && displayWidth(value) <= SHORT_VALUE ? 'center' : 'left',
  };
}

type PlaceInLine = { readonly index: number; readonly count: number };

/** The line above a table: the first field at the left, the last at the right. */
function lineField(
  label: string,
  hasCell: boolean,
  { index, count }: PlaceInLine,
  layout: GridLayout,
): FieldLook {
  const line = unframed('body', layout.fontSize, 'left');
  const edge = index === 0 ? 'left' : index === count - 1 ? 'right' : 'center';
  const lead = label === '' ? '' : `${label}：`;
  return {
    label: hasCell ? lead : undefined,
    lead: hasCell ? '' : lead,
    labelStyle: line,
    valueStyle: line,
    alignOf: () => (hasCell ? 'left' : edge),
  };
}

/** Boxes for opinions: the title at the left, room to write, below it who signs and the date. */
export function opinionRows({ boxes }: OpinionsBlock, layout: GridLayout): SheetRow[] {
  // All boxes on one page where they fit: a page of some of them has a table's head above.
  for (const heights of [layout.heights, heightsAt(1)]) {
    const together = boxes.flatMap((box) => boxRows(box, { ...layout, heights }));
    if (sum(together.map(({ height }) => height)) > layout.pageHeight * MOST_KEPT) continue;
    return together.map((row, index) => ({ ...row, keepWithNext: index < together.length - 1 }));
  }
  return boxes.flatMap((box) => boxRows(box, layout));
}

function boxRows(
  { title, text, signs, seal, on }: OpinionsBlock['boxes'][number],
  layout: GridLayout,
): SheetRow[] {
  const hasLabel = layout.labelColumns > 0;
  const place = hasLabel
    ? layout.place(layout.labelColumns, Number.MAX_SAFE_INTEGER)
    : wholeWidth(layout);
  const said = hasLabel ? plain(text) : `${plain(title)}：${plain(text)}`;
  const body = styleOf('body', layout.fontSize, 'left', false);
  const upper = bandRows(
    [{ place, value: said, style: { ...body, valign: 'top', sides: 'LRT' } }],
    layout,
    layout.heights.opinion,
  );
  const value = signLines(signs, seal, on);
  const lower = bandRows(
    [{ place, value, style: { ...body, align: 'right', valign: 'bottom', sides: 'LRB' } }],
    layout,
    SIGNATURE_HEIGHT,
  );
  const rows = [...upper, ...lower];
  const labelled = hasLabel ? withLabel(rows, plain(title), layout) : rows;
  return labelled.map((row, index) => ({ ...row, keepWithNext: index < rows.length - 1 }));
}

function withLabel(rows: readonly SheetRow[], title: string, layout: GridLayout): SheetRow[] {
  const place: GridPlace = layout.place(0, layout.labelColumns);
  const style = styleOf('head', layout.fontSize, 'center', false);
  const lacking =
    textHeight(title, place.width, style.size) - sum(rows.map(({ height }) => height));
  const { column, columns } = place;
  return rows.map((row, index) => {
    if (index > 0) return row;
    const label = { column, columns, rows: rows.length, value: title, style };
    return { ...row, height: row.height + Math.max(0, lacking), cells: [label, ...row.cells] };
  });
}

function signLines(signs: readonly string[], seal: boolean, on: string | undefined): string {
  return [
    ...signs.map((sign) => `${plain(sign).replace(/[：:]$/, '')}：${SIGN_BLANK}`),
    ...(seal ? [`（盖章）${SIGN_BLANK}`] : []),
    ...(on === undefined ? [] : [on === '' ? '年　　　月　　　日　' : `${plain(on)}　`]),
  ].join('\n');
}

/** Names to be written by hand below the paper, spread over its width. */
export function signatureRows({ items }: SignaturesBlock, layout: GridLayout): SheetRow[] {
  const place = wholeWidth(layout);
  const texts = items.map(plain);
  const { font, size } = textLook(layout);
  const room = lineWidth(place.width, size);
  const used = sum(texts.map((text) => displayWidth(text, { ambiguous: 'wide' })));
  const gap = Math.floor((room - used) / 2 / Math.max(1, texts.length)) - 1;
  const value = gap >= 4 ? texts.join('　'.repeat(Math.min(gap, 16))) : texts.join('\n');
  const style = unframed(font, size, 'left');
  return bandRows([{ place, value, style }], layout, SIGNATURE_HEIGHT);
}

export function keep(rows: readonly SheetRow[]): SheetRow[] {
  return rows.map((row) => ({ ...row, keepWithNext: true }));
}
