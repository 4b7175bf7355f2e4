import { describe, expect, test } from 'vitest';
import { checkScheme } from '../../src/scheme/check-scheme.ts';
import { reasonText } from '../../src/scheme/explain-level.ts';
import type { Raw } from './support.ts';
import { assess, fixtures, refIn, schemeOf, unitOf } from './support.ts';

/** One case of a fixture: the records around one thing that is rated, and what must come out. */
type Case = {
  readonly name: string;
  readonly risk?: Raw;
  readonly post?: Raw;
  readonly power?: Raw;
  readonly department?: Raw;
  readonly unit?: Raw;
  /** Fields still to be filled in, `risk.power`. */
  readonly todo?: readonly string[];
  /** Whose level is looked at; default the point's. */
  readonly look?: 'risk' | 'post' | 'power';
  /** Null: 未评定. */
  readonly level: string | null;
  readonly status?: string;
  readonly computed?: string;
  readonly decided?: string;
  readonly missing?: readonly string[];
  readonly possible?: readonly string[];
  /** Must stand among the reasons, with the clause. */
  readonly reason?: string;
};
type Fixture = { readonly scheme: Raw; readonly cases: readonly Case[] };

const FILES = {
  risk: 'risks.yaml',
  post: 'posts.yaml',
  power: 'powers.yaml',
  department: 'unit.yaml',
} as const;

describe.each(fixtures('cases'))('$name', ({ content }) => {
  const fixture = content as Fixture;
  const scheme = schemeOf(fixture.scheme);

  test('the scheme has no fault', () => {
    expect(checkScheme(scheme, (path) => refIn('scheme.yaml', ...path))).toEqual([]);
  });

  test('every level is reached', () => {
    const reached = new Set(fixture.cases.map(({ level }) => level));
    for (const level of scheme.levels) expect(reached).toContain(level.id);
  });

  test.each(fixture.cases)('$name', (expected) => {
    const assessed = run(expected);
    expect(assessed.level ?? null).toBe(expected.level);
    expect(assessed.status).toBe(expected.status ?? (expected.level ? 'rated' : 'unrated'));
    expect(assessed.missing).toEqual(expected.missing ?? []);
    // What a case does not speak of is taken as it came.
    expect(assessed).toMatchObject({
      computed: expected.computed ?? assessed.computed,
      decided: expected.decided ?? assessed.decided,
    });
    expect(assessed.possible ?? []).toEqual(expected.possible ?? assessed.possible ?? []);
    const reasons = assessed.reasons.map(reasonText);
    expect(reasons).toContain(expected.reason ?? reasons[0]);
  });

  function run({ risk, post, power, department, unit, todo, look }: Case) {
    const one = (id: string, record: Raw | undefined) =>
      record === undefined ? [] : [{ id, ...record }];
    const subject = post === undefined ? { unit: true } : { post: 'p' };
    const made = unitOf({
      ...(unit === undefined ? {} : { info: unit }),
      departments: one('d', department),
      posts: one('p', post),
      powers: one('w', power),
      risks: [{ id: 'r', ...(risk ?? subject) }],
      todos: (todo ?? []).map((address) => {
        const [holder, field] = address.split('.') as [keyof typeof FILES, string];
        return refIn(FILES[holder], 0, field);
      }),
    });
    const assessment = assess(scheme, made);
    if (look === 'post') return assessment.posts.get('p')!;
    if (look === 'power') return assessment.powers.get('w')!;
    return assessment.risks.get('r')!;
  }
});
