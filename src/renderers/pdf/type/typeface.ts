import { CLOSING, isWordPart, OPENING } from '../../../util/display-width.ts';
import type { FontFace } from './pdfkit-font.ts';

/** A typeface as it prints: a font, with others behind it for the characters that it lacks. */
export type Typeface = {
  /** The glyph of the character that starts at this offset; made once a character. */
  readonly glyphAt: (text: string, offset: number) => Glyph;
};

export type Glyph = {
  readonly face: FontFace;
  /** Codes in hexadecimal; empty for characters without a look. */
  readonly code: string;
  /** Printed over the first one: the tick in a box. */
  readonly over: string;
  /** Advance width in ems. */
  readonly width: number;
  /** What of the width is blank at the right and may stand over the edge of a line. */
  readonly hang: number;
  /** UTF-16 units. */
  readonly length: number;
  /** The character itself where copied text would show another one. */
  readonly actual: string;
  readonly isBlank: boolean;
  readonly isWord: boolean;
  /** No line ends with it, or starts with it. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Dashes and dots that are printed in pairs. */
  readonly pairs: boolean;
};

/** Characters with nothing to print: joiners, marks of direction, selectors, controls. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/u;
/** Chinese signs whose right half is blank. */
const HALF_BLANK = new Set('。，、；：）》」』】〕〉');
/** Boxes of forms, which Chinese fonts lack: composed from signs that they have. */
const COMPOSED: Readonly<Record<string, readonly [string, string]>> = {
  '☐': ['□', ''],
  '☑': ['□', '√'],
  '☒': ['□', '×'],
};
/** 〓 is what printers set for type that they do not have. */
const SUBSTITUTES = ['〓', '?'];
const TAB = '    ';

/**
 * A typeface over these fonts, the wanted one first.
 * @param missing takes the characters that none of them has; they are printed as 〓
 */
export function makeTypeface(
  faces: readonly [FontFace, ...FontFace[]],
  missing: Set<string>,
): Typeface {
  // An array for the characters of every day: twice as fast as a map.
  const near = Array.from<Glyph | undefined>({ length: 0x10000 });
  const far = new Map<number, Glyph>();
  return {
    glyphAt: (text, offset) => {
      const unit = text.charCodeAt(offset);
      if (unit < 0xd800 || unit > 0xdfff) {
        return (near[unit] ??= makeGlyph(String.fromCharCode(unit), faces, missing));
      }
      const codePoint = text.codePointAt(offset) ?? 0xfffd;
      const known = far.get(codePoint);
      if (known !== undefined) return known;
      const made = makeGlyph(String.fromCodePoint(codePoint), faces, missing);
      far.set(codePoint, made);
      return made;
    },
  };
}

function makeGlyph(
  character: string,
  faces: readonly [FontFace, ...FontFace[]],
  missing: Set<string>,
): Glyph {
  const codePoint = character.codePointAt(0) ?? 0;
  const rules = {
    length: character.length,
    hang: HALF_BLANK.has(character) ? 0.5 : 0,
    isBlank: character === ' ',
    isWord: isWordPart(character),
    opens: OPENING.has(character),
    closes: CLOSING.has(character),
    pairs: character === '—' || character === '…',
  };
  const face = faces.find((own) => own.has(codePoint));
  if (face !== undefined) {
    const { code, width, isOwn } = face.encode(character);
    return { ...rules, face, code, over: '', width, actual: isOwn ? '' : character };
  }
  const [first] = faces;
  if (character === '\t' || /\p{Zs}/u.test(character)) {
    const blank = Array.from(character === '\t' ? TAB : ' ', (own) => first.encode(own));
    return {
      ...rules,
      face: first,
      code: blank.map(({ code }) => code).join(''),
      over: '',
      width: blank.reduce((total, { width }) => total + width, 0),
      actual: '',
    };
  }
  if (INVISIBLE.test(character)) {
    return { ...rules, face: first, code: '', over: '', width: 0, actual: '' };
  }
  const composed = COMPOSED[character];
  if (composed === undefined) missing.add(character);
  const [shape, over] = composed ?? [substituteIn(faces), ''];
  const bearer = faces.find((own) => own.has(shape.codePointAt(0) ?? 0)) ?? first;
  const { code, width } = bearer.encode(shape);
  return {
    ...rules,
    face: bearer,
    code,
    over: over === '' ? '' : bearer.encode(over).code,
    width,
    actual: character,
  };
}

function substituteIn(faces: readonly FontFace[]): string {
  const found = SUBSTITUTES.find((own) => faces.some((face) => face.has(own.charCodeAt(0))));
  return found ?? '?';
}
