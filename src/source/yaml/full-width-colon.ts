import { say } from '../../diagnostics/message.ts';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { shortened } from '../shortened.ts';

const COLON = 0x3a;
const FULL_WIDTH_COLON = 0xff1a;

/**
 * Whether the text at this offset starts like `name：`, an English key with a full-width colon.
 * Chinese words before a `：` are ordinary prose, so they do not count here.
 */
export function startsLikeKey(text: string, offset: number): boolean {
  if (!isAsciiLetter(text.charCodeAt(offset))) return false;
  let at = offset + 1;
  while (isAsciiWord(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === FULL_WIDTH_COLON;
}

/** Whether a line that had to be a map entry starts with any word and a full-width colon. */
export function looksLikeEntry(line: string): boolean {
  return /^[^\s：:]{1,40}：/.test(line);
}

/** LF006 for the entry that starts at this offset. */
export function fullWidthColon(
  file: string,
  path: readonly (string | number)[],
  text: string,
  offset: number,
): Finding {
  const colon = text.indexOf('：', offset);
  const word = shortened(text.slice(offset, colon));
  return {
    code: 'LF006',
    ref: { file, path },
    span: { start: offset, end: colon + 1 },
    message: say`「${{ word }}：」用了全角冒号，没有成为键`,
    hint: `改为英文冒号加一个空格：「${word}: …」；若本来就是文字，用英文引号括起来`,
  };
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isAsciiWord(code: number): boolean {
  return isAsciiLetter(code) || (code >= 0x30 && code < COLON) || code === 0x5f || code === 0x2d;
}
