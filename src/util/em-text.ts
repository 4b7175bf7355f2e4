import { displayWidth, wrap } from './display-width.ts';

/**
 * How wide text is in ems, whatever Chinese typeface it is set in: never less than in print. What is
 * broken by this measure stays inside its box in every format, though each sets it in other fonts.
 */
export function emWidth(text: string): number {
  return displayWidth(text, { measure: emsOf });
}

/** Lines no wider than `ems`, broken by the rules of Chinese print (避头尾). */
export function wrapEms(text: string, ems: number): string[] {
  return wrap(text, ems, { measure: emsOf });
}

/** As much of a text as is no wider than `ems`, what is left as …. */
export function shortenToEms(text: string, ems: number): string {
  if (emWidth(text) <= ems) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && emWidth(characters.join('')) > ems - 1) characters.pop();
  return `${characters.join('')}…`;
}

const WIDE_LATIN = new Set('MWmw@%—…');
const NARROW_LATIN = new Set(" .,;:!|'ijl()[]");
/** Printed by no font, or over the character before. */
const WITHOUT_WIDTH = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Mn}\p{Me}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;

/** Sums over the code points: fonts without joined pictures print each part by itself. */
function emsOf(cluster: string): number {
  let ems = 0;
  for (const character of cluster) ems += emOf(character);
  return ems;
}

function emOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x250) {
    if (WIDE_LATIN.has(character)) return 1;
    if (NARROW_LATIN.has(character)) return 0.5;
    if (character >= 'A' && character <= 'Z') return 0.8;
    if (code > 0xa0) return 1;
    return code < 0x20 ? 0 : 0.62;
  }
  if (code >= 0x4e00 && code <= 0x9fff) return 1;
  if (WITHOUT_WIDTH.test(character)) return 0;
  // Colour fonts set pictures wider than a Han character.
  return PICTURE.test(character) && code > 0x2300 ? 1.4 : 1;
}
