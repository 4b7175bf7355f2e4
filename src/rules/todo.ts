import type { NodeRef } from '../diagnostics/diagnostic.ts';
import type { Unit } from '../model/project.ts';
import type { RecordFile } from '../model/kinds.ts';
import { FILE_OF, KIND_NAMES } from '../model/kinds.ts';

/** Addresses as text: of what is blank, and of everything that holds something blank. */
type Blanks = { readonly exact: ReadonlySet<string>; readonly above: ReadonlySet<string> };

const blanksOf = new WeakMap<Unit, Blanks>();

/**
 * Whether the field, or something that it is part of, is still to be filled in (待填), or was left out
 * for a fault that is reported already.
 */
export function isTodo(unit: Unit, ref: NodeRef): boolean {
  if (hasNone(unit)) return false;
  const { exact } = blanks(unit);
  return prefixes(ref).some((key) => exact.has(key));
}

/** Whether that holds of the field, something around it or something in it. */
export function hasTodo(unit: Unit, ref: NodeRef): boolean {
  if (hasNone(unit)) return false;
  return isTodo(unit, ref) || blanks(unit).above.has(keyOf(ref.file, ref.path));
}

/** A record whose own name or content is still blank: nothing is said of what it lacks. */
export function isBlank(record: {
  readonly name?: string;
  readonly content?: string | readonly string[];
}): boolean {
  return record.name === '' || record.content === '';
}

/** A list that was laid out and not begun: it has records, all of them blank. */
export function isPending(records: readonly Parameters<typeof isBlank>[0][]): boolean {
  return records.length > 0 && records.every(isBlank);
}

/** Whether these lists were read whole, so that something can be said of what they lack. */
export function isWhole(unit: Unit, ...lists: readonly (RecordFile | 'unit')[]): boolean {
  return lists.every((list) => {
    if (unit.incomplete.has(list)) return false;
    if (unit.unreadable.size === 0) return true;
    const kinds = KIND_NAMES.filter((kind) => FILE_OF[kind] === list);
    return ![...unit.unreadable].some((id) => kinds.some((kind) => id.startsWith(`${kind}:`)));
  });
}

/** Whether a value of one of these fields was left out for a fault: it may be just what is missed. */
export function hasFaultIn(
  { faulty = [] }: Unit,
  records: readonly { readonly ref: NodeRef }[],
  keys: readonly string[],
): boolean {
  if (faulty.length === 0) return false;
  const addresses = new Set(faulty.flatMap(prefixes));
  return records.some(({ ref }) =>
    keys.some((key) => addresses.has(keyOf(ref.file, [...ref.path, key]))),
  );
}

function hasNone({ todos, faulty = [] }: Unit): boolean {
  return todos.length === 0 && faulty.length === 0;
}

function blanks(unit: Unit): Blanks {
  let known = blanksOf.get(unit);
  if (known === undefined) {
    const exact = new Set<string>();
    const above = new Set<string>();
    for (const ref of [...unit.todos, ...(unit.faulty ?? [])]) {
      const keys = prefixes(ref);
      exact.add(keys.pop()!);
      for (const key of keys) above.add(key);
    }
    known = { exact, above };
    blanksOf.set(unit, known);
  }
  return known;
}

/** The address and those of everything around it, the outermost first. */
function prefixes(ref: NodeRef): string[] {
  return Array.from({ length: ref.path.length + 1 }, (_, length) =>
    keyOf(ref.file, ref.path.slice(0, length)),
  );
}

function keyOf(file: string, path: readonly (string | number)[]): string {
  return [file, ...path].join('\n');
}
