import { unzipSync } from 'fflate';
import type { BagFile } from './bag.ts';

/** A place where a name still stands. */
export type NamePlace = { readonly file: string; readonly line: number; readonly column: number };

/** Office files and archives are zips: their entries are looked into. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Every place of a name in files: in texts with line and column, in office files the entry (line 0).
 * What a PDF shows is coded by its fonts and cannot be searched for: such files are told apart.
 */
export function findName(
  name: string,
  files: readonly BagFile[],
): { readonly places: readonly NamePlace[]; readonly unread: readonly string[] } {
  const places: NamePlace[] = [];
  const unread: string[] = [];
  for (const { path, bytes } of files) {
    if (bytes[0] === 0x25 && bytes[1] === 0x50) unread.push(path);
    else if (ZIP.every((byte, index) => bytes[index] === byte)) {
      const found = inZip(name, bytes);
      if (found === undefined) unread.push(path);
      else
        places.push(...found.map((entry) => ({ file: `${path} › ${entry}`, line: 0, column: 0 })));
    } else places.push(...inText(name, path, bytes));
  }
  return { places, unread };
}

function inText(name: string, file: string, bytes: Uint8Array): NamePlace[] {
  const lines = new TextDecoder().decode(bytes).normalize('NFC').split('\n');
  return lines.flatMap((line, index) => {
    const column = line.indexOf(name);
    return column < 0 ? [] : [{ file, line: index + 1, column: column + 1 }];
  });
}

function inZip(name: string, bytes: Uint8Array): string[] | undefined {
  try {
    const entries = unzipSync(bytes);
    return Object.entries(entries)
      .filter(([, content]) => new TextDecoder().decode(content).includes(name))
      .map(([entry]) => entry);
  } catch {
    return undefined;
  }
}
