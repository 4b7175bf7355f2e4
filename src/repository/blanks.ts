import type { KeyPath } from '../diagnostics/diagnostic.ts';

/** What people write where they still owe an answer. */
const PLACEHOLDER =
  /^(?:待填|待填写|待定|待补|待补充|待完善|暂缺|[xX×]{2,}|[＊*]{2,}|…+|_{2,}|\?{2,}|？{2,})$/u;

export type Pruned = {
  /** The value without blanks: keys and items that hold nothing are gone. */
  readonly value: unknown;
  /** Paths, in the value as written, of what is still to be filled in. */
  readonly blanks: readonly KeyPath[];
  /** Index in the pruned array → index as written, for arrays that lost items. */
  readonly indexes: ReadonlyMap<unknown, readonly number[]>;
};

/** Takes out what is blank or a placeholder, and remembers where it stood. */
export function pruneBlanks(value: unknown): Pruned {
  if (!hasBlank(value)) return { value, blanks: [], indexes: new Map() };
  const blanks: KeyPath[] = [];
  const indexes = new Map<unknown, number[]>();

  const prune = (node: unknown, path: KeyPath): unknown => {
    if (Array.isArray(node)) {
      const kept: unknown[] = [];
      const from: number[] = [];
      for (const [index, item] of node.entries()) {
        if (isBlank(item)) blanks.push([...path, index]);
        else {
          kept.push(prune(item, [...path, index]));
          from.push(index);
        }
      }
      if (kept.length < node.length) indexes.set(kept, from);
      return kept;
    }
    if (typeof node !== 'object' || node === null) return node;
    const kept: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(node)) {
      if (isBlank(item)) blanks.push([...path, key]);
      else kept[key] = prune(item, [...path, key]);
    }
    return kept;
  };
  return { value: prune(value, []), blanks, indexes };
}

/** Nothing, white space, or a placeholder such as 待填. */
function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'string') return false;
  const trimmed = value.trim();
  return trimmed === '' || (trimmed.length <= 8 && PLACEHOLDER.test(trimmed));
}

function hasBlank(value: unknown): boolean {
  if (isBlank(value)) return true;
  if (Array.isArray(value)) return value.some(hasBlank);
  if (typeof value !== 'object' || value === null) return false;
  for (const key in value) {
    if (hasBlank((value as Record<string, unknown>)[key])) return true;
  }
  return false;
}
