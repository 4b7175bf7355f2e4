import type { Algorithm, BagFile } from './bag.ts';
import { algorithmsHere, DECLARATION, digestOf, inOrder, manifestText } from './bag.ts';

/** What is wrong with a bag, a file at a time. */
export type BagFault = {
  readonly kind: 'altered' | 'missing' | 'extra' | 'malformed' | 'unsafe';
  readonly path: string;
  /** What it means, in Chinese. */
  readonly message: string;
};

export type BagReport = {
  readonly faults: readonly BagFault[];
  /** Files whose digests were compared. */
  readonly checked: number;
  readonly algorithms: readonly Algorithm[];
};

const ALGORITHMS: readonly Algorithm[] = ['sha256', 'sm3'];
const TAG_MANIFEST = /^tagmanifest-(sha256|sm3)\.txt$/;
const MANIFEST = /^manifest-(sha256|sm3)\.txt$/;

/**
 * Compares a bag with its manifests: any altered, missing or extra file, any byte of the manifests
 * themselves. It tells whether the bag is as it was made, not who made it: whoever writes all
 * manifests anew passes.
 */
export function inspectBag(files: readonly BagFile[]): BagReport {
  const unsafe = files.filter(({ path }) => !isSafePath(path));
  if (unsafe.length > 0) {
    const faults = unsafe.map(({ path }) => unsafeFault(path));
    return { faults, checked: 0, algorithms: [] };
  }
  const algorithms = algorithmsHere();
  const faults: BagFault[] = [...checkDeclaration(files)];
  const payload = inOrder(files.filter(({ path }) => path.startsWith('data/')));
  const tagManifests = files.filter(({ path }) => TAG_MANIFEST.test(path));
  const tags = inOrder(
    files.filter(({ path }) => !path.startsWith('data/') && !TAG_MANIFEST.test(path)),
  );
  for (const algorithm of ALGORITHMS) {
    const can = algorithms.includes(algorithm);
    faults.push(...compare({ path: `manifest-${algorithm}.txt`, algorithm, can }, files, payload));
    faults.push(...compare({ path: `tagmanifest-${algorithm}.txt`, algorithm, can }, files, tags));
  }
  if (!files.some(({ path }) => MANIFEST.test(path))) {
    faults.push({ kind: 'malformed', path: '', message: '没有清单文件，不是归档包' });
  }
  return {
    faults: once(faults),
    checked: payload.length + tags.length + tagManifests.length,
    algorithms: algorithms.filter((one) =>
      files.some(({ path }) => path === `manifest-${one}.txt`),
    ),
  };
}

/** A path that stays inside the bag, written in the one way that the maker writes it. */
function isSafePath(path: string): boolean {
  const parts = path.split('/');
  return (
    path !== '' &&
    !/[\\\u0000]/.test(path) &&
    !/^[A-Za-z]:/.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

function checkDeclaration(files: readonly BagFile[]): BagFault[] {
  const path = 'bagit.txt';
  const declaration = files.find((file) => file.path === path);
  if (declaration === undefined) {
    return [{ kind: 'missing', path, message: '缺少归档包说明文件' }];
  }
  return textOf(declaration) === DECLARATION
    ? []
    : [{ kind: 'altered', path, message: '归档包说明文件被改动' }];
}

/** A manifest, and whether its kind of digest can be computed. */
type ManifestFile = { readonly path: string; readonly algorithm: Algorithm; readonly can: boolean };

/** One manifest against the files it is of. */
function compare(
  { path, algorithm, can }: ManifestFile,
  files: readonly BagFile[],
  listed: readonly BagFile[],
): BagFault[] {
  const manifest = files.find((file) => file.path === path);
  // SM3 is left out by a runtime that has no SM3; SHA-256 there must be.
  if (manifest === undefined) {
    const isNamed = files.some((file) => file.path.endsWith(`manifest-${algorithm}.txt`));
    return algorithm === 'sha256' || isNamed
      ? [{ kind: 'missing', path, message: '清单文件缺失' }]
      : [];
  }
  const entries = parseManifest(textOf(manifest));
  if (entries === undefined) {
    return [{ kind: 'malformed', path, message: '清单文件被改动，已不能按格式读取' }];
  }
  const climbing = [...entries.keys()].filter((name) => !isSafePath(name));
  if (climbing.length > 0) return climbing.map(unsafeFault);
  const faults: BagFault[] = [];
  for (const file of listed) {
    const expected = entries.get(file.path);
    if (expected === undefined) {
      faults.push({ kind: 'extra', path: file.path, message: '清单中没有这个文件' });
    } else if (can && expected !== digestOf(file.bytes, algorithm)) {
      faults.push({ kind: 'altered', path: file.path, message: '内容与清单不符' });
    }
  }
  const present = new Set(listed.map((file) => file.path));
  for (const name of entries.keys()) {
    if (!present.has(name)) {
      faults.push({ kind: 'missing', path: name, message: '清单中有，包中没有' });
    }
  }
  // A blank line or another order changes no entry: the bytes must be those that the maker writes.
  const isAsWritten = !can || textOf(manifest) === manifestText(listed, algorithm);
  if (faults.length === 0 && !isAsWritten) {
    faults.push({ kind: 'altered', path, message: '清单文件被改动' });
  }
  return faults;
}

/** Path → digest; undefined where a line is not one of a manifest. */
function parseManifest(text: string): Map<string, string> | undefined {
  const entries = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined) return undefined;
    const name = path.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
    if (entries.has(name)) return undefined;
    entries.set(name, digest);
  }
  return text.endsWith('\n') || text === '' ? entries : undefined;
}

function unsafeFault(path: string): BagFault {
  return { kind: 'unsafe', path, message: '路径指向归档包以外，未读取' };
}

/** One file may fail under both algorithms: that is one fault. */
function once(faults: readonly BagFault[]): BagFault[] {
  const seen = new Map<string, BagFault>();
  for (const fault of faults) seen.set(`${fault.kind} ${fault.path}`, fault);
  return [...seen.values()].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Bytes that are no UTF-8 can be no text of the maker's. */
function textOf({ bytes }: BagFile): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
