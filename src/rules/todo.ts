import type { NodeRef } from '../diagnostics/diagnostic.ts';
import type { RecordFile, Unit } from '../model/project.ts';
import { RECORD_FILES } from '../model/project.ts';

/** Addresses as text: of what is blank, and of everything that holds something blank. */
type Blanks = { readonly exact: ReadonlySet<string>; readonly above: ReadonlySet<string> };

const blanksOf = new WeakMap<Unit, Blanks>();

/** Whether the field, or something that it is part of, is still to be filled in (待填). */
export function isTodo(unit: Unit, ref: NodeRef): boolean {
  if (unit.todos.length === 0) return false;
  const { exact } = blanks(unit);
  return prefixes(ref).some((key) => exact.has(key));
}

/** Whether the field, something around it or something in it is still to be filled in. */
export function hasTodo(unit: Unit, ref: NodeRef): boolean {
  if (unit.todos.length === 0) return false;
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
    const kind = list === 'unit' ? 'department' : RECORD_FILES[list].kind;
    return ![...unit.unreadable].some((id) => id.startsWith(`${kind}:`));
  });
}

function blanks(unit: Unit): Blanks {
  let known = blanksOf.get(unit);
  if (known === undefined) {
    const exact = new Set<string>();
    const above = new Set<string>();
    for (const todo of unit.todos) {
      const keys = prefixes(todo);
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
