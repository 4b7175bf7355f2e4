import type { z } from 'zod';
import type { Finding, NodeRef, KeyPath } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import { metaOf, shapeOf } from '../model/shape.ts';
import { pruneBlanks } from './blanks.ts';
import type { Issue } from './describe-issue.ts';
import { absent, describeIssue, valueAt } from './describe-issue.ts';

export type Validated<T> = {
  /** Undefined if not even the parts without fault make a record. */
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
  /** Addresses of blanks and placeholders. */
  readonly todos: readonly NodeRef[];
};

/**
 * Reads a raw value by a schema: every fault is reported, and what has a fault is left out, so that
 * one mistyped field does not hide the rest of its record.
 * @param sourceOf the text of the value at an address, as it stands in the file
 */
export function validate<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  ref: NodeRef,
  sourceOf: (ref: NodeRef) => string,
): Validated<T> {
  const pruned = pruneBlanks(raw);
  const todos = pruned.blanks.map((path) => at(ref, ...path));
  const context = contextFor(schema);
  const first = schema.safeParse(pruned.value, context);
  if (first.success) {
    return { value: first.data, findings: missing(schema, pruned.value, ref, todos), todos };
  }

  const findings: Finding[] = [];
  const seen = new Set<string>();
  const add = (finding: Finding) => {
    const place = finding.ref.path.join('/');
    // What was left out because of a fault is not missing.
    const known = finding.mark === 'absent' ? place : `${finding.code} ${place}`;
    if (!seen.has(known)) findings.push(finding);
    seen.add(place).add(`${finding.code} ${place}`);
  };
  let value = pruned.value;
  let issues: readonly Issue[] = first.error.issues;
  // Leaving out a faulty part can bring up another fault, e.g. in a second branch; three rounds do.
  for (let round = 0; round < 3; round++) {
    const flat = issues.flatMap((issue) => flatten(issue, value));
    for (const issue of flat) {
      const path = asWritten(pruned.value, pruned.indexes, issue.path as KeyPath);
      const found = describeIssue(schema, issue, { ref: at(ref, ...path), value, sourceOf });
      for (const finding of found) add(finding);
    }
    value = without(value, flat);
    const next = schema.safeParse(value, context);
    if (next.success) {
      for (const finding of missing(schema, value, ref, todos)) add(finding);
      return { value: next.data, findings, todos };
    }
    issues = next.error.issues;
  }
  return { value: undefined, findings, todos };
}

const uses = new WeakMap<z.ZodType, number>();

/** Values of one schema after which it pays to have a parser written for it. */
const MANY = 100;
const INTERPRETED = { jitless: true };

function contextFor(schema: z.ZodType): { readonly jitless: boolean } | undefined {
  const count = (uses.get(schema) ?? 0) + 1;
  uses.set(schema, count);
  return count > MANY ? undefined : INTERPRETED;
}

/** Fields marked `needed` that are neither given nor blank. */
function missing(
  schema: z.ZodType,
  value: unknown,
  ref: NodeRef,
  todos: readonly NodeRef[],
): Finding[] {
  const findings: Finding[] = [];
  for (const path of neededIn(schema)) {
    if (valueAt(value, path) !== undefined) continue;
    if (path.length > 1 && valueAt(value, path.slice(0, -1)) === undefined) continue;
    const address = at(ref, ...path);
    if (!todos.some((todo) => sameAddress(todo, address))) {
      findings.push(absent(schema, path, address));
    }
  }
  return findings;
}

const neededPaths = new WeakMap<z.ZodType, readonly string[][]>();

/** Paths of the fields marked `needed`, in the schema itself and in the maps within it; found once. */
function neededIn(schema: z.ZodType): readonly string[][] {
  const known = neededPaths.get(schema);
  if (known !== undefined) return known;
  neededPaths.set(schema, []); // a schema may hold itself
  const found = Object.entries(shapeOf(schema)).flatMap(([key, field]) => {
    const inner = neededIn(field).map((path) => [key, ...path]);
    return metaOf(field).needed === true ? [[key], ...inner] : inner;
  });
  neededPaths.set(schema, found);
  return found;
}

function sameAddress(a: NodeRef, b: NodeRef): boolean {
  return a.path.length === b.path.length && a.path.every((step, index) => step === b.path[index]);
}

/** A union's issue says all branches: keep those of the branch that the value was meant for. */
function flatten(issue: Issue, value: unknown): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const given = valueAt(value, issue.path as KeyPath);
  const branches = issue.errors.map((errors) =>
    errors.map((inner): Issue => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const fits = branches.filter((errors) => !errors.some((inner) => isOtherType(inner, issue.path)));
  const chosen = (fits.length > 0 ? fits : [[]]).toSorted((a, b) => a.length - b.length)[0]!;
  if (chosen.length > 0) return chosen.flatMap((inner) => flatten(inner, value));
  const expected = branches.flatMap((errors) =>
    errors.flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : [])),
  );
  const one = given === undefined || expected.length === 0 ? 'unknown' : expected.join(' ');
  return [
    { code: 'invalid_type', expected: one, path: issue.path, message: '' } as unknown as Issue,
  ];
}

function isOtherType(issue: Issue, path: Issue['path']): boolean {
  return issue.code === 'invalid_type' && issue.path.length === path.length;
}

/** Indexes of items after a blank one that was taken out count as they stand in the file. */
function asWritten(
  value: unknown,
  indexes: ReadonlyMap<unknown, readonly number[]>,
  path: KeyPath,
): KeyPath {
  if (indexes.size === 0) return path;
  let node = value;
  return path.map((step) => {
    const written = typeof step === 'number' ? (indexes.get(node)?.[step] ?? step) : step;
    node = valueAt(node, [step]);
    return written;
  });
}

/** The value without its faulty parts. */
function without(value: unknown, issues: readonly Issue[]): unknown {
  const paths = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key] as KeyPath)
      : [issue.path as KeyPath],
  );
  const copy = structuredClone(value);
  const removed = Symbol('removed');
  for (const path of paths) {
    const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown> | undefined;
    const last = path.at(-1);
    if (last === undefined || typeof parent !== 'object' || parent === null) continue;
    if (Array.isArray(parent)) (parent as unknown[])[last as number] = removed;
    else delete parent[last];
  }
  return dropRemoved(copy, removed);
}

function dropRemoved(node: unknown, removed: symbol): unknown {
  if (Array.isArray(node)) {
    return node.filter((item) => item !== removed).map((item) => dropRemoved(item, removed));
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, item]) => [key, dropRemoved(item, removed)]),
  );
}
