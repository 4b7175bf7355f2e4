import { readBlockScalar } from './fast-block-scalar.ts';
import {
  CR,
  DASH,
  DOUBLE_QUOTE,
  enter,
  finishLine,
  giveUp,
  HASH,
  LF,
  nextContent,
  OPEN_BRACE,
  OPEN_BRACKET,
  OUTSIDE_SUBSET,
  SINGLE_QUOTE,
  SPACE,
  type Cursor,
} from './fast-cursor.ts';
import { readFlowList, readFlowMap } from './fast-flow.ts';
import { keyAt, scanKey } from './fast-key.ts';
import { plainValue, readQuoted, scanPlain, startsPlain } from './fast-scalar.ts';
import { startsLikeKey } from '../yaml/full-width-colon.ts';
import { closeNode, nodeTable, nodeWriter, openNode, ROOT, valueEnd } from '../node-table.ts';
import type { YamlReading } from '../reading.ts';

const LITERAL = 124;
const FOLDED = 62;

/**
 * Reads the part of YAML that registers are written in: block maps and lists, one-line values,
 * `|` and `>` texts, one-line `[…]` and `{…}`. Anything else gives `undefined`, and the full
 * parser takes the file; so whatever is read here is right and has nothing to be said about.
 * The text must hold no control characters and no CR without LF (see `odd-characters.ts`).
 */
export function readFast(text: string): YamlReading | undefined {
  const cursor: Cursor = {
    text,
    nodes: nodeWriter(text.length),
    comments: [],
    keys: [],
    pos: 0,
    indent: 0,
    depth: 0,
  };
  try {
    const value = readRoot(cursor);
    return { value, nodes: nodeTable(cursor.nodes), comments: cursor.comments, findings: [] };
  } catch (error) {
    if (error === OUTSIDE_SUBSET) return undefined;
    throw error;
  }
}

function readRoot(cursor: Cursor): unknown {
  const root = openNode(cursor.nodes, -1, -1);
  nextContent(cursor);
  if (cursor.indent < 0) {
    closeNode(cursor.nodes, ROOT, 0, 0);
    return null;
  }
  const value = readCollection(cursor, root);
  if (cursor.indent >= 0) giveUp();
  return value;
}

/** Reads the list or the map whose first character is the current one. */
function readCollection(cursor: Cursor, node: number): unknown {
  return cursor.text.charCodeAt(cursor.pos) === DASH
    ? readList(cursor, cursor.indent, node)
    : readMap(cursor, cursor.indent, node);
}

function readMap(cursor: Cursor, indent: number, node: number): Record<string, unknown> {
  const { text, nodes } = cursor;
  const start = cursor.pos;
  const map: Record<string, unknown> = {};
  let child: number;
  enter(cursor);
  do {
    const from = cursor.pos;
    const to = scanKey(text, from);
    if (to < 0) giveUp();
    const key = keyAt(cursor, from, to);
    if (key in map) giveUp();
    child = openNode(nodes, from, to);
    cursor.pos = to + 1;
    map[key] = readEntryValue(cursor, indent, child, to + 1);
  } while (cursor.indent === indent && text.charCodeAt(cursor.pos) !== DASH);
  if (cursor.indent > indent) giveUp();
  cursor.depth--;
  closeNode(nodes, node, start, valueEnd(nodes, child));
  return map;
}

function readList(cursor: Cursor, indent: number, node: number): unknown[] {
  const { text, nodes } = cursor;
  const start = cursor.pos;
  const list: unknown[] = [];
  let child: number;
  enter(cursor);
  do {
    let pos = cursor.pos + 1;
    if (text.charCodeAt(pos) !== SPACE) giveUp();
    while (text.charCodeAt(pos) === SPACE) pos++;
    const column = indent + pos - cursor.pos;
    cursor.pos = pos;
    child = openNode(nodes, -1, -1);
    if (scanKey(text, pos) >= 0) list.push(readMap(cursor, column, child));
    else if (startsLikeKey(text, pos)) giveUp();
    else list.push(readInline(cursor, indent, child));
  } while (cursor.indent === indent && text.charCodeAt(cursor.pos) === DASH);
  if (cursor.indent > indent) giveUp();
  cursor.depth--;
  closeNode(nodes, node, start, valueEnd(nodes, child));
  return list;
}

/** The value of a key: on the same line, or a collection on the following ones, or nothing. */
function readEntryValue(cursor: Cursor, indent: number, node: number, afterColon: number): unknown {
  const { text } = cursor;
  let code = text.charCodeAt(cursor.pos);
  while (code === SPACE) code = text.charCodeAt(++cursor.pos);
  if (code !== LF && code !== CR && code !== HASH && cursor.pos < text.length) {
    return readInline(cursor, indent, node);
  }
  finishLine(cursor);
  if (cursor.indent > indent) return readCollection(cursor, node);
  // The items of a list may stand right below its key.
  if (cursor.indent === indent && text.charCodeAt(cursor.pos) === DASH) {
    return readList(cursor, indent, node);
  }
  closeNode(cursor.nodes, node, afterColon, afterColon);
  return null;
}

/** A value that starts on this line; goes on to the next content, which must not continue it. */
function readInline(cursor: Cursor, indent: number, node: number): unknown {
  const { text, nodes } = cursor;
  const start = cursor.pos;
  const code = text.charCodeAt(start);
  let value: unknown;
  if (startsPlain(code) || (code === DASH && text.charCodeAt(start + 1) > SPACE)) {
    const end = scanPlain(cursor);
    closeNode(nodes, node, start, end);
    value = plainValue(text, start, end);
  } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    value = readQuoted(cursor);
    closeNode(nodes, node, start, cursor.pos);
  } else if (code === OPEN_BRACKET) value = readFlowList(cursor, node);
  else if (code === OPEN_BRACE) value = readFlowMap(cursor, node);
  else if (code === LITERAL || code === FOLDED) return readBlockScalar(cursor, indent, node);
  else giveUp();
  finishLine(cursor);
  if (cursor.indent > indent) giveUp();
  return value;
}
