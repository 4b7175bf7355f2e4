import type { ContentsBlock } from '../../../papers/document.ts';
import { plain } from '../../plain-text.ts';
import type { PdfSetting } from '../pdf-setting.ts';
import type { Strip } from './strip.ts';
import { lineStrips, setIn, setText, widthIn, type TextSet } from '../type/text-set.ts';

/** Characters kept for the page number. */
const NUMBER_ROOM = 3;

/** 目录: each entry with dots that lead to its page number, which also takes a reader there. */
export function contentsStrips(
  { entries }: ContentsBlock,
  set: TextSet,
  { faces, file }: PdfSetting,
): Strip[] {
  const hasParts = entries.some(({ level }) => level === 2);
  const { em, width } = set;
  return entries.flatMap(({ text, level, document }) => {
    const isPart = hasParts && level === 1;
    const own = isPart ? setIn(set, { typeface: faces.head }) : set;
    const indent = level === 2 ? 2 * em : 0;
    const end = NUMBER_ROOM * em;
    const said = plain(text).replaceAll('\n', ' ');
    const lines = setText(said, { ...own, justified: false }, { indent, hanging: indent, end });
    const number = file.pageOf(document);
    const numberWidth = widthIn(set, number);
    const strips = lineStrips(lines, own);
    return strips.map((strip, index): Strip => {
      const isLast = index === strips.length - 1;
      if (!isLast) return { ...strip, keepWithNext: true, link: document };
      if (number === '') return { ...strip, keepWithNext: isPart, link: document };
      const line = { text: number, width: numberWidth, start: width - numberWidth };
      const numbers = lineStrips([{ ...line, tracking: set.tracking }], set);
      const shown = (lines[index]?.start ?? 0) + widthIn(own, lines[index]?.text ?? '');
      const { above = 0, size } = own.style;
      return {
        ...strip,
        boxes: [...strip.boxes, ...numbers.flatMap(({ boxes }) => boxes)],
        keepWithNext: isPart,
        leader: {
          from: shown + em / 2,
          to: width - numberWidth - em / 3,
          drop: drop(own, above, size),
        },
        link: document,
      };
    });
  });
}

/** The dots stand on the base line. */
function drop({ style }: TextSet, above: number, size: number): number {
  const blank = style.above === undefined ? (style.leading - size) / 2 : above;
  return blank + size * 0.86;
}
