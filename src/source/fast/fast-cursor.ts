import { lineEnd } from '../lines.ts';
import type { NodeWriter } from '../node-table.ts';
import { MAX_DEPTH, type Comment } from '../reading.ts';

/** Where the fast reader stands in its text, and what it has gathered so far. */
export type Cursor = {
  readonly text: string;
  readonly nodes: NodeWriter;
  readonly comments: Comment[];
  /** Keys met so far: registers repeat a dozen keys thousands of times. */
  readonly keys: (string | undefined)[];
  pos: number;
  /** Column of the current line's first character; -1 at the end of the text. */
  indent: number;
  depth: number;
};

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;

/** Thrown when a text leaves the strict subset; made once, since its stack tells nothing. */
export const OUTSIDE_SUBSET = new Error('outside the strict subset');

/** Gives the whole file up: the full parser shall judge it. */
export function giveUp(): never {
  throw OUTSIDE_SUBSET;
}

/** Notes that a list or a map begins. */
export function enter(cursor: Cursor): void {
  if (++cursor.depth > MAX_DEPTH) giveUp();
}

/** From the start of a line: goes to the next text that is neither blank nor a comment. */
export function nextContent(cursor: Cursor): void {
  const { text } = cursor;
  for (let lineStart = cursor.pos; ;) {
    let pos = lineStart;
    let code = text.charCodeAt(pos);
    while (code === SPACE) code = text.charCodeAt(++pos);
    if (code === HASH) {
      pos = skipComment(cursor, pos);
      code = text.charCodeAt(pos);
    }
    if (code === CR) code = text.charCodeAt(++pos);
    if (code === LF) {
      lineStart = pos + 1;
      continue;
    }
    if (code === TAB) giveUp();
    cursor.pos = pos;
    cursor.indent = pos >= text.length ? -1 : pos - lineStart;
    return;
  }
}

/** After a value: passes over spaces and a comment, and goes to the next content. */
export function finishLine(cursor: Cursor): void {
  const { text } = cursor;
  let pos = cursor.pos;
  let code = text.charCodeAt(pos);
  while (code === SPACE) code = text.charCodeAt(++pos);
  if (code === HASH && text.charCodeAt(pos - 1) === SPACE) {
    pos = skipComment(cursor, pos);
    code = text.charCodeAt(pos);
  }
  if (code === CR) code = text.charCodeAt(++pos);
  if (code !== LF && pos < text.length) giveUp();
  cursor.pos = pos + 1;
  nextContent(cursor);
}

/** Records the comment that starts here and returns the end of its text. */
function skipComment(cursor: Cursor, start: number): number {
  const end = lineEnd(cursor.text, start);
  cursor.comments.push({ span: { start, end } });
  return end;
}
