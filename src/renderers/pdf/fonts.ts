import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Fonts } from '../renderer.ts';
import { openFace, type Face } from './pdfkit-font.ts';
import type { Typefaces } from './setting.ts';
import { makeTypeface } from './typeface.ts';

const require = createRequire(import.meta.url);

/** A file of the build, or of the package that the build copies it from. */
type EmbeddedFont = { readonly file: string; readonly inPackage: () => string };

/**
 * The fonts that are embedded: 思源宋体 for text, 思源黑体 for title and heads (OFL-1.1). The build copies
 * them from their packages; a checkout that is run from source uses the packages themselves.
 */
const SERIF: EmbeddedFont = {
  file: 'NotoSerifSC_400Regular.ttf',
  inPackage: () =>
    require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
};
const SANS: EmbeddedFont = {
  file: 'NotoSansSC_700Bold.ttf',
  inPackage: () =>
    require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};
const OWN: Readonly<Record<keyof Fonts, EmbeddedFont>> = { title: SANS, head: SANS, body: SERIF };

export type OpenedFonts = {
  readonly faces: Typefaces;
  /** Makes the fonts in use known to the current page. */
  readonly register: () => void;
  /** Characters met so far that no font has. */
  readonly missing: ReadonlySet<string>;
  /** What was wrong with fonts of the user's. */
  readonly faults: readonly string[];
};

/** Opens the fonts in the document; `files` are the user's own, by what they print. */
export function openFonts(doc: PDFKit.PDFDocument, files: Partial<Fonts>): OpenedFonts {
  const opened = new Map<string, Face>();
  const open = (file: string): Face => {
    const known = opened.get(file);
    if (known !== undefined) return known;
    const face = openFace(doc, file);
    opened.set(file, face);
    return face;
  };
  const missing = new Set<string>();
  const faults: string[] = [];
  const typeface = (role: keyof Fonts) => {
    const other = OWN[role] === SERIF ? SANS : SERIF;
    const own: [Face, Face] = [open(fileOf(OWN[role])), open(fileOf(other))];
    const wanted = files[role];
    if (wanted === undefined) return makeTypeface(own, missing);
    try {
      return makeTypeface([open(wanted), ...own], missing);
    } catch {
      faults.push(`字体文件「${wanted}」不能使用，已改用自带字体`);
      return makeTypeface(own, missing);
    }
  };
  const faces = { body: typeface('body'), head: typeface('head'), title: typeface('title') };
  return {
    faces,
    register: () => opened.forEach((face) => face.register()),
    missing,
    faults,
  };
}

function fileOf({ file, inPackage }: EmbeddedFont): string {
  const built = fileURLToPath(new URL(`../../fonts/${file}`, import.meta.url));
  return existsSync(built) ? built : inPackage();
}
