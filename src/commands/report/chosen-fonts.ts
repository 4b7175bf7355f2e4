import { resolve } from 'node:path';
import type { ProjectConfig } from '../../model/project.ts';
import {
  DEFAULT_FONTS,
  type Fonts,
  type LetterFonts,
  type RenderOptions,
} from '../../renderers/renderer-registry.ts';
import type { FontFiles } from '../../renderers/renderer.ts';

/** Files that cannot be embedded are handed on too: the renderer says what to do about them. */
const FONT_FILE = /\.(?:ttf|otf|ttc|otc|woff2?)$/i;

/**
 * The fonts of lianfang.yaml: names for office files, and files for formats that embed fonts, which are
 * looked for from the folder of lianfang.yaml.
 */
export function chosenFonts(
  chosen: ProjectConfig['fonts'],
  root: string,
): Pick<RenderOptions, 'fonts' | 'fontFiles'> {
  const roles: readonly (keyof Fonts)[] = ['title', 'head', 'body'];
  const fonts: Record<keyof Fonts, string> = { ...DEFAULT_FONTS };
  const fontFiles: { -readonly [Role in keyof FontFiles]: string } = {};
  for (const role of roles) {
    const font = chosen[role];
    if (font === undefined) continue;
    if (FONT_FILE.test(font)) fontFiles[role] = resolve(root, font);
    else fonts[role] = font;
  }
  const letterFonts: { -readonly [Role in keyof LetterFonts]: string } = {};
  for (const role of ['letter', 'kai'] as const) {
    const font = chosen[role];
    if (font === undefined) continue;
    if (FONT_FILE.test(font)) fontFiles[role] = resolve(root, font);
    else letterFonts[role] = font;
  }
  // Only named, never embedded: PDF sets Latin letters in the face of the text.
  if (chosen.latin !== undefined) letterFonts.latin = chosen.latin;
  return { fonts: { ...fonts, ...letterFonts }, fontFiles };
}
