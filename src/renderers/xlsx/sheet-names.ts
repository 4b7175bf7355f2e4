import { plain } from '../plain-text.ts';

const LONGEST_NAME = 31;

/**
 * Names of worksheets: not empty, at most 31 characters, no character that Excel refuses, none twice
 * (it does not tell capitals apart). Quotes and `&` go too: they would need escaping in print ranges.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((text, index) => {
    const cleaned = cut(
      plain(text)
        .replace(/[[\]:*?/\\'"&<>\n\t]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
      LONGEST_NAME,
    );
    const base = cleaned === '' || cleaned.toLowerCase() === 'history' ? `表${index + 1}` : cleaned;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const suffix = `（${number}）`;
      name = `${cut(base, LONGEST_NAME - suffix.length)}${suffix}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** At most so many UTF-16 units, no character cut in half. */
function cut(text: string, length: number): string {
  let result = '';
  for (const character of text) {
    if (result.length + character.length > length) break;
    result += character;
  }
  return result.trim();
}
