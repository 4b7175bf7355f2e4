import { createHash, getHashes } from 'node:crypto';

/** A file of a bag: its path with forward slashes from the bag's top, and its bytes. */
export type BagFile = { readonly path: string; readonly bytes: Uint8Array };

/** What `bag-info.txt` says: a label and its value, in order. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/** Digests that a manifest may hold. 国密 SM3 (GB/T 32905) beside SHA-256 where the runtime has it. */
export type Algorithm = 'sha256' | 'sm3';

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The algorithms that this runtime can compute; SHA-256 always. */
export function algorithmsHere(): readonly Algorithm[] {
  return getHashes().includes('sm3') ? ['sha256', 'sm3'] : ['sha256'];
}

/**
 * A bag (BagIt 1.0, RFC 8493) around payload files: `data/`, the declaration, the information, a
 * manifest of the payload and one of the tag files for each algorithm. The same files give the same
 * bytes: nothing of it depends on the clock or the order of the files.
 */
export function makeBag(payload: readonly BagFile[], info: BagInfo): readonly BagFile[] {
  const data = inOrder(payload.map(({ path, bytes }) => ({ path: `data/${path}`, bytes })));
  const octets = data.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const lines: BagInfo = [...info, ['Payload-Oxum', `${octets}.${data.length}`]];
  const tags: BagFile[] = [
    textFile('bagit.txt', DECLARATION),
    textFile(
      'bag-info.txt',
      lines.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''),
    ),
    ...algorithmsHere().map((algorithm) =>
      textFile(`manifest-${algorithm}.txt`, manifestText(data, algorithm)),
    ),
  ];
  const tagManifests = algorithmsHere().map((algorithm) =>
    textFile(`tagmanifest-${algorithm}.txt`, manifestText(inOrder(tags), algorithm)),
  );
  return inOrder([...data, ...tags, ...tagManifests]);
}

/** A manifest as it is written: a line a file, in the order of their paths. */
export function manifestText(files: readonly BagFile[], algorithm: Algorithm): string {
  return files
    .map(({ path, bytes }) => `${digestOf(bytes, algorithm)}  ${encodePath(path)}\n`)
    .join('');
}

export function digestOf(bytes: Uint8Array, algorithm: Algorithm): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

/** In the order of code points, the same on every machine. */
export function inOrder(files: readonly BagFile[]): readonly BagFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** RFC 8493 2.1.3: line ends and the percent sign are written as hexadecimal. */
function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
}

function textFile(path: string, text: string): BagFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

function oneLine(value: string): string {
  return value.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
