import { resolve } from 'node:path';
import type { ProjectConfig } from '../../model/project.ts';
import { DEFAULT_FONTS, type Fonts, type RenderOptions } from '../../renderers/index.ts';

const FONT_FILE = /\.(?:ttf|otf)$/i;

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
  const fontFiles: Partial<Record<keyof Fonts, string>> = {};
  for (const role of roles) {
    const font = chosen[role];
    if (font === undefined) continue;
    if (FONT_FILE.test(font)) fontFiles[role] = resolve(root, font);
    else fonts[role] = font;
  }
  // Only named, never embedded: a missing one is replaced by the office program.
  const { letter, kai, latin } = chosen;
  return {
    fonts: {
      ...fonts,
      ...(letter === undefined ? {} : { letter }),
      ...(kai === undefined ? {} : { kai }),
      ...(latin === undefined ? {} : { latin }),
    },
    fontFiles,
  };
}
