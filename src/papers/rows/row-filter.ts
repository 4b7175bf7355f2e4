import type { Condition, Test } from '../../model/rating.ts';
import type { Scheme } from '../../model/scheme.ts';
import { subjectOf } from '../../scheme/relations.ts';
import type { FieldContext, FieldSubject, FieldValue, Fields } from '../fields/field.ts';
import { valueAt } from '../fields/plain-value.ts';
import type { Scope } from './row-scope.ts';
import { recordsIn, valuesIn } from './records-of-row.ts';

/** Everything that a condition of a profile needs to look its attributes up. */
export type WhereContext = { readonly context: FieldContext; readonly fields: Fields };

type Atom = string | number | boolean;

/**
 * Whether a row is wanted. Attributes are field keys; the row's own subject may be left out
 * (`line` for `measure.line`). Either the word that a reader sees or the id in the data fits. What is
 * blank fits nothing but `not`: a filter chooses, it does not rate, so two values are enough.
 */
export function matches(
  condition: Condition | undefined,
  scope: Scope,
  given: WhereContext,
): boolean {
  if (condition === undefined) return true;
  const { all, any, not, ...attributes } = condition;
  if (all?.some((one) => !matches(one, scope, given)) === true) return false;
  if (any !== undefined && !any.some((one) => matches(one, scope, given))) return false;
  if (not !== undefined && matches(not, scope, given)) return false;
  return Object.entries(attributes).every(([attribute, test]) =>
    holds(test as Test, attribute, atomsOf(attribute, scope, given), given.context.scheme),
  );
}

/** The subject and the rest of an attribute as a filter over rows of `subject` means it. */
export function attributeKey(
  attribute: string,
  subject: FieldSubject,
  { find }: Fields,
): { readonly key: string; readonly subject: FieldSubject; readonly path: readonly string[] } {
  const own = `${subject}.${attribute}`;
  const parts = attribute.split('.');
  if (find(own) !== undefined) return { key: own, subject, path: parts };
  const factor = `${subject}.factor.${attribute}`;
  if (find(factor) !== undefined) return { key: factor, subject, path: ['factors', attribute] };
  const field = find(attribute);
  if (field !== undefined) return { key: attribute, subject: field.subject, path: parts.slice(1) };
  return { key: own, subject, path: parts };
}

function atomsOf(attribute: string, scope: Scope, { context, fields }: WhereContext): Atom[] {
  const { key, subject, path } = attributeKey(attribute, scope.subject, fields);
  const field = fields.find(key);
  const risks = key === 'risk.subject' ? recordsIn(scope, 'risk', context) : undefined;
  return [
    ...(recordsIn(scope, subject, context) ?? []).flatMap((record) => atoms(valueAt(record, path))),
    ...(risks ?? []).flatMap((risk) => atoms(subjectOf(risk))),
    ...(field === undefined ? [] : valuesIn(scope, field, context).flatMap(shown)),
  ];
}

function atoms(raw: unknown): Atom[] {
  if (Array.isArray(raw)) return raw.flatMap(atoms);
  const isAtom = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean';
  return isAtom && raw !== '' ? [raw] : [];
}

function shown(value: FieldValue): Atom[] {
  if (typeof value !== 'object') return atoms(value);
  return 'level' in value ? [value.level] : atoms(value);
}

function holds(test: Test, attribute: string, found: readonly Atom[], scheme: Scheme): boolean {
  if (Array.isArray(test)) return test.some((word) => found.includes(word));
  if (typeof test !== 'object') {
    return found.includes(test) || (test === false && found.length === 0);
  }
  const { atLeast, atMost, above, below, not } = test;
  if (not !== undefined && found.includes(not)) return false;
  if (atLeast === undefined && atMost === undefined && above === undefined && below === undefined) {
    return true;
  }
  const scale = scaleOf(attribute, scheme);
  return found.some((atom) => {
    const place = placeOf(atom, scale);
    return (
      place !== undefined &&
      (atLeast === undefined || place >= (placeOf(atLeast, scale) ?? Infinity)) &&
      (atMost === undefined || place <= (placeOf(atMost, scale) ?? -Infinity)) &&
      (above === undefined || place > above) &&
      (below === undefined || place < below)
    );
  });
}

/** Words of a scale from the mildest to the gravest. */
function scaleOf(attribute: string, scheme: Scheme): readonly string[] {
  const name = attribute.split('.').at(-1) ?? '';
  const factor = scheme.factors[name];
  return factor === undefined ? scheme.levels.map(({ id }) => id).toReversed() : factor.scale;
}

function placeOf(atom: Atom, scale: readonly string[]): number | undefined {
  if (typeof atom === 'number') return atom;
  const place = scale.indexOf(String(atom));
  return place < 0 ? undefined : place;
}
