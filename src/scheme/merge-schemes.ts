import type { NodeRef } from '../diagnostics/diagnostic.ts';

/** One file of a scheme as it was read, before any validation, and the place of its root. */
export type SchemeLayer = { readonly value: unknown; readonly ref: NodeRef };

/** A merged value that still knows from which file each of its nodes came. */
export type MergedScheme = {
  readonly value: unknown;
  /** The place of a node of `value`; of a node that is not there, where it would stand. */
  readonly locate: (path: readonly (string | number)[]) => NodeRef;
};

/**
 * Lays schemes over each other, the most general first (`extends`). Maps merge by key. Lists of
 * things with `id` or `stage` merge by that: the base order holds and new ones follow, unless the
 * layer above names all that are there, then its order holds. Over such a list a map may stand too,
 * its keys are the ids. `null` takes away. Every other list and value is replaced whole; so is a
 * list by an empty one.
 */
export function mergeSchemes(layers: readonly SchemeLayer[]): MergedScheme {
  let merged: Node | undefined;
  for (const { value, ref } of layers) {
    merged = merged === undefined ? nodeOf(value, ref) : overlay(merged, value, ref);
  }
  const root = merged;
  if (root === undefined) return { value: {}, locate: (path) => ({ file: '', path }) };
  return { value: valueOf(root), locate: (path) => locate(root, path) };
}

/** A value with the place of every part of it. */
type Node = { readonly ref: NodeRef } & (
  | { readonly type: 'map'; readonly entries: ReadonlyMap<string, Node> }
  | { readonly type: 'list'; readonly items: readonly Node[] }
  | { readonly type: 'leaf'; readonly value: unknown }
);
type MapNode = Node & { readonly type: 'map' };

type PlainMap = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function child(ref: NodeRef, step: string | number): NodeRef {
  return { file: ref.file, path: [...ref.path, step] };
}

function nodeOf(value: unknown, ref: NodeRef): Node {
  if (Array.isArray(value)) {
    const items = value.map((item, index) => nodeOf(item, child(ref, index)));
    return { ref, type: 'list', items };
  }
  if (!isMap(value)) return { ref, type: 'leaf', value };
  const entries = new Map<string, Node>();
  for (const key of Object.keys(value)) {
    if (value[key] !== null) entries.set(key, nodeOf(value[key], child(ref, key)));
  }
  return { ref, type: 'map', entries };
}

function overlay(base: Node, value: unknown, ref: NodeRef): Node {
  if (base.type === 'map' && isMap(value)) {
    return { ref, type: 'map', entries: overlayEntries(base.entries, value, ref) };
  }
  if (base.type === 'list') {
    const key = identityOf(base.items);
    if (key !== undefined && isMap(value)) return overlayById(base.items, key, value, ref);
    if (key !== undefined && Array.isArray(value) && value.length > 0) {
      const above = nodeOf(value, ref) as Node & { readonly type: 'list' };
      if (identityOf(above.items) === key)
        return overlayList(base.items, above.items, key, { values: value, ref });
    }
  }
  return nodeOf(value, ref);
}

function overlayEntries(
  base: ReadonlyMap<string, Node>,
  value: PlainMap,
  ref: NodeRef,
): ReadonlyMap<string, Node> {
  const entries = new Map(base);
  for (const key of Object.keys(value)) {
    const given = value[key];
    if (given === null) entries.delete(key);
    else {
      const below = base.get(key);
      const place = child(ref, key);
      entries.set(key, below === undefined ? nodeOf(given, place) : overlay(below, given, place));
    }
  }
  return entries;
}

const IDENTITIES = ['id', 'stage'] as const;
type Identity = (typeof IDENTITIES)[number];

/** The key by which all items are known, if there is one. */
function identityOf(items: readonly Node[]): Identity | undefined {
  if (items.length === 0) return undefined;
  return IDENTITIES.find((key) => items.every((item) => idOf(item, key) !== undefined));
}

function idOf(node: Node, key: Identity): string | undefined {
  if (node.type !== 'map') return undefined;
  const id = node.entries.get(key);
  if (id?.type !== 'leaf') return undefined;
  return typeof id.value === 'string' || typeof id.value === 'number'
    ? String(id.value)
    : undefined;
}

type WrittenList = { readonly values: readonly unknown[]; readonly ref: NodeRef };

function overlayList(
  base: readonly Node[],
  above: readonly Node[],
  key: Identity,
  { values, ref }: WrittenList,
): Node {
  const items = [...base];
  const taken = new Set<number>();
  /** Where each item of the layer above went, to take over its order. */
  const places = above.map((node, index) => {
    const id = idOf(node, key);
    const place = items.findIndex((item, at) => !taken.has(at) && idOf(item, key) === id);
    if (place < 0) {
      taken.add(items.length);
      return items.push(node) - 1;
    }
    taken.add(place);
    items[place] = overlay(items[place]!, values[index], child(ref, index));
    return place;
  });
  const ordered = places.length === items.length ? places.map((place) => items[place]!) : items;
  return { ref, type: 'list', items: ordered };
}

function overlayById(base: readonly Node[], key: Identity, value: PlainMap, ref: NodeRef): Node {
  const left = new Set(Object.keys(value));
  const items: Node[] = [];
  for (const item of base) {
    const id = idOf(item, key)!;
    if (!left.delete(id)) items.push(item);
    else if (value[id] !== null) items.push(overlay(item, value[id], child(ref, id)));
  }
  for (const id of left) {
    if (value[id] !== null) items.push(withId(nodeOf(value[id], child(ref, id)), key, id));
  }
  return { ref, type: 'list', items };
}

/** An item that was given under its id instead of with it. */
function withId(node: Node, key: Identity, id: string): Node {
  if (node.type !== 'map' || node.entries.has(key)) return node;
  const named: MapNode['entries'] = new Map([
    [key, { ref: node.ref, type: 'leaf', value: id } as Node],
    ...node.entries,
  ]);
  return { ref: node.ref, type: 'map', entries: named };
}

function valueOf(node: Node): unknown {
  if (node.type === 'leaf') return node.value;
  if (node.type === 'list') return node.items.map(valueOf);
  const value: Record<string, unknown> = {};
  for (const [key, entry] of node.entries) {
    // A plain assignment to `__proto__` would set the prototype instead of a key.
    Object.defineProperty(value, key, {
      value: valueOf(entry),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return value;
}

function locate(root: Node, path: readonly (string | number)[]): NodeRef {
  let node = root;
  for (const [index, step] of path.entries()) {
    const next =
      node.type === 'map'
        ? node.entries.get(String(step))
        : node.type === 'list'
          ? node.items[Number(step)]
          : undefined;
    if (next === undefined) {
      return { file: node.ref.file, path: [...node.ref.path, ...path.slice(index)] };
    }
    node = next;
  }
  return node.ref;
}
