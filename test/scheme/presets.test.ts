import { packagedWords } from '../../src/pipeline/rule-words.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { departmentSchema } from '../../src/model/kinds/department.ts';
import { postSchema } from '../../src/model/kinds/post.ts';
import { powerSchema } from '../../src/model/kinds/power.ts';
import { riskPointSchema } from '../../src/model/kinds/risk.ts';
import { unitInfoSchema } from '../../src/model/kinds/unit.ts';
import type { Project, Unit } from '../../src/model/project.ts';
import type { Scheme } from '../../src/model/scheme.ts';
import { schemeSchema } from '../../src/model/scheme.ts';
import { runRules } from '../../src/rules/run.ts';
import { assessUnit } from '../../src/scheme/assess.ts';
import { relate } from '../../src/scheme/relations.ts';
import { NO_RECORDS } from '../support/no-records.ts';

/**
 * Rating cases of the presets: one unit with at most one post and one power, and one point. A file
 * `cases-presets/<scheme>.yaml` is a list of cases; a new preset adds a file and nothing here.
 */
type Case = {
  readonly name: string;
  /** The clause, or what was assumed where the notice is silent. */
  readonly basis: string;
  readonly unit?: object;
  readonly post?: object;
  readonly power?: object;
  /** Without a subject of its own the point is the post's; `department: d` names the one there is. */
  readonly risk: Readonly<Record<string, unknown>>;
  readonly expect: {
    readonly level: string | null;
    readonly computed?: string;
    readonly decided?: string;
    readonly missing?: readonly string[];
    readonly status?: 'rated' | 'unrated' | 'notRated';
    /** `[LF333]`: decided otherwise than computed, without a reason. Must not be found if not named. */
    readonly findings?: readonly string[];
  };
};

const CASES = join(import.meta.dirname, 'cases-presets');
const SCHEMES = join(import.meta.dirname, '../../templates/schemes');
const readYaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));

for (const file of readdirSync(CASES).filter((name) => name.endsWith('.yaml'))) {
  const id = file.slice(0, -'.yaml'.length);
  const scheme = schemeSchema.parse(readYaml(join(SCHEMES, id, 'scheme.yaml')));
  const cases = readYaml(join(CASES, file)) as readonly Case[];

  describe(id, () => {
    test.each(cases)('$name', (one) => {
      const unit = unitOf(one);
      const relations = relate(unit, scheme);
      const assessment = assessUnit(unit, scheme, relations);
      const assessed = assessment.risks.get('r')!;
      const { level, computed, decided, missing = [], status, findings = [] } = one.expect;
      expect(assessed.level ?? null).toBe(level);
      if (computed !== undefined) expect(assessed.computed).toBe(computed);
      if (decided !== undefined) expect(assessed.decided).toBe(decided);
      expect([...assessed.missing].toSorted()).toEqual([...missing].toSorted());
      expect(assessed.status).toBe(status ?? (level === null ? 'unrated' : 'rated'));

      const project = { config: {}, units: [unit] } as unknown as Project;
      const found = runRules({
        project,
        unit,
        scheme,
        relations,
        assessment,
        words: packagedWords(),
      });
      const codes = new Set(found.map(({ code }) => code).filter((code) => code === 'LF333'));
      expect([...codes]).toEqual(findings);
    });

    test('every level is reached by a case', () => {
      const reached = new Set(cases.map((one) => one.expect.level));
      expect(scheme.levels.map((level) => level.id).filter((level) => !reached.has(level))).toEqual(
        [],
      );
    });
  });
}

function unitOf(one: Case): Unit {
  const at = (file: string, ...path: (string | number)[]) => ({
    ref: { file: `units/u/${file}.yaml`, path },
  });
  const unitRef = at('unit');
  const isPostOnly = one.risk['unit'] === undefined && one.risk['department'] === undefined;
  const posts = [
    { ...postSchema.parse({ id: 'p', name: '岗位', ...one.post }), ...at('posts', 0) },
  ];
  const powers =
    one.power === undefined
      ? []
      : [{ ...powerSchema.parse({ id: 'q', name: '职权', ...one.power }), ...at('powers', 0) }];
  const risk = riskPointSchema.parse({
    id: 'r',
    name: '风险点',
    ...(isPostOnly && { post: 'p' }),
    ...(one.power !== undefined && { power: 'q' }),
    ...one.risk,
  });
  return {
    ...NOTHING,
    id: 'u',
    ref: unitRef.ref,
    info: { ...unitInfoSchema.parse({ name: '某单位', ...one.unit }), ...unitRef },
    departments: [
      { ...departmentSchema.parse({ id: 'd', name: '机构' }), ...at('unit', 'departments', 0) },
    ],
    posts,
    powers,
    risks: [{ ...risk, ...at('risks', 0) }],
  };
}

const NOTHING = {
  ...NO_RECORDS,
  unreadable: new Set<string>(),
  incomplete: new Set<never>(),
  todos: [],
} as const;

describe('every value of a preset has a clause or a note', () => {
  test.each(readdirSync(SCHEMES))('%s', (id) => {
    const scheme = readYaml(join(SCHEMES, id, 'scheme.yaml')) as Scheme;
    expect(unsourced(scheme)).toEqual([]);
  });
});

/** Sections, and items of lists, that have neither a clause nor a note and stand in none that has. */
function unsourced(scheme: object): string[] {
  return Object.entries(scheme).flatMap(([key, section]) => missingIn(section, key, true));
}

function missingIn(value: unknown, path: string, isSection = false): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => (isMap(item) ? missingIn(item, `${path}.${index}`) : []));
  }
  if (!isMap(value) || 'clause' in value || 'note' in value) return [];
  // A section without a source of its own must have one on every part: factors, audiences.
  const parts = Object.entries(value).filter(([, part]) => isMap(part));
  if (!isSection || parts.length === 0) return [path];
  return parts.flatMap(([key, part]) => missingIn(part, `${path}.${key}`));
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
