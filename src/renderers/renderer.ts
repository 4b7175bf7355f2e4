import type { Document } from '../papers/document.ts';

/** File formats that papers can be written in. */
export const FORMATS = ['xlsx', 'pdf', 'docx', 'html', 'md', 'txt', 'csv', 'json', 'svg'] as const;
export type Format = (typeof FORMATS)[number];

export type RenderedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the reader of the file should know: characters that no font has. */
  readonly warnings?: readonly string[];
};

/** Typefaces by name. They are named in office files, never embedded: offices have them. */
export type Fonts = { readonly title: string; readonly head: string; readonly body: string };

/** What letters are set in besides: running text, headings of the second level, Latin letters. */
export type LetterFonts = {
  readonly letter?: string;
  readonly kai?: string;
  readonly latin?: string;
};

export type RenderOptions = {
  /** Base file name without extension. */
  readonly name: string;
  readonly fonts: Fonts & LetterFonts;
  /** Font files to be embedded where a format embeds fonts, instead of its own. */
  readonly fontFiles?: Partial<Fonts> & Pick<LetterFonts, 'letter' | 'kai'>;
  /** Whom the file's properties name as its author: the unit, never a person or a machine. */
  readonly author: string;
};

export type Renderer = {
  readonly format: Format;
  /** With the dot: `.xlsx`. */
  readonly extension: string;
  /** Several papers into one file (xlsx: a sheet each); csv makes one file a table. */
  readonly render: (
    documents: readonly Document[],
    options: RenderOptions,
  ) => Promise<readonly RenderedFile[]>;
};

/**
 * What offices set tables in: 小标宋 for the title and 黑体 for heads as in GB/T 9704-2012. The body is
 * 宋体, not 仿宋_GB2312: at 小五 the thin strokes of 仿宋 print badly, and that face lacks the rare
 * characters that occur in names, which office programs then replace one by one.
 */
export const DEFAULT_FONTS: Fonts = { title: '方正小标宋简体', head: '黑体', body: '宋体' };
/** Font files for the PDF, by role. */
export type FontFiles = NonNullable<RenderOptions['fontFiles']>;
