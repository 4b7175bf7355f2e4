import type { CellContext } from './cells.ts';
import { texts, valueOf } from './cells.ts';
import type { Scope } from './scope.ts';
import { fillTemplate, inspectTemplate } from './template.ts';

/** Fills a text of a profile with the scheme's words, the edition and fields of the sheet. */
export function fillText(text: string, sheet: Scope, given: CellContext, blank: boolean): string {
  if (!text.includes('{{')) return text;
  const { fields, context } = given;
  const view = emptyView();
  view['words'] = context.scheme.words;
  view['edition'] = context.edition;
  for (const path of inspectTemplate(text).paths) {
    if (fields.find(path) === undefined) continue;
    const isUnit = path.startsWith('unit.');
    place(view, path.split('.'), blank && !isUnit ? '' : valueIn(path, sheet, given));
  }
  try {
    return fillTemplate('', text, view);
  } catch {
    // A faulty text is reported when the profile is checked; on a draft it stands as it was written.
    return text;
  }
}

function valueIn(path: string, sheet: Scope, given: CellContext): unknown {
  const { value, field } = valueOf(path, sheet, given);
  if (typeof value !== 'object') return value ?? '';
  if ('level' in value) return value.level;
  const items = texts(value);
  const joined = items.join(field?.inline === false ? '；' : '、');
  // A list serves `#each`, and reads as one text where it stands alone.
  return Object.assign(items, { toString: () => joined });
}

/** Without a prototype: no name means more than what is put in. */
function emptyView(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** Sets a value at a path of keys. A longer path of the same field gives way to the shorter one. */
function place(view: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = view;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    if (typeof next === 'object' && next !== null && !Array.isArray(next)) {
      at = next as Record<string, unknown>;
    } else {
      const inner = emptyView();
      at[key] = inner;
      at = inner;
    }
  }
  const last = path.at(-1);
  if (last !== undefined) at[last] = value;
}
