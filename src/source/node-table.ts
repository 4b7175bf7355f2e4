/**
 * Where every node of one file stands, in document order: five numbers a node. A county has a
 * million nodes, so there is no object for each of them.
 */
export type NodeTable = {
  readonly cells: Int32Array;
  readonly count: number;
  /** Decoded names of the keys that are written otherwise than they read (quoted keys). */
  readonly names: ReadonlyMap<number, string>;
};

/** A table while it grows. */
export type NodeWriter = { cells: Int32Array; count: number; names: Map<number, string> };

/** Numbers a node takes, and what each of them is. `AFTER` is the node that follows the subtree. */
const WIDTH = 5;
const KEY_START = 0;
const KEY_END = 1;
const VALUE_START = 2;
const VALUE_END = 3;
const AFTER = 4;

/** The root of the document; it exists even in an empty file. */
export const ROOT = 0;

/** An empty table, with room for the nodes that a text of this length usually has. */
export function nodeWriter(textLength: number): NodeWriter {
  return { cells: new Int32Array(WIDTH * (16 + (textLength >> 4))), count: 0, names: new Map() };
}

/** Adds a node; its children are those added before `closeNode`. Without a key: `-1, -1`. */
export function openNode(writer: NodeWriter, keyStart: number, keyEnd: number): number {
  const node = writer.count++;
  const cell = node * WIDTH;
  if (cell + WIDTH > writer.cells.length) {
    const wider = new Int32Array(writer.cells.length * 2);
    wider.set(writer.cells);
    writer.cells = wider;
  }
  writer.cells[cell + KEY_START] = keyStart;
  writer.cells[cell + KEY_END] = keyEnd;
  return node;
}

/** Ends a node and tells where its value stands. */
export function closeNode(writer: NodeWriter, node: number, start: number, end: number): void {
  const cell = node * WIDTH;
  writer.cells[cell + VALUE_START] = start;
  writer.cells[cell + VALUE_END] = end;
  writer.cells[cell + AFTER] = writer.count;
}

/** The finished table, cut to its size. */
export function nodeTable({ cells, count, names }: NodeWriter): NodeTable {
  return { cells: cells.slice(0, count * WIDTH), count, names };
}

/** The table of a file without any data. */
export function emptyNodeTable(): NodeTable {
  const writer = nodeWriter(0);
  openNode(writer, -1, -1);
  closeNode(writer, ROOT, 0, 0);
  return nodeTable(writer);
}

/** The same nodes elsewhere: every offset goes through `move`. */
export function mapPositions(table: NodeTable, move: (offset: number) => number): NodeTable {
  const cells = table.cells.map((cell, index) =>
    index % WIDTH === AFTER || cell < 0 ? cell : move(cell),
  );
  return { ...table, cells };
}

/** Start of a node's key, -1 for list items and the root. */
export const keyStart = ({ cells }: NodeCells, node: number): number => cells[node * WIDTH]!;
/** End of a node's key. */
export const keyEnd = ({ cells }: NodeCells, node: number): number =>
  cells[node * WIDTH + KEY_END]!;
/** Start of a node's value. */
export const valueStart = ({ cells }: NodeCells, node: number): number =>
  cells[node * WIDTH + VALUE_START]!;
/** End of a node's value. */
export const valueEnd = ({ cells }: NodeCells, node: number): number =>
  cells[node * WIDTH + VALUE_END]!;
/** The first node after this one and all its descendants. */
export const nodeAfter = ({ cells }: NodeCells, node: number): number =>
  cells[node * WIDTH + AFTER]!;

type NodeCells = { readonly cells: Int32Array };
