import { say } from '../../diagnostics/message.ts';
import type { Node, Pair, Scalar } from 'yaml';
import type { Finding, Span } from '../../diagnostics/diagnostic.ts';
import { isBlank, nextLine, startsLine } from '../lines.ts';
import {
  closeNode,
  keyStart,
  openNode,
  valueEnd,
  valueStart,
  type NodeWriter,
} from '../node-table.ts';
import { shortened } from '../shortened.ts';
import { fullWidthColon, startsLikeKey } from './full-width-colon.ts';
import { loadYaml } from './load-yaml.ts';
import { checkLoneKey, reportRepeated, usableKey } from './map-keys.ts';
import { lostPrecision } from './number-precision.ts';
import { reportHere, type ValueReading } from './value-reading.ts';

type ValuePlace = 'root' | 'entry' | 'item';

/**
 * Turns the package's nodes into plain data, filling the table of positions. What cannot be data
 * (aliases, unusable and repeated keys) is reported and left out. Depth is limited beforehand.
 */
export function readValues(
  file: string,
  text: string,
  root: Node | null,
  nodes: NodeWriter,
): { readonly value: unknown; readonly findings: readonly Finding[] } {
  const yaml = loadYaml();
  const { isScalar } = yaml;
  const reading: ValueReading = { file, text, nodes, yaml, findings: [], path: [] };
  const self = openNode(nodes, -1, -1);
  const isEmpty = root === null || (isScalar(root) && root.source === '' && root.type === 'PLAIN');
  if (isEmpty) closeNode(nodes, self, 0, 0);
  const value = isEmpty ? null : readNode(root, self, 'root', reading);
  const findings = reading.findings.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return { value, findings };
}

function readNode(
  node: Node | null,
  self: number,
  place: ValuePlace,
  reading: ValueReading,
): unknown {
  const { isAlias, isMap, isScalar, isSeq } = reading.yaml;
  if (isMap<Node | null, Node | null>(node)) return readMap(node.items, node, self, reading);
  if (isSeq<Node | null>(node)) return readList(node.items, node, self, reading);
  const span = scalarSpan(node, reading);
  closeNode(reading.nodes, self, span.start, span.end);
  if (!isScalar(node) || isAlias(node)) return null;
  if (node.type === 'PLAIN') checkPlain(node, span, place, reading);
  return node.value;
}

function readMap(
  pairs: readonly Pair<Node | null, Node | null>[],
  map: Node,
  self: number,
  reading: ValueReading,
): Record<string, unknown> {
  const { text, nodes, path } = reading;
  const value: Record<string, unknown> = {};
  const seen = new Set<string>();
  let child = -1;
  for (const pair of pairs) {
    const span = scalarSpan(pair.key, reading);
    child = openNode(nodes, span.start, span.end);
    const key = usableKey(pair.key, span, reading);
    const source = text.slice(span.start, span.end);
    const name = key ?? source;
    if (name !== source) nodes.names.set(child, name);
    path.push(name);
    const isLone = pair.value === null;
    if (isLone) closeNode(nodes, child, span.end, span.end);
    const entry = isLone ? null : readNode(pair.value, child, 'entry', reading);
    if (key !== undefined && seen.has(key)) reportRepeated(key, span, reading);
    else if (key !== undefined) {
      seen.add(key);
      value[key] = entry;
    }
    path.pop();
    if (isLone) checkLoneKey(pair.key, span, reading);
  }
  closeCollection(map, self, child, reading);
  return value;
}

function readList(
  entries: readonly (Node | null)[],
  list: Node,
  self: number,
  reading: ValueReading,
): unknown[] {
  const { nodes, path } = reading;
  const value: unknown[] = [];
  let child = -1;
  for (const [index, entry] of entries.entries()) {
    child = openNode(nodes, -1, -1);
    path.push(index);
    value.push(readNode(entry, child, 'item', reading));
    path.pop();
  }
  closeCollection(list, self, child, reading);
  return value;
}

/** A block runs from its first key or dash to its last value, brackets from `[` to `]`. */
function closeCollection(
  collection: Node,
  self: number,
  lastChild: number,
  { nodes, yaml: { isMap, isSeq } }: ValueReading,
): void {
  const [from, to] = collection.range ?? [0, 0];
  const isFlow = (isMap(collection) || isSeq(collection)) && collection.flow === true;
  if (isFlow || lastChild < 0) return closeNode(nodes, self, from, to);
  const start = isMap(collection) ? firstKey(self + 1, nodes) : from;
  closeNode(nodes, self, start, valueEnd(nodes, lastChild));
}

function firstKey(child: number, nodes: NodeWriter): number {
  const start = keyStart(nodes, child);
  return start < 0 ? valueStart(nodes, child) : start;
}

/** Numbers that lose digits, and lines that were meant as entries. */
function checkPlain(
  { value }: Scalar,
  { start, end }: Span,
  place: ValuePlace,
  reading: ValueReading,
): void {
  const { file, path, text, findings } = reading;
  const source = text.slice(start, end);
  if (typeof value === 'number' && lostPrecision(source, value)) {
    reportHere(reading, {
      code: 'LF012',
      mark: 'readWhole',
      span: { start, end },
      message: Number.isFinite(value)
        ? say`「${{ source: shortened(source) }}」位数太多，当作数字会变成 ${{ value }}`
        : say`「${{ source: shortened(source) }}」超出数字的范围`,
      hint: `编号、证件号要加英文引号：'${shortened(source)}'`,
    });
  }
  // Where a map could have begun: on a line of its own, or as the item of a list.
  const first = place !== 'entry' || startsLine(text, start) ? start : nextLine(text, start);
  for (let at = first; at < end; at = nextLine(text, at)) {
    if (startsLikeKey(text, at)) findings.push(fullWidthColon(file, [...path], text, at));
  }
}

/** Where a scalar, an alias or nothing stands; nothing stands right behind its colon or dash. */
function scalarSpan(node: Node | null, { text, yaml }: ValueReading): Span {
  const [start, to] = node?.range ?? [0, 0];
  let end = to;
  if (end === start) {
    let at = start;
    while (isBlank(text.charCodeAt(at - 1))) at--;
    return { start: at, end: at };
  }
  if (yaml.isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    while (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 0x0a) end--;
  }
  return { start, end };
}
