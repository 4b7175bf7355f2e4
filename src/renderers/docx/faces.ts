import type { RenderOptions } from '../renderer.ts';

/** Typefaces by what they set; `latin` sets letters and digits within all of them. */
export type Faces = Readonly<Record<FaceName | 'latin', string>>;
export type FaceName = 'title' | 'head' | 'body' | 'letter' | 'kai';

/** What GB/T 9704-2012 names for running text and for headings of the second level. */
const LETTER_FACES = {
  letter: '仿宋_GB2312',
  kai: '楷体_GB2312',
  latin: 'Times New Roman',
} as const;

/** The typefaces of a file, by name. */
export function facesOf({ letter, kai, latin, ...tables }: RenderOptions['fonts']): Faces {
  return {
    ...tables,
    letter: letter ?? LETTER_FACES.letter,
    kai: kai ?? LETTER_FACES.kai,
    latin: latin ?? LETTER_FACES.latin,
  };
}

/**
 * Faces cut for the 6,763 characters of GB 2312: 仿宋_GB2312, 楷体_GB2312, and those of the foundry whose
 * names end in 简体. Rare surnames are not among them.
 */
const LIMITED = /_GB2312$|简体$/i;

/** What sets a character that a limited face lacks. */
function substituteOf(face: string): string {
  return /^(?:仿宋|楷体)_GB2312$/i.test(face) ? face.slice(0, 2) : '宋体';
}

/** Takes note of characters that were set in another face. */
export type Substitutions = Map<string, Set<string>>;

/** Parts of a text by face: `undefined` is the face that was asked for. */
export function facesIn(
  text: string,
  face: string,
  substitutions: Substitutions,
): readonly { readonly text: string; readonly face: string | undefined }[] {
  if (!LIMITED.test(face) || isCommon(text)) return [{ text, face: undefined }];
  const substitute = substituteOf(face);
  const parts: { text: string; face: string | undefined }[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const own = isCommon(segment) ? undefined : substitute;
    if (own !== undefined) {
      const seen = substitutions.get(face) ?? new Set();
      substitutions.set(face, seen.add(segment));
    }
    const last = parts.at(-1);
    if (last !== undefined && last.face === own) last.text += segment;
    else parts.push({ text: segment, face: own });
  }
  return parts;
}

/** One line a face, for the reader of the file. */
export function substitutionWarnings(substitutions: Substitutions): string[] {
  return [...substitutions].map(([face, characters]) => {
    const shown = [...characters].slice(0, 10).map((character) => `「${character}」`);
    const more = characters.size > shown.length ? ` 等 ${characters.size} 个字` : '';
    return `「${face}」没有${shown.join('')}${more}，改用「${substituteOf(face)}」，付印前请核对字形`;
  });
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
let common: Set<string> | undefined;

/** Only characters of GB 2312, Latin ones and blanks. */
function isCommon(text: string): boolean {
  common ??= gb2312();
  for (const character of text) {
    if (character > '\u00ff' && !common.has(character)) return false;
  }
  return true;
}

/** The characters of GB 2312: rows 1 to 9 are signs, 16 to 87 Han characters. */
function gb2312(): Set<string> {
  const decoder = new TextDecoder('gb18030');
  // Signs of everyday text that the faces have although the standard has others in their place.
  const characters = new Set<string>('—·…‘’“”～　');
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    if (row > 0xa9 && row < 0xb0) continue;
    const bytes = new Uint8Array(2 * 94);
    for (let cell = 0; cell < 94; cell += 1) bytes.set([row, 0xa1 + cell], 2 * cell);
    for (const character of decoder.decode(bytes)) {
      // Places that the standard leaves empty are private characters.
      if (character < '\ue000' || character > '\uf8ff') characters.add(character);
    }
  }
  return characters;
}
