import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Document, YAMLMap } from 'yaml';

/** One change to the files of a unit: what is set, taken away or added in a list of records. */
export type Change = {
  /** A list by the name of its file, `unit` for unit.yaml, or `departments` in it. */
  readonly in: string;
  /** One record by id, several, or a first value that they must have; absent: every record. */
  readonly at?: string | readonly string[];
  readonly where?: Readonly<Record<string, unknown>>;
  /** Dotted key → value; null takes the key away. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: true;
  readonly add?: readonly object[];
};

/** Files of a repository with one unit of it, by their paths. */
export function filesOfUnit(repository: string, unit: string): Map<string, Uint8Array> {
  const names = readdirSync(repository, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.startsWith('units/') || name.startsWith(`units/${unit}/`),
  );
  const files = names.filter((name) => statSync(join(repository, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(repository, name))]));
}

/** The files with the changes made; throws where a change finds nothing to change. */
export function breakUnit(
  files: ReadonlyMap<string, Uint8Array>,
  unit: string,
  changes: readonly Change[],
): Map<string, Uint8Array> {
  const broken = new Map(files);
  for (const change of changes) {
    const list = change.in === 'departments' ? 'unit' : change.in;
    const folder = `units/${unit}/`;
    const names = [...broken.keys()].filter(
      (name) => name === `${folder}${list}.yaml` || name.startsWith(`${folder}${list}/`),
    );
    let made = 0;
    for (const name of names) {
      const text = new TextDecoder().decode(broken.get(name));
      const document = parseDocument(text);
      made += applyTo(document, change);
      broken.set(name, new TextEncoder().encode(document.toString({ lineWidth: 0 })));
    }
    if (change.add !== undefined) {
      const name = names.at(-1) ?? `${folder}${list}.yaml`;
      const before = new TextDecoder().decode(broken.get(name) ?? new Uint8Array());
      const document = parseDocument(before.trim() === '' ? '[]' : before);
      for (const record of change.add) document.add(document.createNode(record));
      broken.set(name, new TextEncoder().encode(document.toString({ lineWidth: 0 })));
      made += change.add.length;
    }
    if (made === 0) throw new Error(`nothing to change: ${JSON.stringify(change)}`);
  }
  return broken;
}

function applyTo(document: Document, { in: list, at, where, set, remove }: Change): number {
  if (set === undefined && remove === undefined) return 0;
  const root = list === 'departments' ? document.get('departments') : document.contents;
  if (isMap(root)) {
    for (const [key, value] of Object.entries(set ?? {})) setIn(root, key, value, document);
    return 1;
  }
  if (!isSeq(root)) return 0;
  const ids = typeof at === 'string' ? [at] : at;
  const chosen = root.items.filter(
    (record): record is YAMLMap =>
      isMap(record) &&
      (ids === undefined || ids.includes(String(record.get('id')))) &&
      Object.entries(where ?? {}).every(([key, value]) => record.get(key) === value),
  );
  if (remove) root.items = root.items.filter((record) => !chosen.includes(record as YAMLMap));
  for (const record of remove ? [] : chosen) {
    for (const [key, value] of Object.entries(set ?? {})) setIn(record, key, value, document);
  }
  return chosen.length;
}

function setIn(record: YAMLMap, key: string, value: unknown, document: Document): void {
  const path = key.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  if (value === null) record.deleteIn(path);
  else record.setIn(path, document.createNode(value));
}
