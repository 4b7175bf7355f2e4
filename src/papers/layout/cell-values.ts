import type { ProfileColumn } from '../../model/profile.ts';
import type { Condition } from '../../model/rating.ts';
import type { Cell } from '../document.ts';
import type { RowRecord, Field, FieldValue, Filter } from '../fields/field.ts';
import { isPlainlyGathered } from '../fields/field.ts';
import { NOT_RATED } from '../fields/field-values.ts';
import { valueAt } from '../fields/plain-value.ts';
import type { Scope } from '../rows/row-scope.ts';
import { valuesIn } from '../rows/records-of-row.ts';
import { scopeOf } from '../rows/row-scope.ts';
import type { Visibility } from '../audience/visibility.ts';
import type { WhereContext } from '../rows/row-filter.ts';
import { matches } from '../rows/row-filter.ts';

/** Everything that is needed to fill a cell. */
export type CellContext = WhereContext & { readonly visibility: Visibility };

/** What a field says on a row or sheet. A field that the audience may not see says nothing. */
export function valueOf(
  key: string,
  scope: Scope,
  given: CellContext,
  where?: Condition,
): { readonly value: FieldValue; readonly field: Field | undefined } {
  const field = given.fields.find(key);
  if (field === undefined || !given.visibility.sees(field)) return { value: undefined, field };
  const { context } = given;
  const filter = filterOf(field, where, scope, given);
  const values = valuesIn(scope, field, context, filter);
  return { field, value: values.length === 1 ? values[0] : [...new Set(values.flatMap(texts))] };
}

/**
 * What a field says of each of several records, an item a record, so that it keeps step with what other
 * fields say of the same ones; undefined where it is about one record, or none.
 */
export function valuesInStep(
  key: string,
  scope: Scope,
  given: CellContext,
  where?: Condition,
): readonly string[] | undefined {
  const field = given.fields.find(key);
  if (field === undefined || !given.visibility.sees(field)) return undefined;
  const values = valuesIn(scope, field, given.context, filterOf(field, where, scope, given));
  if (values.length < 2) return undefined;
  const items = values.map((value) => texts(value).join('；'));
  return items.every((item) => item === '') ? [] : items.map((item) => item || NOT_RATED);
}

/**
 * The cell of a value: one text as it is, several as a list, numbered unless the profile says `none`.
 * Short ones (names, words) stand in one line with 、; only `always` numbers those.
 */
export function cellOf(
  value: FieldValue,
  inline: boolean,
  numbering: ProfileColumn['numbering'],
  empty: string,
): Cell {
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'object' && 'level' in value) {
    return { kind: 'level', text: value.level, tone: value.tone };
  }
  const items = texts(value);
  if (items.length === 0) return { kind: 'text', text: empty };
  if (numbering === 'always') return { kind: 'items', items, from: 1 };
  const [only] = items;
  if (items.length === 1 && only !== undefined) return { kind: 'text', text: only };
  if (inline) return { kind: 'text', text: items.join('、') };
  return numbering === 'none' ? { kind: 'items', items } : { kind: 'items', items, from: 1 };
}

/** The texts of a value, without blanks. */
export function texts(value: FieldValue): string[] {
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return 'level' in value ? [value.level] : value.filter((text) => text !== '');
}

function filterOf(
  field: Field,
  where: Condition | undefined,
  scope: Scope,
  given: CellContext,
): Filter | undefined {
  if (where === undefined) return undefined;
  const subject = field.gathers ?? field.subject;
  if (isPlainlyGathered(subject)) {
    return (record) => Object.entries(where).every(([key, word]) => isWord(record, key, word));
  }
  // A field hands its filter the records that it says it gathers.
  return (record) =>
    matches(where, scopeOf(subject, record as RowRecord, { parent: scope }), given);
}

/** Ratings, scores and votes have no fields of their own: a filter names their keys and words. */
function isWord(record: object, key: string, word: unknown): boolean {
  const value = valueAt(record, [key]);
  return Array.isArray(word) ? word.includes(value) : value === word;
}
