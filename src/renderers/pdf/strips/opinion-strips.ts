import type { OpinionsBlock } from '../../../papers/document.ts';
import { plain } from '../../plain-text.ts';
import { heightsAt, wholeWidth } from '../../page-layout/lay-out-grid.ts';
import { sum } from '../../page-layout/page-room.ts';
import { growHeights } from '../pages/grow-heights.ts';
import { boxStyle, makeBox, type PdfSetting } from '../pdf-setting.ts';
import { cutStrip, FRAMED, heightOf, keepTogether, strip, type Strip } from './strip.ts';

const SIGNATURE_HEIGHT = 32;
/** More of a page than this is not moved to the next one to keep boxes together. */
const MOST_KEPT = 0.75;
const SIGN_BLANK = '　'.repeat(7);

/** Boxes for opinions: the title at the left, room to write, below it who signs and the date. */
export function opinionStrips({ boxes }: OpinionsBlock, setting: PdfSetting): Strip[] {
  const { layout, room } = setting;
  // All boxes on one page where they fit: a page of some of them has a table's head above.
  for (const heights of [layout.heights, heightsAt(1)]) {
    const own = { ...setting, layout: { ...layout, heights } };
    const all = boxes.flatMap((box) => boxStrips(box, own));
    if (sum(all.map(({ height }) => height)) <= room * MOST_KEPT) return keepTogether(all, false);
  }
  return boxes.flatMap((box) => boxStrips(box, setting));
}

function boxStrips(
  { title, text, signs, seal, on }: OpinionsBlock['boxes'][number],
  setting: PdfSetting,
): Strip[] {
  const { layout, faces, room } = setting;
  const body = boxStyle(faces.body, layout.fontSize);
  const hasLabel = layout.labelColumns > 0;
  const place = hasLabel
    ? layout.place(layout.labelColumns, Number.MAX_SAFE_INTEGER)
    : wholeWidth(layout);
  const said = hasLabel ? plain(text) : `${plain(title)}：${plain(text)}`;
  const upper = makeBox(said, { place, layout }, body, { valign: 'top', sides: 'LRT' });
  const below = signLines(signs, seal, on);
  const lower = makeBox(below, { place, layout }, body, {
    align: 'right',
    valign: 'bottom',
    sides: 'LRB',
  });
  const strips = [
    strip(Math.max(layout.heights.opinion, heightOf(upper)), [upper]),
    strip(Math.max(SIGNATURE_HEIGHT, heightOf(lower)), [lower]),
  ];
  const labelled = hasLabel ? withLabel(strips, title, setting) : strips;
  const together = keepTogether(labelled, false);
  const isTooHigh = sum(labelled.map(({ height }) => height)) > room;
  return isTooHigh ? together.flatMap(cutStrip) : together;
}

function withLabel(
  strips: readonly Strip[],
  title: string,
  { layout, faces }: PdfSetting,
): Strip[] {
  const place = layout.place(0, layout.labelColumns);
  const style = boxStyle(faces.head, layout.fontSize);
  const box = makeBox(plain(title), { place, layout }, style, { align: 'center', sides: FRAMED });
  const label = { ...box, need: heightOf(box) };
  const merged = strips.map((own) => ({ ...own, merges: [label] }));
  const heights = growHeights(merged);
  return merged.map((own, index) => ({ ...own, height: heights[index] ?? own.height }));
}

function signLines(signs: readonly string[], seal: boolean, on: string | undefined): string {
  return [
    ...signs.map((sign) => `${plain(sign).replace(/[：:]$/, '')}：${SIGN_BLANK}`),
    ...(seal ? [`（盖章）${SIGN_BLANK}`] : []),
    ...(on === undefined ? [] : [on === '' ? '年　　　月　　　日　' : `${plain(on)}　`]),
  ].join('\n');
}
