import type { Node, Pair, Scalar } from 'yaml';
import type { Finding, Span } from '../../diagnostics/diagnostic.ts';
import { fullWidthColon, looksLikeEntry, startsLikeKey } from './full-width-colon.ts';
import { isBlank, nextLine, startsLine } from '../lines.ts';
import {
  closeNode,
  keyStart,
  openNode,
  valueEnd,
  valueStart,
  type NodeWriter,
} from '../node-table.ts';
import { loadYaml } from './load-yaml.ts';
import { lostPrecision } from './number-precision.ts';
import { BROKEN_TEXT } from '../broken-text.ts';
import { shortened } from '../shortened.ts';
import { isWideSpace, WIDE_INDENT } from '../wide-space.ts';

type ValuePlace = 'root' | 'entry' | 'item';

/** Keys that name parts of every JavaScript object, so that no data may go by them. */
const UNUSABLE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

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
  const { isAlias, isMap, isScalar, isSeq } = loadYaml();
  const findings: Finding[] = [];
  const path: (string | number)[] = [];

  function report(
    is: Pick<Finding, 'code' | 'mark'>,
    span: Span,
    message: string,
    hint: string,
  ): void {
    findings.push({ ...is, ref: { file, path: [...path] }, span, message, hint });
  }

  function readNode(node: Node | null, self: number, place: ValuePlace): unknown {
    if (isMap<Node | null, Node | null>(node)) return readMap(node.items, node, self);
    if (isSeq<Node | null>(node)) return readList(node.items, node, self);
    const span = scalarSpan(text, node);
    closeNode(nodes, self, span.start, span.end);
    if (!isScalar(node) || isAlias(node)) return null;
    if (node.type === 'PLAIN') checkPlain(node, span, place);
    return node.value;
  }

  function readMap(pairs: readonly Pair<Node | null, Node | null>[], map: Node, self: number) {
    const value: Record<string, unknown> = {};
    const seen = new Set<string>();
    let child = -1;
    for (const pair of pairs) {
      const span = scalarSpan(text, pair.key);
      child = openNode(nodes, span.start, span.end);
      const key = usableKey(pair.key, span);
      const name = key ?? text.slice(span.start, span.end);
      if (name !== text.slice(span.start, span.end)) nodes.names.set(child, name);
      path.push(name);
      const entry =
        pair.value === null ? readNothing(child, span) : readNode(pair.value, child, 'entry');
      if (key !== undefined && isNew(key, seen, span)) value[key] = entry;
      path.pop();
      if (pair.value === null) checkLoneKey(pair.key, span);
    }
    closeCollection(map, self, child);
    return value;
  }

  function readNothing(self: number, { end }: Span): null {
    closeNode(nodes, self, end, end);
    return null;
  }

  function readList(items: readonly (Node | null)[], list: Node, self: number): unknown[] {
    const value: unknown[] = [];
    let child = -1;
    for (const [index, item] of items.entries()) {
      child = openNode(nodes, -1, -1);
      path.push(index);
      value.push(readNode(item, child, 'item'));
      path.pop();
    }
    closeCollection(list, self, child);
    return value;
  }

  /** A block runs from its first key or dash to its last value, brackets from `[` to `]`. */
  function closeCollection(collection: Node, self: number, lastChild: number): void {
    const [from, to] = collection.range ?? [0, 0];
    const isFlow = (isMap(collection) || isSeq(collection)) && collection.flow === true;
    if (isFlow || lastChild < 0) return closeNode(nodes, self, from, to);
    const start = isMap(collection) ? firstKey(self + 1) : from;
    closeNode(nodes, self, start, valueEnd(nodes, lastChild));
  }

  function firstKey(child: number): number {
    const start = keyStart(nodes, child);
    return start < 0 ? valueStart(nodes, child) : start;
  }

  function usableKey(key: Node | null, span: Span): string | undefined {
    const name = isScalar(key) ? key.value : undefined;
    if (name === '<<' && isScalar(key) && key.type === 'PLAIN') {
      report({ code: 'LF003' }, span, '不支持合并键「<<」', '把要合并的内容写全');
    } else if (name === '') {
      // Without a colon it is something else that the package calls an empty key.
      const colon = text.indexOf(':', span.end);
      if (colon < 0 || text.slice(span.end, colon).trim() !== '') return undefined;
      const place = span.end > span.start ? span : { start: colon, end: colon + 1 };
      report({ code: 'LF010' }, place, '冒号前面没有键', '在冒号前写上键的名称');
    } else if (typeof name !== 'string') {
      report(
        { code: 'LF010' },
        span,
        '键必须是一个词，不能是列表或表',
        '改用一个词作键；若括号是文字的一部分，用英文引号把整个值括起来',
      );
    } else if (UNUSABLE_KEYS.has(name)) {
      report({ code: 'LF010' }, span, `「${name}」不能用作键，这一项没有读取`, '换一个名称');
    } else {
      checkWideSpace(key, span);
      return name;
    }
    return undefined;
  }

  function isNew(key: string, seen: Set<string>, span: Span): boolean {
    if (!seen.has(key)) {
      seen.add(key);
      return true;
    }
    findings.push({
      code: 'LF002',
      mark: 'readWhole',
      ref: { file, path: [...path] },
      on: 'key',
      span,
      message: `键「${shortened(key)}」重复了，这里的内容没有采用`,
      hint: '合并为一项，或删去其中一项',
      related: [
        { ref: { file, path: [...path] }, message: `「${shortened(key)}」第一次出现在这里` },
      ],
    });
    return false;
  }

  /** A full-width space before a key does not indent it: the key lands one level too high. */
  function checkWideSpace(key: Node | null, { start, end }: Span): void {
    if (!isScalar(key) || key.type !== 'PLAIN' || !isWideSpace(text.charCodeAt(start))) return;
    if (!startsLine(text, start)) return;
    const width = Math.max(text.slice(start, end).search(/\S/), 1);
    report(BROKEN_TEXT, { start, end: start + width }, WIDE_INDENT.message, WIDE_INDENT.hint);
  }

  function checkPlain(node: Scalar, { start, end }: Span, place: ValuePlace): void {
    const source = text.slice(start, end);
    if (typeof node.value === 'number' && lostPrecision(source, node.value)) {
      report(
        { code: 'LF012', mark: 'readWhole' },
        { start, end },
        Number.isFinite(node.value)
          ? `「${shortened(source)}」位数太多，当作数字会变成 ${node.value}`
          : `「${shortened(source)}」超出数字的范围`,
        `编号、证件号要加英文引号：'${shortened(source)}'`,
      );
    }
    // Where a map could have begun: on a line of its own, or as the item of a list.
    const first = place !== 'entry' || startsLine(text, start) ? start : nextLine(text, start);
    for (let at = first; at < end; at = nextLine(text, at)) {
      if (startsLikeKey(text, at)) findings.push(fullWidthColon(file, [...path], text, at));
    }
  }

  /** `{name：局长}` is a map with a key and no value. */
  function checkLoneKey(key: Node | null, { start, end }: Span): void {
    if (isScalar(key) && looksLikeEntry(text.slice(start, end))) {
      findings.push(fullWidthColon(file, [...path], text, start));
    }
  }

  const self = openNode(nodes, -1, -1);
  const empty = root === null || (isScalar(root) && root.source === '' && root.type === 'PLAIN');
  if (empty) closeNode(nodes, self, 0, 0);
  const value = empty ? null : readNode(root, self, 'root');
  findings.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return { value, findings };
}

/** Where a scalar, an alias or nothing stands; nothing stands right behind its colon or dash. */
function scalarSpan(text: string, node: Node | null): Span {
  const [start, to] = node?.range ?? [0, 0];
  let end = to;
  if (end === start) {
    let at = start;
    while (isBlank(text.charCodeAt(at - 1))) at--;
    return { start: at, end: at };
  }
  if (
    loadYaml().isScalar(node) &&
    (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
  ) {
    while (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 0x0a) end--;
  }
  return { start, end };
}
