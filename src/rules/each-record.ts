import type { z } from 'zod';
import type { Entity, Kind } from '../model/common.ts';
import { KINDS } from '../model/common.ts';
import type { RecordFile, Unit } from '../model/project.ts';
import { RECORD_FILES } from '../model/project.ts';
import { departmentSchema, unitInfoSchema } from '../model/unit.ts';

/** What every record has in common, as far as a rule over all records needs it. */
export type AnyRecord = Entity<{
  readonly id?: string;
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

const LISTS = Object.keys(RECORD_FILES) as RecordFile[];

/** Everything that a unit wrote down, the unit itself first. */
export function recordsOf(unit: Unit): RecordList[] {
  return [
    { kind: 'unit', schema: unitInfoSchema, records: [unit.info] },
    { kind: 'department', schema: departmentSchema, records: unit.departments },
    ...LISTS.map((list) => ({ ...RECORD_FILES[list], records: unit[list] })),
  ];
}

type Called = {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly content?: unknown;
};

/** A record as messages name it: 岗位「出纳」, by its id while it has no name. */
export function called(kind: Kind, record: Called): string {
  const content = typeof record.content === 'string' ? shorten(record.content) : '';
  const name = record.name || record.title || content || record.id || '';
  return name === '' ? KINDS[kind] : `${KINDS[kind]}「${name}」`;
}

/** At most `length` characters, the rest as …. */
export function shorten(text: string, length = 24): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}
