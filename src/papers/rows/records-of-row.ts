import type {
  FieldContext,
  FieldOf,
  FieldSubject,
  FieldValue,
  Filter,
  Origin,
  Records,
} from '../fields/field.ts';
import { relatedTo } from './related.ts';
import type { Scope, ScopeOf } from './row-scope.ts';
import { isScopeOf, scopeOf } from './row-scope.ts';

/** Records that belong to the line and not to the row that was split into lines. */
export const OF_LINE: { readonly [Name in FieldSubject]?: readonly FieldSubject[] } = {
  risk: ['measure', 'regulation'],
  step: ['post', 'risk', 'measure'],
};

/** The lines that a row is split into: one for each of its records of a subject. */
export function splitRow<Name extends FieldSubject>(
  row: Scope,
  per: Name,
  context: FieldContext,
): ScopeOf<Name>[] {
  const records = recordsIn(row, per, context) ?? [];
  return records.map((record) => scopeOf(per, record, { parent: row, split: true }));
}

/** The records of a subject that a scope stands for; undefined where the scope does not offer it. */
export function recordsIn<Name extends FieldSubject>(
  scope: Scope,
  subject: Name,
  context: FieldContext,
): readonly Records[Name][] | undefined {
  if (isScopeOf(scope, subject)) return [scope.record];
  if (scope.split === true && OF_LINE[scope.subject]?.includes(subject) !== true) {
    return scope.parent === undefined ? undefined : recordsIn(scope.parent, subject, context);
  }
  const related = relatedTo(scope, subject, context);
  if (related !== undefined) return related;
  return scope.parent === undefined ? undefined : recordsIn(scope.parent, subject, context);
}

/** What a field says of each record that it is about; a filter chooses those, or what it gathers. */
export function valuesIn<Name extends FieldSubject>(
  scope: Scope,
  field: FieldOf<Name>,
  context: FieldContext,
  filter?: Filter,
): FieldValue[] {
  const records = recordsIn(scope, field.subject, context) ?? [];
  const originOf = (record: Records[Name]) =>
    isCommonMeasure(record, field.subject, scope) ? '共性' : originIn(scope, field.subject);
  return field.gathers === undefined
    ? records
        .filter((record) => filter?.(record) ?? true)
        .map((record) =>
          field.value(record, context, { filter: undefined, origin: originOf(record) }),
        )
    : records.map((record) => field.value(record, context, { filter, origin: originOf(record) }));
}

/** A measure beside a point that it does not name serves the point's power, post or department. */
function isCommonMeasure(record: object, subject: FieldSubject, scope: Scope): boolean {
  const row = scope.split === true && scope.subject === 'measure' ? scope.parent : scope;
  if (subject !== 'measure' || row?.subject !== 'risk' || !('risks' in record)) return false;
  return Array.isArray(record.risks) && !record.risks.includes(row.record.id);
}

/** How the record of a subject came to stand here. */
function originIn(scope: Scope, subject: FieldSubject): Origin | undefined {
  if (scope.subject === subject) return scope.origin;
  return scope.parent === undefined ? undefined : originIn(scope.parent, subject);
}

/** Place of a row in the order that a field keeps; undefined where it keeps none or has no record. */
export function rankIn<Name extends FieldSubject>(
  scope: Scope,
  field: FieldOf<Name>,
  context: FieldContext,
): number | undefined {
  const [record] = recordsIn(scope, field.subject, context) ?? [];
  return record === undefined ? undefined : field.rank?.(record, context);
}
