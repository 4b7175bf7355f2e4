import { COLON, CR, giveUp, LF, SPACE, type Cursor } from './fast-cursor.ts';
import { asciiTable } from './fast-scalar.ts';
import { isWideSpace } from '../wide-space.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_';
const KEY_START = asciiTable(LETTERS);
const KEY_PART = asciiTable(`${LETTERS}-./`);

/** How many different keys are remembered; a power of two. */
const KEY_SLOTS = 256;

/** Offset of the colon that ends the key which starts here; -1 if this is no simple key. */
export function scanKey(text: string, start: number): number {
  let code = text.charCodeAt(start);
  if (code > 127 ? isWideSpace(code) : KEY_START[code] !== 1) return -1;
  let pos = start;
  do code = text.charCodeAt(++pos);
  while (code > 127 || KEY_PART[code] === 1);
  if (code !== COLON) return -1;
  const next = text.charCodeAt(pos + 1);
  return next === SPACE || next === LF || next === CR || Number.isNaN(next) ? pos : -1;
}

/** The key between two offsets, the same string each time where possible. */
export function keyAt(cursor: Cursor, start: number, end: number): string {
  const { text, keys } = cursor;
  const length = end - start;
  const slot =
    (text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7 + length) & (KEY_SLOTS - 1);
  const known = keys[slot];
  if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
  const key = text.slice(start, end);
  // `__proto__` and `constructor` are caught as inherited keys, where duplicates are looked for.
  if (key === 'prototype' || length > 1000) giveUp();
  keys[slot] = key;
  return key;
}
