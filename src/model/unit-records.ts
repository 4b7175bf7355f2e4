import type { z } from 'zod';
import { at } from '../diagnostics/diagnostic.ts';
import type { Entity } from './common.ts';
import type { Kind, UnitList } from './kinds.ts';
import { isNested, KIND_NAMES, KINDS, kindNamed } from './kinds.ts';
import type { Unit } from './project.ts';

/** What every record has in common, as far as a walk over all records needs it. */
export type AnyRecord = Entity<{
  readonly id?: string;
  readonly order?: number | undefined;
  readonly closed?: unknown;
  readonly formerly: readonly string[];
  readonly ignore: readonly { readonly code: string; readonly reason: string }[];
  readonly extra: Readonly<Record<string, string | number | boolean>>;
}>;

/** Records of one kind with the schema that describes them. */
export type RecordList = {
  readonly kind: Kind;
  readonly schema: z.ZodType;
  readonly records: readonly AnyRecord[];
};

/** Everything that a unit wrote down, the unit itself first; what records keep inside them stays there. */
export function recordsOf(unit: Unit): RecordList[] {
  return LISTED.map(({ kind, list }) => ({
    kind,
    schema: KINDS[kind].schema,
    records: list === undefined ? [unit.info] : unit[list],
  }));
}

/** The open records that say what is, not what was; persons aside. */
export function standingRecordsOf(unit: Unit): RecordList[] {
  return recordsOf(unit).flatMap(({ kind, schema, records }) => {
    if (KINDS[kind].standing !== true || KINDS[kind].personal === true) return [];
    return [{ kind, schema, records: records.filter(({ closed }) => closed === undefined) }];
  });
}

/** Every list of records whose ids must differ in the unit, those inside records too. */
export function listsWithIds(unit: Unit): readonly Omit<RecordList, 'schema'>[] {
  const listed = recordsOf(unit).filter(({ kind }) => KINDS[kind].list !== undefined);
  const inside = INSIDE.map(({ kind, parent, list }) => ({
    kind,
    records: unit[parent].flatMap((record) => childrenOf(record, list)),
  }));
  return [...listed, ...inside];
}

/** The records that a record keeps under a key, as records of their own. */
function childrenOf(parent: AnyRecord, list: string): AnyRecord[] {
  const children = (parent as unknown as Readonly<Record<string, readonly object[]>>)[list] ?? [];
  return children.map((child, index) => ({
    formerly: [],
    ignore: [],
    extra: {},
    ...child,
    ref: at(parent.ref, list, index),
  }));
}

const LISTED = KIND_NAMES.flatMap((kind) => {
  const list = KINDS[kind].list as UnitList | undefined;
  return isNested(kind) ? [] : [{ kind, list }];
});

const INSIDE = KIND_NAMES.flatMap((kind) => {
  const { list = '', within = '', local } = KINDS[kind];
  if (!isNested(kind) || local === true) return [];
  return [{ kind, list, parent: KINDS[kindNamed(within)].list as UnitList }];
});
