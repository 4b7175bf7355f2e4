import type { FontFace } from './pdfkit-font.ts';
import type { TypeSet } from './wrap-text.ts';

/** Lines of text as operators of a content stream; places in hundredths of a point from below left. */
export type TextWriter = {
  readonly write: (
    text: string,
    set: TypeSet,
    start: { readonly x: number; readonly y: number },
    look?: TextLook,
  ) => void;
  readonly content: () => string;
};

type TextLook = {
  /** Points between characters. */
  readonly tracking?: number | undefined;
  /** Points by which the strokes are made stronger: a heavier face out of a light one. */
  readonly weight?: number | undefined;
};

const NO_LOOK: TextLook = {};

/** Takes the text of one page. */
export function makeTextWriter(): TextWriter {
  let content = '';
  let face: FontFace | undefined;
  let setSize = 0;
  let lineX = 0;
  let lineY = 0;
  let setTracking = 0;
  let setWeight = 0;
  /** Glyph codes that wait to be shown together. */
  let codes = '';

  const show = (): void => {
    if (codes !== '') content += `<${codes}> Tj\n`;
    codes = '';
  };

  return {
    write: (text, { typeface, size }, { x, y }, { tracking = 0, weight = 0 } = NO_LOOK) => {
      if (tracking !== setTracking) content += `${thousandths(tracking)} Tc\n`;
      if (weight !== setWeight) {
        content += weight === 0 ? '0 Tr\n' : `2 Tr ${thousandths(weight)} w\n`;
      }
      setTracking = tracking;
      setWeight = weight;
      content += `${(x - lineX) / 100} ${(y - lineY) / 100} Td\n`;
      lineX = x;
      lineY = y;
      for (let offset = 0; offset < text.length;) {
        const glyph = typeface.glyphAt(text, offset);
        offset += glyph.length;
        if (glyph.face !== face || size !== setSize) {
          show();
          face = glyph.face;
          setSize = size;
          content += `/${face.id} ${size} Tf\n`;
        }
        if (glyph.actual === '') codes += glyph.code;
        else {
          show();
          content += `/Span <</ActualText <FEFF${utf16(glyph.actual)}>>> BDC `;
          // A positive number moves back: the second sign is printed over the first.
          const over =
            glyph.over === '' ? '' : ` ${Math.round(glyph.width * 1000)} <${glyph.over}>`;
          content += `[<${glyph.code}>${over}] TJ EMC\n`;
        }
      }
      show();
    },
    content: () => {
      if (content === '') return '';
      // These outlast the text, and more may be set on the same page.
      const end = `${setTracking === 0 ? '' : '0 Tc\n'}${setWeight === 0 ? '' : '0 Tr\n'}`;
      return `BT\n${content}${end}ET\n`;
    },
  };
}

function thousandths(points: number): number {
  return Math.round(points * 1000) / 1000;
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('');
}
