import { plain } from './plain-text.ts';

/** Two parts, numbers and an ending must fit into the 255 bytes that a name may have. */
const MOST_BYTES = 100;

/**
 * A part of a file name that every system takes: no path, no reserved character or name, not hidden,
 * no blank edge, not too long.
 */
export function fileNamePart(text: string): string {
  const name = plain(text)
    .replace(/[<>:"/\\|?*\n\t]/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/\s+/g, ' ');
  const cut = firstBytes(name).replace(/[. ]+$/, '');
  return /^(?:con|nul|aux|prn|com\d|lpt\d)$/i.test(cut) ? `${cut}_` : cut;
}

/** As many whole characters as fit. */
function firstBytes(text: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > MOST_BYTES) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Parts of file names for texts that lie in one folder: none empty, none twice. */
export function fileNameParts(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const part = fileNamePart(text);
    const base = part === '' ? String(index + 1) : part;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}（${number}）`;
    taken.add(name.toLowerCase());
    return name;
  });
}
