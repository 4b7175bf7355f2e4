import type { FieldsBlock, OpinionsBlock } from '../../papers/document.ts';
import { displayWidth } from '../../util/display-width.ts';
import { fieldHeight } from '../page-layout/field-height.ts';
import { heightsAt, placeSpans, wholeWidth } from '../page-layout/lay-out-grid.ts';
import { plain, plainCell } from '../plain-text.ts';
import { stack, type WordPart, type WordSetting } from './word-setting.ts';
import { wordTable, type WordCell, type WordRow } from './word-table.ts';

const LINE_HEIGHT = 20;
const SIGNATURE_HEIGHT = 32;
/** Longer values start at the left of their box, in half Han characters. */
const SHORT_VALUE = 16;
/** More of a page than this is not moved to the next one to keep boxes together. */
const MOST_KEPT = 0.75;
const MOST_FIELDS = 0.4;
const SIGN_BLANK = '　'.repeat(7);

/** A box of labels and values, or without frame the line above a table. */
export function fieldsPart({ bordered, rows }: FieldsBlock, setting: WordSetting): WordPart {
  const { layout } = setting;
  const made = rows.map((row): WordRow => ({
    cells: fieldCells(row, bordered, setting),
    height: bordered ? fieldHeight(row, layout) : LINE_HEIGHT,
  }));
  const whole = wordTable(keepAll(made, true), bordered, setting);
  if (whole.height <= setting.height * MOST_FIELDS) return whole;
  // Kept whole, a long record would leave its title alone on a page.
  const last = made.length - 1;
  const rowsOfLong = made.map((row, index) => ({ ...row, keepNext: index === last }));
  return wordTable(rowsOfLong, bordered, setting);
}

function fieldCells(
  row: FieldsBlock['rows'][number],
  bordered: boolean,
  { layout }: WordSetting,
): WordCell[] {
  const spans = row.flatMap(({ labelSpan, valueSpan }) =>
    labelSpan > 0 ? [labelSpan, valueSpan] : [valueSpan],
  );
  const places = placeSpans(layout, spans);
  const cells: WordCell[] = [];
  row.forEach(({ label, value, labelSpan }, index) => {
    const name = plain(label);
    const colon = name === '' ? '' : `${name}：`;
    if (labelSpan > 0) {
      const place = places[cells.length];
      if (place === undefined) return;
      cells.push({
        place,
        text: bordered ? name : colon,
        style: 'FieldLabel',
        face: bordered ? 'head' : 'body',
        align: bordered ? 'center' : 'left',
      });
    }
    const place = places[cells.length];
    if (place === undefined) return;
    const said = plainCell(value);
    const isShort = !said.includes('\n') && displayWidth(said) <= SHORT_VALUE;
    cells.push({
      place,
      text: labelSpan > 0 ? said : `${colon}${said}`,
      style: labelSpan > 0 ? 'FieldText' : 'FieldLine',
      face: 'body',
      align:
        labelSpan > 0
          ? bordered && isShort
            ? 'center'
            : 'left'
          : edge(index, row.length, bordered),
    });
  });
  return cells;
}

/** On the line above a table the first field stands at the left, the last at the right. */
function edge(index: number, count: number, bordered: boolean): 'left' | 'center' | 'right' {
  if (bordered || index === 0) return 'left';
  return index === count - 1 ? 'right' : 'center';
}

/** Boxes for opinions: the title at the left, room to write, below it who signs and the date. */
export function opinionsPart(
  block: OpinionsBlock,
  keepLast: boolean,
  setting: WordSetting,
): WordPart {
  const { layout } = setting;
  // All boxes on one page where they fit: a page of some of them has a table's head above.
  for (const heights of [layout.heights, heightsAt(1)]) {
    const own = { ...setting, layout: { ...layout, heights } };
    const rows = block.boxes.flatMap((box) => boxRows(box, own));
    const part = wordTable(keepAll(rows, keepLast), true, own);
    if (part.height <= setting.height * MOST_KEPT) return part;
  }
  return stack(
    block.boxes.map((box, index) => {
      const isLast = index === block.boxes.length - 1;
      return wordTable(keepAll(boxRows(box, setting), isLast && keepLast), true, setting);
    }),
  );
}

function keepAll(rows: readonly WordRow[], last: boolean): WordRow[] {
  return rows.map((row, index) => ({ ...row, keepNext: last || index < rows.length - 1 }));
}

function boxRows(
  { title, text, signs, seal, on }: OpinionsBlock['boxes'][number],
  { layout }: WordSetting,
): WordRow[] {
  const hasLabel = layout.labelColumns > 0;
  const place = hasLabel
    ? layout.place(layout.labelColumns, Number.MAX_SAFE_INTEGER)
    : wholeWidth(layout);
  const label = (rows: number): WordCell[] =>
    hasLabel
      ? [
          {
            place: layout.place(0, layout.labelColumns),
            text: title,
            style: 'OpinionLabel',
            face: 'head',
            align: 'center',
            rows,
          },
        ]
      : [];
  const written = { place, style: 'OpinionText', face: 'body' } as const;
  const said = hasLabel ? text : `${title}：${text}`;
  return [
    {
      cells: [...label(2), { ...written, text: said, valign: 'top', open: 'B' }],
      height: layout.heights.opinion,
    },
    {
      cells: [
        ...label(0),
        {
          ...written,
          text: signLines(signs, seal, on),
          align: 'right',
          valign: 'bottom',
          open: 'T',
        },
      ],
      height: SIGNATURE_HEIGHT,
    },
  ];
}

function signLines(signs: readonly string[], seal: boolean, on: string | undefined): string {
  return [
    ...signs.map((sign) => `${plain(sign).replace(/[：:]$/, '')}：${SIGN_BLANK}`),
    ...(seal ? [`（盖章）${SIGN_BLANK}`] : []),
    ...(on === undefined ? [] : [on === '' ? '年　　　月　　　日　' : `${plain(on)}　`]),
  ].join('\n');
}
