import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { BagFile } from './bag.ts';
import { inOrder } from './bag.ts';

/** More than this is no bag of a unit's papers: stop before the memory is full. */
const MOST_ENTRIES = 50_000;
const MOST_BYTES = 2 * 1024 ** 3;

/**
 * A bag as one file. Entries are stored, not packed: the same files are the same bytes for every
 * version of every library, and papers are packed already.
 */
export function zipBag(files: readonly BagFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, bytes } of inOrder(files)) entries[path] = bytes;
  // Local noon: times in a zip have no zone, and noon exists in every one of them.
  return zipSync(entries, { mtime: new Date(1980, 0, 1, 12), level: 0 });
}

/** The files of a zipped bag; undefined where the bytes are no zip or too much to be one of ours. */
export function unzipBag(bytes: Uint8Array): readonly BagFile[] | undefined {
  let entries = 0;
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        entries += 1;
        total += originalSize;
        if (entries > MOST_ENTRIES || total > MOST_BYTES) throw new RangeError('too large');
        return true;
      },
    });
    return Object.entries(files)
      .filter(([path]) => !path.endsWith('/'))
      .map(([path, content]) => ({ path, bytes: content }));
  } catch {
    return undefined;
  }
}
