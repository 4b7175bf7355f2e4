import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  enter,
  giveUp,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  type Cursor,
} from './fast-cursor.ts';
import { keyAt, scanKey } from './fast-key.ts';
import { asciiTable, plainValue, readQuoted, startsPlain } from './fast-scalar.ts';
import { startsLikeKey } from '../yaml/full-width-colon.ts';
import { closeNode, openNode } from '../node-table.ts';

/** What may not stand inside a plain item: it ends the item or makes it something else. */
const NOT_IN_ITEM = asciiTable('\t\r\n,[]{}:#');

/** Reads `[a, "b", [c]]` of one line; leaves `pos` after the bracket. */
export function readFlowList(cursor: Cursor, node: number): unknown[] {
  const start = cursor.pos;
  const items: unknown[] = [];
  enter(cursor);
  cursor.pos++;
  while (skipSpaces(cursor) !== CLOSE_BRACKET) {
    items.push(readItem(cursor, openNode(cursor.nodes, -1, -1)));
    passComma(cursor, CLOSE_BRACKET);
  }
  cursor.depth--;
  closeNode(cursor.nodes, node, start, ++cursor.pos);
  return items;
}

/** Reads `{a: 1, b: [c]}` of one line; leaves `pos` after the brace. */
export function readFlowMap(cursor: Cursor, node: number): Record<string, unknown> {
  const start = cursor.pos;
  const map: Record<string, unknown> = {};
  enter(cursor);
  cursor.pos++;
  while (skipSpaces(cursor) !== CLOSE_BRACE) {
    const from = cursor.pos;
    const to = scanKey(cursor.text, from);
    if (to < 0) giveUp();
    const key = keyAt(cursor, from, to);
    if (key in map) giveUp();
    cursor.pos = to + 1;
    if (skipSpaces(cursor) === COLON) giveUp();
    map[key] = readItem(cursor, openNode(cursor.nodes, from, to));
    passComma(cursor, CLOSE_BRACE);
  }
  cursor.depth--;
  closeNode(cursor.nodes, node, start, ++cursor.pos);
  return map;
}

function readItem(cursor: Cursor, node: number): unknown {
  const { text } = cursor;
  const start = cursor.pos;
  const code = text.charCodeAt(start);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const value = readQuoted(cursor);
    closeNode(cursor.nodes, node, start, cursor.pos);
    return value;
  }
  if (code === OPEN_BRACKET) return readFlowList(cursor, node);
  if (code === OPEN_BRACE) return readFlowMap(cursor, node);
  if (!startsPlain(code) && !(code === DASH && startsPlain(text.charCodeAt(start + 1)))) giveUp();
  if (startsLikeKey(text, start)) giveUp();
  let pos = start;
  let next = code;
  while (next > 127 || NOT_IN_ITEM[next] === 0) next = text.charCodeAt(++pos);
  let end = pos;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  if (end === start) giveUp();
  cursor.pos = pos;
  closeNode(cursor.nodes, node, start, end);
  return plainValue(text, start, end);
}

function passComma(cursor: Cursor, close: number): void {
  const code = skipSpaces(cursor);
  if (code === COMMA) cursor.pos++;
  else if (code !== close) giveUp();
}

function skipSpaces(cursor: Cursor): number {
  let code = cursor.text.charCodeAt(cursor.pos);
  while (code === SPACE) code = cursor.text.charCodeAt(++cursor.pos);
  return code;
}
