import type { FieldsBlock } from '../../../papers/document.ts';
import { plain, plainCell } from '../../plain-text.ts';
import { fieldHeight } from '../../page-layout/field-height.ts';
import { placeSpans } from '../../page-layout/lay-out-grid.ts';
import { boxStyle, makeBox, straighten, type PdfSetting } from '../pdf-setting.ts';
import { cutStrip, FRAMED, heightOf, strip, type Strip, type TextBox } from './strip.ts';
import { textWidth } from '../type/wrap-text.ts';

const LINE_HEIGHT = 20;
/** Longer values start at the left of their box, in ems. */
const SHORT_VALUE = 8;

/** A box of labels and values, or without frame the line above a table. */
export function fieldsStrips({ bordered, rows }: FieldsBlock, setting: PdfSetting): Strip[] {
  const { layout } = setting;
  return rows.flatMap((row) => {
    const lowest = bordered ? fieldHeight(row, layout) : LINE_HEIGHT;
    const boxes = fieldBoxes(row, bordered, setting);
    const whole = strip(Math.max(lowest, ...boxes.map(heightOf)), boxes, { keepWithNext: true });
    return whole.height > setting.room ? cutStrip(whole) : [whole];
  });
}

function fieldBoxes(
  row: FieldsBlock['rows'][number],
  bordered: boolean,
  { layout, faces }: PdfSetting,
): TextBox[] {
  const spans = row.flatMap(({ labelSpan, valueSpan }) =>
    labelSpan > 0 ? [labelSpan, valueSpan] : [valueSpan],
  );
  const places = placeSpans(layout, spans);
  const sides = bordered ? FRAMED : '';
  const body = boxStyle(faces.body, layout.fontSize);
  const boxes: TextBox[] = [];
  row.forEach(({ label, value, labelSpan }, index) => {
    const name = plain(label);
    const colon = name === '' ? '' : `${name}：`;
    const said = plainCell(value);
    const isShort =
      !said.includes('\n') && textWidth(said, faces.body, 1) <= SHORT_VALUE && bordered;
    if (labelSpan > 0) {
      const place = places[boxes.length];
      const style = bordered ? boxStyle(faces.head, layout.fontSize) : body;
      const align = bordered ? 'center' : 'left';
      if (place !== undefined) {
        boxes.push(makeBox(bordered ? name : colon, { place, layout }, style, { align, sides }));
      }
    }
    const place = places[boxes.length];
    if (place === undefined) return;
    const align = labelSpan > 0 ? (isShort ? 'center' : 'left') : edge(index, row.length, bordered);
    const text = labelSpan > 0 ? said : `${colon}${said}`;
    boxes.push(straighten(makeBox(text, { place, layout }, body, { align, sides })));
  });
  return boxes;
}

/** On the line above a table the first field stands at the left, the last at the right. */
function edge(index: number, count: number, bordered: boolean): TextBox['align'] {
  if (bordered || index === 0) return 'left';
  return index === count - 1 ? 'right' : 'center';
}
