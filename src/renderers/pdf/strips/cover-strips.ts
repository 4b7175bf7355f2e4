import { titleLines } from '../../page-layout/title-lines.ts';
import { plain } from '../../plain-text.ts';
import type { PdfSetting } from '../pdf-setting.ts';
import { strip, type Strip } from './strip.ts';
import { lineStrips, setIn, setInFace, setText, textSet, widthIn } from '../type/text-set.ts';

/** 小初, 初号 is too wide for our titles: the first in which the title has at most two lines. */
const SIZES = [36, 32, 26, 22] as const;
/** Of the page: above the title, and above what stands below it. */
const ABOVE = 0.22;
const BETWEEN = 0.3;
const LINE_SIZE = 16;

/** A page of its own: the title large in its upper half, the lines below it centred. */
export function coverStrips(title: string, lines: readonly string[], setting: PdfSetting): Strip[] {
  const { faces, room, style } = setting;
  const base = textSet(setting);
  const face = style === 'letter' ? faces.letterTitle : { typeface: faces.title, weight: 0 };
  const sets = SIZES.map((size) =>
    setIn(setInFace(base, face, size), { size, leading: size * 1.5 }),
  );
  const broken = sets.map((set) =>
    titleLines(plain(title), set.width, (text) => widthIn(set, text)),
  );
  const which = broken.findIndex((own) => own.length <= 2);
  const chosen = which < 0 ? SIZES.length - 1 : which;
  const set = sets[chosen] ?? base;
  const upper = (broken[chosen] ?? []).flatMap((own) => setText(own, set, { align: 'center' }));
  const small = setIn(base, { size: LINE_SIZE, leading: LINE_SIZE * 2 });
  const lower = lines.flatMap((own) => setText(plain(own), small, { align: 'center' }));
  const strips = [
    strip(room * ABOVE, []),
    ...lineStrips(upper, set),
    ...(lower.length === 0 ? [] : [strip(room * BETWEEN, []), ...lineStrips(lower, small)]),
  ];
  return strips.map((own, index) => ({ ...own, keepWithNext: index < strips.length - 1 }));
}
