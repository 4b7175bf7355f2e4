import type { Cell, TableBlock, TableRow } from '../../../papers/document.ts';
import { coveredRows } from '../../page-layout/covered-rows.ts';
import { plain, plainCell } from '../../plain-text.ts';
import { placeSpans, wholeWidth, type GridPlace } from '../../page-layout/lay-out-grid.ts';
import { SIDE_BLANK, sum } from '../../page-layout/page-room.ts';
import { growHeights } from '../pages/grow-heights.ts';
import { boxStyle, makeBox, straighten, type PdfSetting } from '../pdf-setting.ts';
import {
  cutStrip,
  FRAMED,
  heightOf,
  strip,
  type StripMerge,
  type Strip,
  type TextBox,
  type TextStyle,
} from './strip.ts';
import { wrapText } from '../type/wrap-text.ts';

const LOWEST_HEAD = 26;
/** Of a page: a higher head is not repeated, a higher text not spread over merged rows. */
const HIGHEST_HEAD = 1 / 3;
const HIGHEST_MERGE = 1 / 2;

/** A table as strips, made one after another as the pages take them. */
export function* tableStrips(
  table: TableBlock,
  setting: PdfSetting,
  keepLast: boolean,
): Generator<Strip> {
  const places = placeSpans(
    setting.layout,
    table.columns.map(({ span }) => span),
  );
  const made = headStrips(table, setting, places);
  const isTooHigh = sum(made.map(({ height }) => height)) > setting.room;
  const head = isTooHigh ? headStrips(flatHead(table), setting, places).flatMap(cutStrip) : made;
  yield* head;
  const headHeight = sum(head.map(({ height }) => height));
  const repeated = headHeight <= setting.room * HIGHEST_HEAD ? head : [];
  const room = setting.room - (repeated.length > 0 ? headHeight : 0);
  const last = table.rows.length - 1;
  /** Merged cells that reach down to the row at hand, and rows that they still cover. */
  const open: ({ readonly merge: StripMerge; left: number } | undefined)[] = [];
  for (const [index, row] of table.rows.entries()) {
    const own = rowStrip({ row, index }, { table, places }, setting, open);
    const keepWithNext = own.keepWithNext || (index === last && keepLast);
    const whole = { ...own, keepWithNext, head: repeated };
    if (whole.height > room) yield* cutStrip(whole);
    else yield whole;
  }
}

/** A head higher than a page is cut between its lines, which merged cells would forbid. */
function flatHead(table: TableBlock): TableBlock {
  const head = table.head.map((cells, index) => {
    const covered = table.head
      .slice(0, index)
      .flatMap((above, from) =>
        above
          .filter(({ rowSpan }) => from + rowSpan > index)
          .map((cell) => ({ ...cell, text: '' })),
      );
    return [...cells, ...covered]
      .map((cell) => ({ ...cell, rowSpan: 1 }))
      .toSorted((a, b) => a.column - b.column);
  });
  return { ...table, head };
}

function headStrips(table: TableBlock, setting: PdfSetting, places: readonly GridPlace[]): Strip[] {
  const { layout, faces } = setting;
  const style = boxStyle(faces.head, layout.fontSize);
  const rows = table.head.map((cells, index) => {
    const boxes: TextBox[] = [];
    const merges: { readonly merge: StripMerge; readonly rows: number }[] = [];
    for (const { text, column, colSpan, rowSpan } of cells) {
      const place = joinPlaces(places.slice(column, column + Math.max(1, colSpan)));
      if (place === undefined) continue;
      const value = partHead(plain(text), place.width, style);
      const box = makeBox(value, { place, layout }, style, { align: 'center', sides: FRAMED });
      const span = Math.max(1, Math.min(rowSpan, table.head.length - index));
      if (span === 1) boxes.push(box);
      else merges.push({ merge: { ...box, need: heightOf(box) }, rows: span });
    }
    return { boxes, merges };
  });
  const strips = rows.map(({ boxes }, index) => {
    const covering = rows.flatMap(({ merges }, above) =>
      merges.flatMap(({ merge, rows: span }) =>
        above <= index && index < above + span ? [merge] : [],
      ),
    );
    const height = Math.max(LOWEST_HEAD, ...boxes.map(heightOf));
    return strip(height, boxes, { merges: covering, keepWithNext: true });
  });
  const heights = growHeights(strips);
  return strips.map((own, index) => ({ ...own, height: heights[index] ?? own.height }));
}

/** Five characters are two and three: 部门｜负责人. Other heads are balanced like all centred text. */
function partHead(text: string, width: number, { typeface, size }: TextStyle): string {
  const isFive = text.length === 5 && /^\p{Script=Han}+$/u.test(text);
  if (!isFive || wrapText(text, { typeface, size }, width - 2 * SIDE_BLANK).length !== 2)
    return text;
  return `${text.slice(0, 2)}\n${text.slice(2)}`;
}

type RowOfStrip = { readonly row: TableRow; readonly index: number };

type GridOfStrip = { readonly table: TableBlock; readonly places: readonly GridPlace[] };

function rowStrip(
  { row, index }: RowOfStrip,
  { table, places }: GridOfStrip,
  setting: PdfSetting,
  open: ({ readonly merge: StripMerge; left: number } | undefined)[],
): Strip {
  const { layout, faces } = setting;
  if (row.kind === 'group') {
    const style = boxStyle(faces.head, layout.fontSize);
    const box = makeBox(plain(row.text), { place: wholeWidth(layout), layout }, style, {
      sides: FRAMED,
    });
    return strip(Math.max(layout.heights.row, heightOf(box)), [box], { keepWithNext: true });
  }
  const style = boxStyle(faces.body, layout.fontSize);
  if (row.kind === 'spare') {
    const boxes = places.map((place) => makeBox('', { place, layout }, style, { sides: FRAMED }));
    return strip(layout.heights.spare, boxes);
  }
  const boxes: TextBox[] = [];
  const merges: StripMerge[] = [];
  places.forEach((place, column) => {
    const above = open[column];
    if (above !== undefined && above.left > 0) {
      above.left -= 1;
      merges.push(above.merge);
      return;
    }
    const box = cellBox({ cell: row.cells[column], column }, place, table, setting);
    const span = coveredRows(table, index, column);
    const need = heightOf(box);
    if (span > 1 && need <= setting.room * HIGHEST_MERGE) {
      const merge = { ...box, need };
      open[column] = { merge, left: span - 1 };
      merges.push(merge);
    } else boxes.push(box);
  });
  return strip(Math.max(layout.heights.row, ...boxes.map(heightOf)), boxes, { merges });
}

type CellOfStrip = { readonly cell: Cell | undefined; readonly column: number };

function cellBox(
  { cell, column }: CellOfStrip,
  place: GridPlace,
  table: TableBlock,
  { layout, faces }: PdfSetting,
): TextBox {
  const isGrave = cell?.kind === 'level' && cell.tone === 'grave';
  const isList = cell?.kind === 'items' && cell.items.length > 1;
  const align = isList ? 'left' : (table.columns[column]?.align ?? 'left');
  const style = boxStyle(isGrave ? faces.head : faces.body, layout.fontSize);
  const text = cell === undefined ? '' : plainCell(cell);
  return straighten(makeBox(text, { place, layout }, style, { align, sides: FRAMED }));
}

function joinPlaces(places: readonly GridPlace[]): GridPlace | undefined {
  const [first] = places;
  if (first === undefined) return undefined;
  return {
    column: first.column,
    columns: sum(places.map(({ columns }) => columns)),
    width: sum(places.map(({ width }) => width)),
  };
}
