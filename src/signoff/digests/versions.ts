import type { Plain } from './encode.ts';
import { digestOf } from './encode.ts';

/**
 * The versions of the digest. One that was ever released stays as it is: what was signed with it must
 * be verifiable for good. A new one gets the next number, and fields are marked with it.
 */
const VERSIONS: ReadonlyMap<string, number> = new Map([['v1', 1]]);

/** The version that new sign-offs are made with. */
const CURRENT = 'v1';

const DIGEST = /^sha256-(?<version>v\d+):[0-9a-f]{64}$/;

/** Tells whether a value still is what a digest was made of, by the digest's own version. */
export function matches(
  digest: string,
  purpose: string,
  content: (version: number) => Plain,
): boolean {
  const version = versionOf(digest);
  const number = version === undefined ? undefined : VERSIONS.get(version);
  if (version === undefined || number === undefined) return false;
  return digest === computed(version, number, purpose, content);
}

const known = new WeakMap<(version: number) => Plain, Map<string, string>>();

/** Digests are made once for one content: every record of a chain is compared with the same. */
function computed(
  version: string,
  number: number,
  purpose: string,
  content: (version: number) => Plain,
): string {
  let digests = known.get(content);
  if (digests === undefined) known.set(content, (digests = new Map()));
  const key = `${version} ${purpose}`;
  let digest = digests.get(key);
  if (digest === undefined)
    digests.set(key, (digest = digestOf(version, purpose, content(number))));
  return digest;
}

/** A digest of the current version. */
export function makeDigest(purpose: string, content: (version: number) => Plain): string {
  return digestOf(CURRENT, purpose, content(VERSIONS.get(CURRENT)!));
}

/** The version that a digest names; undefined if it is none, or none that this program knows. */
export function versionOf(digest: string): string | undefined {
  const version = DIGEST.exec(digest)?.groups?.['version'];
  return version !== undefined && VERSIONS.has(version) ? version : undefined;
}
