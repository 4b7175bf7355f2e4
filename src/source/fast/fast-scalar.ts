import {
  BACKSLASH,
  COLON,
  CR,
  DOUBLE_QUOTE,
  giveUp,
  HASH,
  LF,
  PLUS,
  SINGLE_QUOTE,
  SPACE,
  TAB,
  type Cursor,
} from './fast-cursor.ts';

const ZERO = 48;
const NINE = 57;

/** Beyond this many characters a number may lose digits; the full reader then says so. */
const MAX_NUMBER_LENGTH = 15;

/** ASCII characters that may start a plain value. Everything beyond ASCII may. */
const PLAIN_START = asciiTable(
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.()/<=~$^+;\\',
);

/** Whether a plain value may start with this character (`-` has to be looked at by the caller). */
export function startsPlain(code: number): boolean {
  return code > 127 || PLAIN_START[code] === 1;
}

/** A table that holds 1 at each of the given ASCII characters. */
export function asciiTable(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** End of the plain one-line value that starts here; leaves `pos` at its comment or line end. */
export function scanPlain(cursor: Cursor): number {
  const { text } = cursor;
  let pos = cursor.pos + 1;
  for (; ; pos++) {
    const code = text.charCodeAt(pos);
    if (code > COLON) continue;
    if (code === SPACE) continue;
    if (code === LF || code === CR) break;
    if (code === COLON) {
      const next = text.charCodeAt(pos + 1);
      // Also the end of the text, where `next` is NaN.
      if (!(next > SPACE)) giveUp();
    } else if (code === HASH) {
      const before = text.charCodeAt(pos - 1);
      if (before === SPACE) break;
      if (before === TAB) giveUp();
    } else if (Number.isNaN(code)) break;
  }
  cursor.pos = pos;
  let end = pos;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  if (text.charCodeAt(end - 1) === TAB) giveUp();
  return end;
}

/** What a plain scalar means in YAML's core schema. */
export function plainValue(text: string, start: number, end: number): unknown {
  const code = text.charCodeAt(start);
  if (code > 127) return text.slice(start, end);
  if (code >= ZERO && code <= NINE) return numberOrText(text, start, end);
  if (code === PLUS || code === 45 || code === 46) return unusualNumber(text.slice(start, end));
  const value = text.slice(start, end);
  return end - start < 6 ? wordValue(value) : value;
}

function numberOrText(text: string, start: number, end: number): unknown {
  let number = 0;
  for (let pos = start; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code >= ZERO && code <= NINE) number = number * 10 + code - ZERO;
    else {
      // After digits only these can still make a number: . e E o x
      const may = code === 46 || code === 101 || code === 69 || code === 111 || code === 120;
      const value = text.slice(start, end);
      return may ? unusualNumber(value) : value;
    }
  }
  return end - start > MAX_NUMBER_LENGTH ? giveUp() : number;
}

/** Decimals are read; other notations of numbers are rare and left to the full parser. */
function unusualNumber(value: string): unknown {
  if (/^[-+]?\d+\.?\d*$/.test(value)) {
    return value.length > MAX_NUMBER_LENGTH ? giveUp() : Number(value);
  }
  // 0x1f, 0o17, 1e3, .5, .inf
  const isNumber = /^[-+]?(?:0[xo][\da-f]+|[\d.]+e[-+]?\d+|\.\d+|\.inf|\.nan)$/i.test(value);
  return isNumber ? giveUp() : value;
}

function wordValue(value: string): unknown {
  switch (value) {
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    default:
      return value;
  }
}

/** Reads a quoted text of one line; leaves `pos` after the closing quote. */
export function readQuoted(cursor: Cursor): string {
  const { text, pos } = cursor;
  const quote = text.charCodeAt(pos);
  const end =
    quote === SINGLE_QUOTE ? singleQuoteEnd(text, pos + 1) : doubleQuoteEnd(text, pos + 1);
  const raw = text.slice(pos + 1, end);
  // Quoted text over several lines is folded: left to the full parser.
  if (raw.includes('\n')) giveUp();
  cursor.pos = end + 1;
  if (quote === SINGLE_QUOTE) return raw.includes("''") ? raw.replaceAll("''", "'") : raw;
  return raw.includes('\\') ? unescape(raw) : raw;
}

function singleQuoteEnd(text: string, start: number): number {
  let end = text.indexOf("'", start);
  while (end >= 0 && text.charCodeAt(end + 1) === SINGLE_QUOTE) end = text.indexOf("'", end + 2);
  return end < 0 ? giveUp() : end;
}

function doubleQuoteEnd(text: string, start: number): number {
  let end = text.indexOf('"', start);
  while (end >= 0 && isEscaped(text, start, end)) end = text.indexOf('"', end + 1);
  return end < 0 || text.charCodeAt(end) !== DOUBLE_QUOTE ? giveUp() : end;
}

function isEscaped(text: string, start: number, pos: number): boolean {
  let backslashes = 0;
  while (pos - 1 - backslashes >= start && text.charCodeAt(pos - 1 - backslashes) === BACKSLASH) {
    backslashes++;
  }
  return backslashes % 2 === 1;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
  ' ': ' ',
  '0': '\0',
};

function unescape(raw: string): string {
  return raw.replace(/\\(u[0-9a-fA-F]{4}|[^])?/g, (_, code: string | undefined) => {
    if (code === undefined) return giveUp();
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return ESCAPES[code] ?? giveUp();
  });
}
