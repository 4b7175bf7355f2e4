import type { Entity } from '../model/common.ts';
import type { Kind, RecordOf } from '../model/kinds.ts';
import type { Project, Unit } from '../model/project.ts';
import { FILE_OF } from '../model/kinds.ts';
import type { AnyRecord } from '../model/unit-records.ts';
import { listsWithIds } from '../model/unit-records.ts';

/** The records of a unit by kind and id, and who had which id before. */
type Lookup = {
  readonly byKind: ReadonlyMap<Kind, ReadonlyMap<string, AnyRecord>>;
  readonly former: ReadonlyMap<Kind, ReadonlyMap<string, AnyRecord>>;
};

const lookups = new WeakMap<Unit, Lookup>();
const unitsById = new WeakMap<Project, ReadonlyMap<string, Unit>>();

/** More ids than these are not searched for a similar one: it would cost more than it helps. */
const MOST_NEAR = 1000;

/** What an id stands for. `unknowable`: what it may stand for could not be read. */
export type ResolvedReference =
  | { readonly status: 'found'; readonly record: AnyRecord; readonly unit: Unit }
  | { readonly status: 'unknowable' }
  | { readonly status: 'missing'; readonly renamedTo?: string; readonly near: readonly string[] };

const UNKNOWABLE = { status: 'unknowable' } as const;

/** Finds the record that an id names; `unit-id/id` names one of another unit. */
export function resolve(project: Project, unit: Unit, kind: Kind, id: string): ResolvedReference {
  if (kind === 'unit') return resolveUnit(project, id);
  const slash = id.indexOf('/');
  if (slash < 0) return resolveIn(unit, kind, id);
  const owner = unitById(project).get(id.slice(0, slash));
  if (owner !== undefined) return resolveIn(owner, kind, id.slice(slash + 1));
  return { status: 'missing', near: [] };
}

function resolveUnit(project: Project, id: string): ResolvedReference {
  const unit = unitById(project).get(id);
  if (unit !== undefined) return { status: 'found', record: unit.info, unit };
  const renamed = project.units.find((other) => other.info.formerly.includes(id));
  return {
    status: 'missing',
    ...(renamed && { renamedTo: renamed.id }),
    near: few(unitById(project)),
  };
}

function unitById(project: Project): ReadonlyMap<string, Unit> {
  let known = unitsById.get(project);
  if (known === undefined) {
    known = new Map(project.units.map((unit) => [unit.id, unit]));
    unitsById.set(project, known);
  }
  return known;
}

function few(byId: ReadonlyMap<string, unknown> | undefined): readonly string[] {
  return byId === undefined || byId.size > MOST_NEAR ? [] : [...byId.keys()];
}

function resolveIn(unit: Unit, kind: Kind, id: string): ResolvedReference {
  const { byKind, former } = lookupOf(unit);
  const record = byKind.get(kind)?.get(id);
  if (record !== undefined) return { status: 'found', record, unit };
  if (unit.unreadable.has(`${kind}:${id}`)) return UNKNOWABLE;
  if (unit.incomplete.has(FILE_OF[kind])) return UNKNOWABLE;
  // people.yaml may be kept elsewhere: then nothing can be said of persons.
  if (kind === 'person' && unit.people.length === 0) return UNKNOWABLE;
  const renamedTo = former.get(kind)?.get(id)?.id;
  return {
    status: 'missing',
    ...(renamedTo !== undefined && { renamedTo }),
    near: few(byKind.get(kind)),
  };
}

function lookupOf(unit: Unit): Lookup {
  let known = lookups.get(unit);
  if (known === undefined) {
    const byKind = new Map<Kind, Map<string, AnyRecord>>();
    const former = new Map<Kind, Map<string, AnyRecord>>();
    for (const { kind, records } of listsWithIds(unit)) {
      const ids = new Map<string, AnyRecord>();
      const formerIds = new Map<string, AnyRecord>();
      for (const record of records) {
        if (record.id !== undefined && !ids.has(record.id)) ids.set(record.id, record);
        for (const id of record.formerly) formerIds.set(id, record);
      }
      byKind.set(kind, ids);
      former.set(kind, formerIds);
    }
    known = { byKind, former };
    lookups.set(unit, known);
  }
  return known;
}

/** The record of a kind that a field names, if it names one of this unit or another. */
export function findRecord<Of extends Kind>(
  project: Project,
  unit: Unit,
  kind: Of,
  id: string | undefined,
): Entity<RecordOf<Of>> | undefined {
  if (id === undefined) return undefined;
  const resolved = resolve(project, unit, kind, id);
  return resolved.status === 'found' // What stands under a kind is of that kind.
    ? (resolved.record as unknown as Entity<RecordOf<Of>>)
    : undefined;
}
