import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../../../package-files.ts';
import type { FontFiles } from '../../renderer.ts';
import { openFace, type FontFace } from './pdfkit-font.ts';
import type { Typefaces } from '../pdf-setting.ts';
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
const OWN: Readonly<Record<keyof FontFiles, EmbeddedFont>> = {
  title: SANS,
  head: SANS,
  body: SERIF,
  letter: SERIF,
  kai: SERIF,
};

/**
 * Ems by which the strokes of 思源宋体 are made stronger: at 二号 it comes near 小标宋. There is no 楷体
 * among the fonts that may be embedded and are small enough; a little stronger, the text's own face
 * tells the second level of headings apart.
 */
const TITLE_WEIGHT = 0.036;
const KAI_WEIGHT = 0.025;

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
export function openFonts(doc: PDFKit.PDFDocument, files: FontFiles): OpenedFonts {
  const opened = new Map<string, FontFace>();
  const open = (file: string): FontFace => {
    const known = opened.get(file);
    if (known !== undefined) return known;
    const face = openFace(doc, file);
    opened.set(file, face);
    return face;
  };
  const missing = new Set<string>();
  const faults: string[] = [];
  const typeface = (role: keyof typeof OWN) => {
    const other = OWN[role] === SERIF ? SANS : SERIF;
    const own: [FontFace, FontFace] = [open(fileOf(OWN[role])), open(fileOf(other))];
    const wanted = files[role];
    if (wanted === undefined) return makeTypeface(own, missing);
    const fault = faultOf(wanted);
    try {
      if (fault === undefined) return makeTypeface([open(wanted), ...own], missing);
      faults.push(`字体文件「${wanted}」${fault}，已改用自带字体`);
      return makeTypeface(own, missing);
    } catch {
      faults.push(`字体文件「${wanted}」不能使用，已改用自带字体`);
      return makeTypeface(own, missing);
    }
  };
  const title = typeface('title');
  const body = typeface('body');
  const letter = files.letter === undefined ? body : typeface('letter');
  const faces: Typefaces = {
    body,
    head: typeface('head'),
    title,
    letter,
    letterTitle:
      files.title === undefined
        ? { typeface: letter, weight: TITLE_WEIGHT }
        : { typeface: title, weight: 0 },
    kai:
      files.kai === undefined
        ? { typeface: letter, weight: KAI_WEIGHT }
        : { typeface: typeface('kai'), weight: 0 },
  };
  return {
    faces,
    register: () => opened.forEach((face) => face.register()),
    missing,
    faults,
  };
}

/** How a font file begins that cannot be embedded as it is, and what to do about it. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  ttcf: '是几种字体的合集（.ttc），不能直接嵌入，请改用其中一种字体的 .ttf 或 .otf 文件',
  wOFF: '是网页字体（.woff），不能直接嵌入，请改用 .ttf 或 .otf 文件',
  wOF2: '是网页字体（.woff2），不能直接嵌入，请改用 .ttf 或 .otf 文件',
};

function faultOf(file: string): string | undefined {
  try {
    return OTHER_KINDS[readFileSync(file).subarray(0, 4).toString('latin1')];
  } catch {
    return '读不到';
  }
}

function fileOf({ file, inPackage }: EmbeddedFont): string {
  const built = fileURLToPath(packageFile(`dist/fonts/${file}`));
  return existsSync(built) ? built : inPackage();
}
