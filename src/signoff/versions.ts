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
  return (
    version !== undefined &&
    number !== undefined &&
    digest === digestOf(version, purpose, content(number))
  );
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
