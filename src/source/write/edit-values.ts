import {
  Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  stringify,
  visit,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { KeyPath } from '../../diagnostics/diagnostic.ts';

/** Sets the value at a path, adding its key where the map has none; without `value` the key goes. */
export type Edit = { readonly path: KeyPath; readonly value?: string | number | object };

type Splice = { readonly start: number; readonly end: number; readonly text: string };

/**
 * Changes single values of a YAML text and leaves every other byte as it is: comments, order, layout.
 * Where that does not give exactly the wanted values, the file is written anew with its comments.
 * @returns undefined if the text cannot be read, or a path leads through something that is not there
 */
export function editValues(text: string, edits: readonly Edit[]): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const wanted = parseDocument(text);
  for (const { path, value } of edits) {
    if (!wanted.hasIn(path.slice(0, -1)) && path.length > 1) return undefined;
    if (value === undefined) wanted.deleteIn(path);
    else wanted.setIn(path, value);
  }
  const values = asText(wanted.toJS());
  const splices = edits.map((edit) => spliceOf(edit, document, text));
  if (splices.every((one) => one !== undefined)) {
    const edited = splices
      // From the end, so that places before stay right; of those at one place the last edit first.
      .toReversed()
      .toSorted((a, b) => b.start - a.start)
      .reduce((all, { start, end, text: own }) => all.slice(0, start) + own + all.slice(end), text);
    if (holds(edited, values)) return edited;
  }
  const rewritten = wanted.toString({ lineWidth: 0 });
  return holds(rewritten, values) ? rewritten : undefined;
}

function spliceOf({ path, value }: Edit, document: Document, text: string): Splice | undefined {
  const node: unknown = document.getIn(path, true);
  if (value === undefined) return removal(path, document, text);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    // A block scalar ends with its line end, which is not part of the value.
    return { start, end, text: inline(value) + lineEndOf(text.slice(start, end)) };
  }
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  if (node === undefined && isSeq(parent)) return appended(value, parent, text);
  return node === undefined && isMap(parent)
    ? addition(String(path.at(-1)), value, parent, text)
    : undefined;
}

/** A new key at the end of a map, in the map's own style. */
function addition(
  key: string,
  value: string | number | object,
  map: YAMLMap,
  text: string,
): Splice | undefined {
  const first = map.items[0];
  const place = endOf(map, text);
  if (place === undefined || !isPair(first)) return undefined;
  const pair = `${inline(key)}: ${inline(value)}`;
  if (map.flow === true) return { start: place, end: place, text: `, ${pair}` };
  const column = columnOf(first.key as Scalar, text);
  if (column === undefined) return undefined;
  // Below the line, so that a comment stays behind the value that it is of.
  const lineEnd = text.indexOf('\n', place);
  const at = lineEnd < 0 ? text.length : text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: at, end: at, text: `${lineBreak}${' '.repeat(column)}${pair}` };
}

/** A new value at the end of a list, in the list's own style. */
function appended(
  value: string | number | object,
  list: YAMLSeq,
  text: string,
): Splice | undefined {
  const place = endOf(list, text);
  if (place === undefined) return undefined;
  if (list.flow === true) return { start: place, end: place, text: `, ${inline(value)}` };
  const first: unknown = list.items[0];
  const start = isMap(first) || isScalar(first) ? first.range?.[0] : undefined;
  if (start === undefined) return undefined;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const dash = /^ *- +$/.exec(before)?.[0];
  if (dash === undefined) return undefined;
  const lineEnd = text.indexOf('\n', place);
  const at = lineEnd < 0 ? text.length : text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: at, end: at, text: `${lineBreak}${dash}${inline(value)}` };
}

/** Where the last value of a map or list ends, without the line end, comments and commas behind it. */
function endOf(node: YAMLMap | YAMLSeq, text: string): number | undefined {
  const last: unknown = node.items.at(-1);
  const value: unknown = isPair(last) ? (last.value ?? last.key) : last;
  if (isCollection(value) && value.flow !== true) {
    return endOf(value, text);
  }
  const range = (value as Scalar | undefined)?.range;
  if (!range) return undefined;
  return range[1] - lineEndOf(text.slice(range[0], range[1])).length;
}

function lineEndOf(source: string): string {
  return /\r?\n$/.exec(source)?.[0] ?? '';
}

/** Where the keys of a block map begin in their lines. */
function columnOf(key: Scalar, text: string): number | undefined {
  const start = key.range?.[0];
  return start === undefined ? undefined : start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** A key with its value: of a block map with their whole lines, of a flow map with one comma. */
function removal(path: KeyPath, document: Document, text: string): Splice | undefined {
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const index = parent.items.findIndex(
    ({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)),
  );
  const pair = parent.items[index];
  const keyStart = (pair?.key as Scalar | undefined)?.range?.[0];
  const range = (pair?.value as Scalar | null | undefined)?.range;
  if (keyStart === undefined || !range) return undefined;
  if (parent.flow === true) {
    const next = (parent.items[index + 1]?.key as Scalar | undefined)?.range?.[0];
    if (next !== undefined) return { start: keyStart, end: next, text: '' };
    const before = parent.items[index - 1];
    const start = ((before?.value ?? before?.key) as Scalar | undefined)?.range?.[1] ?? keyStart;
    return { start, end: range[1], text: '' };
  }
  const valueEnd = range[2];
  const start = text.lastIndexOf('\n', keyStart - 1) + 1;
  return text.slice(start, keyStart).trim() === '' ? { start, end: valueEnd, text: '' } : undefined;
}

/** A value on one line, that may also stand inside of `[]` and `{}`. */
function inline(value: string | number | object): string {
  const list = new Document([value]);
  visit(list, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && /[\r\n]/.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  const text = list.toString({
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Infinity,
  });
  return text.trim().slice(1, -1);
}

/** Values to compare, key order too; the same object twice is written out twice. */
function asText(values: unknown): string {
  return stringify(values, { aliasDuplicateObjects: false });
}

function holds(text: string, wanted: string): boolean {
  try {
    return asText(parse(text)) === wanted;
  } catch {
    return false;
  }
}
