import type { Kind } from '../../model/kinds.ts';
import type { SchemaField } from '../../model/schema-fields.ts';
import { KINDS } from '../../model/kinds.ts';
import { rowById } from './kind-rows.ts';
import type { FieldContext, FieldValue } from './field.ts';
import { distinct } from './field-values.ts';

type Actor = {
  readonly post?: string;
  readonly person?: string;
  readonly body?: string;
  readonly department?: string;
};

/** The value of a field that needs nothing special: texts as they are, references by name. */
export function plainValue(
  record: object,
  { path, kind, references }: SchemaField,
  key: string,
  context: FieldContext,
): FieldValue {
  const raw = valueAt(record, path);
  if (raw === undefined) return undefined;
  if (kind === 'actor') return actorNames(raw as Actor, key, context);
  if (kind === 'boolean') return raw === true ? '是' : '否';
  if (references === undefined) return raw as FieldValue;
  const name = (id: string) => nameOf(references, id, key, context);
  return Array.isArray(raw) ? distinct(raw.map(name)) : name(raw as string);
}

/** Records stand in the order of those that they refer to: 办公室 before 财务处 if the unit lists it so. */
export function rankOfReference({
  path,
  references,
}: SchemaField): ((record: object, context: FieldContext) => number) | undefined {
  const list = references === undefined ? undefined : ORDERED[references];
  if (list === undefined) return undefined;
  return (record, { relations }) => {
    const id = [valueAt(record, path)].flat()[0];
    const index = relations[list].findIndex((one) => one.id === id);
    return index < 0 ? relations[list].length : index;
  };
}

const ORDERED: { readonly [Of in Kind]?: 'departments' | 'posts' | 'powers' | 'risks' } = {
  department: 'departments',
  post: 'posts',
  power: 'powers',
  risk: 'risks',
};

/** The value at a path of keys, undefined where the path ends early. */
export function valueAt(record: object, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function actorNames(
  { post, person, body, department }: Actor,
  key: string,
  context: FieldContext,
): string {
  const parts = [
    body,
    department === undefined ? undefined : nameOf('department', department, key, context),
    post === undefined ? undefined : nameOf('post', post, key, context),
    person === undefined ? undefined : nameOf('person', person, key, context),
  ];
  return distinct(parts).join(' ');
}

/** What a reader knows a record by. A reference that leads nowhere reads as blank: a rule reports it. */
function nameOf(kind: Kind, id: string, key: string, context: FieldContext): string {
  const { relations, unit, showsNames } = context;
  const { known, personal } = KINDS[kind];
  // Another unit is known by its id alone: its files are not read for this unit's papers.
  if (known === undefined) return id;
  if (personal === true && !showsNames(key)) return '';
  const record = kind === 'person' ? relations.personById.get(id) : rowById(unit, kind, id);
  const name = record && valueAt(record, [known]);
  return typeof name === 'string' ? name : '';
}
