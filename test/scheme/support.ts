import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { NodeRef } from '../../src/diagnostics/diagnostic.ts';
import type { Entity } from '../../src/model/common.ts';
import { departmentSchema } from '../../src/model/kinds/department.ts';
import { postSchema } from '../../src/model/kinds/post.ts';
import { powerSchema } from '../../src/model/kinds/power.ts';
import { riskPointSchema } from '../../src/model/kinds/risk.ts';
import { unitInfoSchema } from '../../src/model/kinds/unit.ts';
import type { Unit } from '../../src/model/project.ts';
import type { Scheme } from '../../src/model/scheme.ts';
import { schemeSchema } from '../../src/model/scheme.ts';
import { assessUnit } from '../../src/scheme/assess.ts';
import type { Assessment } from '../../src/scheme/assessment.ts';
import type { SchemeWithDuties } from '../../src/scheme/former-duties.ts';
import { withDuties } from '../../src/scheme/former-duties.ts';
import { NO_RECORDS } from '../support/no-records.ts';
import { relate } from '../../src/scheme/relations.ts';

/** A raw map as YAML gives it. */
export type Raw = Readonly<Record<string, unknown>>;

/** The least that a scheme needs; its keys are overridden one by one. */
const LEAST: Raw = {
  id: 'tiny',
  title: '试验方案',
  subjects: [
    { id: 'unit', name: '单位' },
    { id: 'department', name: '科室' },
    { id: 'post', name: '岗位' },
  ],
  tiers: [{ id: '领导岗位', leader: true }, { id: '中层岗位' }, { id: '其他岗位' }],
  ranks: [
    { id: '局长', tier: '领导岗位', head: true },
    { id: '副局长', tier: '领导岗位' },
    { id: '科长', tier: '中层岗位', departmentHead: true },
    { id: '科员', tier: '其他岗位' },
  ],
  levels: [
    { id: '高', tone: 'grave' },
    { id: '中', tone: 'middle' },
    { id: '低', tone: 'light' },
  ],
};

export function yaml(text: string): Raw {
  return parse(text) as Raw;
}

/** A small scheme: what is given over the least that a scheme needs. */
export function schemeOf(given: Raw): Scheme {
  return writtenScheme(given).scheme;
}

/** The same with the place where each duty was written. */
export function writtenScheme(given: Raw): SchemeWithDuties {
  return withDuties(schemeSchema.parse({ ...LEAST, ...given }));
}

/** A small unit; records are given as a user would write them. */
export function unitOf(given: {
  readonly info?: Raw;
  readonly departments?: readonly Raw[];
  readonly posts?: readonly Raw[];
  readonly powers?: readonly Raw[];
  readonly risks?: readonly Raw[];
  readonly todos?: readonly NodeRef[];
}): Unit {
  const ref = refIn('unit.yaml');
  const info = { ...unitInfoSchema.parse({ name: '某局', ...given.info }), ref };
  return {
    id: 'unit',
    ref,
    info,
    ...NO_RECORDS,
    departments: entities(departmentSchema, given.departments, 'unit.yaml'),
    posts: entities(postSchema, given.posts, 'posts.yaml'),
    powers: entities(powerSchema, given.powers, 'powers.yaml'),
    risks: entities(riskPointSchema, given.risks, 'risks.yaml'),
    unreadable: new Set(),
    incomplete: new Set(),
    todos: given.todos ?? [],
  };
}

export function refIn(file: string, ...path: (string | number)[]): NodeRef {
  return { file, path };
}

function entities<T>(
  schema: z.ZodType<T>,
  records: readonly Raw[] = [],
  file: string,
): Entity<T>[] {
  return records.map((record, index) => ({
    ...schema.parse({ name: record['id'], ...record }),
    ref: refIn(file, index),
  }));
}

export function assess(scheme: Scheme, unit: Unit): Assessment {
  return assessUnit(unit, scheme, relate(unit, scheme));
}

/** The fixtures of a folder beside this file, by name. */
export function fixtures(
  folder: string,
): readonly { readonly name: string; readonly content: Raw }[] {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .toSorted()
    .map((name) => ({ name, content: yaml(readFileSync(join(path, name), 'utf8')) }));
}
