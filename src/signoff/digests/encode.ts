import { createHash } from 'node:crypto';

/** Plain data that a digest can cover. */
export type Plain = string | number | boolean | readonly Plain[] | PlainRecord;
export type PlainRecord = { readonly [key: string]: Plain | undefined };

/**
 * One text for one value, whatever it is written like: every text carries its length in bytes and
 * every list and map its count, so that no two values give the same text. Keys stand in order; what
 * is empty is left out, so that a field which a later version adds changes no older digest.
 */
function encode(value: Plain): string {
  if (typeof value === 'string') return `s${Buffer.byteLength(value)}:${value}`;
  if (typeof value === 'number') return `n${String(value).length}:${value}`;
  if (typeof value === 'boolean') return value ? 'b1' : 'b0';
  if (isList(value)) return `l${value.length}:${value.map(encode).join('')}`;
  const entries = Object.entries(value)
    .filter((entry): entry is [string, Plain] => entry[1] !== undefined && !isEmpty(entry[1]))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `m${entries.length}:${entries.map(([key, item]) => encode(key) + encode(item)).join('')}`;
}

/** `sha256-v1:` and the SHA-256 of what the digest is for and of the value. */
export function digestOf(version: string, purpose: string, value: Plain): string {
  const content = encode(['lianfang', version, purpose, value]);
  return `sha256-${version}:${createHash('sha256').update(content).digest('hex')}`;
}

function isList(value: object): value is readonly Plain[] {
  return Array.isArray(value);
}

function isEmpty(value: Plain): boolean {
  if (value === '') return true;
  if (typeof value !== 'object') return false;
  return isList(value) ? value.length === 0 : Object.keys(value).length === 0;
}

/** The SHA-256 of a file's bytes, in hexadecimal digits. */
export function fileDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
