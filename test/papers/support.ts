import type { z } from 'zod';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Profile } from '../../src/model/profile.ts';
import { profileSchema } from '../../src/model/profile.ts';
import type { Unit } from '../../src/model/project.ts';
import type { RecordFile } from '../../src/model/kinds.ts';
import { RECORD_FILES } from '../../src/model/kinds.ts';
import type { Scheme } from '../../src/model/scheme.ts';
import { schemeSchema } from '../../src/model/scheme.ts';
import { departmentSchema } from '../../src/model/kinds/department.ts';
import { unitInfoSchema } from '../../src/model/kinds/unit.ts';
import type { PaperInput } from '../../src/papers/build-paper.ts';
import { assessUnit } from '../../src/scheme/assess.ts';
import { withDuties } from '../../src/scheme/former-duties.ts';
import { relate } from '../../src/scheme/relations.ts';

export type Raw = Readonly<Record<string, unknown>>;

/** A unit as its files say it: `unit` is unit.yaml, every other key a list file. */
export type RawUnit = { readonly unit: Raw } & { readonly [Key in RecordFile]?: readonly Raw[] };

/** Reads a YAML file beside the tests. */
export function readYaml(...path: readonly string[]): unknown {
  return parse(readFileSync(resolve(import.meta.dirname, ...path), 'utf8'));
}

export function schemeOf(raw: unknown): Scheme {
  return withDuties(schemeSchema.parse(raw)).scheme;
}

export function profileOf(raw: unknown): Profile {
  return profileSchema.parse(raw);
}

/** Validated records in the order in which they are written. */
export function unitOf(raw: RawUnit): Unit {
  const ref = { file: 'unit.yaml', path: [] };
  const { departments = [], ...info } = raw.unit as { departments?: readonly Raw[] };
  const lists = RECORD_FILES.map(({ file: key, schema }) => [
    key,
    entities(schema, raw[key], `${key}.yaml`),
  ]);
  return {
    id: 'bureau',
    ref,
    info: { ...unitInfoSchema.parse(info), ref },
    departments: entities(departmentSchema, departments, 'unit.yaml'),
    ...(Object.fromEntries(lists) as Pick<Unit, RecordFile>),
    unreadable: new Set(),
    incomplete: new Set(),
    todos: [],
  };
}

export function inputOf(unit: Unit, scheme: Scheme): PaperInput {
  return { unit, scheme, assessment: assessUnit(unit, scheme, relate(unit, scheme)) };
}

function entities<S extends z.ZodType>(schema: S, records: readonly Raw[] = [], file: string) {
  return records.map((record, index) => ({
    ...(schema.parse(record) as z.infer<S> & object),
    ref: { file, path: [index] },
  }));
}
