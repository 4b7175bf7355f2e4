import { readFileSync } from 'node:fs';
import { readInside, type Root } from './files.ts';

/** Where the scans and minutes of a unit lie, seen from its folder. */
export const ATTACHMENTS = 'attachments';

/** The bytes of an attachment of a unit; undefined if it is not there. */
export function readAttachment(
  root: Root,
  unitFolder: string,
  file: string,
): Uint8Array | undefined {
  const result = readInside(root, `${unitFolder}/${ATTACHMENTS}/${file}`);
  return result.kind === 'bytes' ? result.bytes : undefined;
}

/** The bytes of a file that the user named; undefined if it cannot be read. */
export function readGiven(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
