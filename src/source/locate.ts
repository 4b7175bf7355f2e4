import type { Span, Target } from '../diagnostics/diagnostic.ts';
import {
  keyEnd,
  keyStart,
  nodeAfter,
  ROOT,
  valueEnd,
  valueStart,
  type NodeTable,
} from './node-table.ts';

/** Finds the text of a node by its address. */
export type Locate = (path: readonly (string | number)[], on: Target) => Span;

/** Children of one node, by name or by index, collected when first asked for. */
type Children = ReadonlyMap<string | number, number>;

/**
 * Looks nodes up in a table. An address that leads to nothing gives the nearest ancestor that is
 * there. Children are indexed once a node, so that many findings in one long list stay cheap.
 */
export function locator(text: string, nodes: NodeTable): Locate {
  const indexed = new Map<number, Children>();

  function childrenOf(node: number): Children {
    let children = indexed.get(node);
    if (!children) {
      children = indexChildren(text, nodes, node);
      indexed.set(node, children);
    }
    return children;
  }

  return (path, on) => {
    let node = ROOT;
    for (const step of path) {
      const children = childrenOf(node);
      // A number may name a key: `2025:` is a key like any other.
      const child = children.get(step) ?? children.get(String(step));
      // One value may stand where a list of one is meant: `risks: r1`.
      const isSole = typeof step === 'number' && children.size === 0;
      if (child === undefined) return isSole ? valueSpan(nodes, node) : keySpan(nodes, node);
      node = child;
    }
    return on === 'key' ? keySpan(nodes, node) : valueSpan(nodes, node);
  };
}

function indexChildren(text: string, nodes: NodeTable, parent: number): Children {
  const children = new Map<string | number, number>();
  const end = nodeAfter(nodes, parent);
  for (let node = parent + 1, index = 0; node < end; node = nodeAfter(nodes, node), index++) {
    const start = keyStart(nodes, node);
    const name =
      start < 0 ? index : (nodes.names.get(node) ?? text.slice(start, keyEnd(nodes, node)));
    // Of two equal keys the first one counts, as in the value.
    if (!children.has(name)) children.set(name, node);
  }
  return children;
}

/** The key; for what has none (a list item, the root) its first key, else its value. */
function keySpan(nodes: NodeTable, node: number): Span {
  const holder = keyStart(nodes, node) < 0 && nodeAfter(nodes, node) > node + 1 ? node + 1 : node;
  const start = keyStart(nodes, holder);
  return start < 0 ? valueSpan(nodes, node) : { start, end: keyEnd(nodes, holder) };
}

function valueSpan(nodes: NodeTable, node: number): Span {
  return { start: valueStart(nodes, node), end: valueEnd(nodes, node) };
}
