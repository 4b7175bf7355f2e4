/**
 * All that the renderer uses of pdfkit beyond its documented interface: glyph codes of an embedded
 * font. They are five times as fast as `doc.text`; the package is pinned exactly, and a test holds the
 * codes to what `doc.text` writes.
 */
export type FontFace = {
  /** Name of the font in content streams: `F1`. */
  readonly id: string;
  readonly has: (codePoint: number) => boolean;
  /** Puts the character's glyph into the embedded subset. */
  readonly encode: (character: string) => FaceGlyph;
  /** Makes the font known to the current page, if anything was set in it. */
  readonly register: () => void;
};

type FaceGlyph = {
  /** Glyph number in the subset, four hexadecimal digits. */
  readonly code: string;
  /** Advance width in ems. */
  readonly width: number;
  /** False where the glyph already stands for another character, which a reader would copy. */
  readonly isOwn: boolean;
};

type PdfkitFont = {
  readonly id: string;
  readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean };
  /** Characters of each glyph of the subset. */
  readonly unicode: (readonly number[] | undefined)[];
  readonly encode: (
    text: string,
    features?: readonly string[],
  ) => [codes: readonly string[], positions: readonly { readonly advanceWidth: number }[]];
  readonly ref: () => unknown;
};

/** The default dash is short and does not join with the next one. */
const WIDE_FORMS: Readonly<Record<string, readonly string[]>> = { '—': ['fwid'] };

/** Opens a font file in the document. Throws where the file is no usable font. */
export function openFace(doc: PDFKit.PDFDocument, file: string): FontFace {
  doc.font(file);
  const font = (doc as unknown as { readonly _font: PdfkitFont })._font;
  let isUsed = false;
  return {
    id: font.id,
    has: (codePoint) => font.font.hasGlyphForCodePoint(codePoint),
    encode: (character) => {
      const [[code = '0000'], [position]] = font.encode(character, WIDE_FORMS[character]);
      isUsed = true;
      const owner = font.unicode[Number.parseInt(code, 16)];
      const isOwn = owner?.length === 1 && owner[0] === character.codePointAt(0);
      return { code, width: (position?.advanceWidth ?? 0) / 1000, isOwn };
    },
    register: () => {
      if (isUsed) doc.page.fonts[font.id] = font.ref();
    },
  };
}
