import type { Condition, Test } from '../../model/rating.ts';
import type { CompileContext, CompiledCondition, RatingValue } from './rating-program.ts';
import { UNKNOWN } from './rating-program.ts';
import type { TermStanding, Term } from './terms.ts';
import { numberOf } from './terms.ts';

type TermValue = string | boolean | readonly string[] | undefined;
export type RangeTest = Exclude<Test, string | number | boolean | readonly unknown[]>;
type Compiling = Pick<CompileContext, 'terms' | 'readTerm'>;

/** Prepares a condition. A term that the scheme does not have never matches (LF607 reports it). */
export function compileCondition(condition: Condition, context: Compiling): CompiledCondition {
  const parts: CompiledCondition[] = [];
  for (const [key, value] of Object.entries(condition)) {
    if (value === undefined) continue;
    if (key === 'all') parts.push(allOf(compileEach(value as readonly Condition[], context)));
    else if (key === 'any') parts.push(anyOf(compileEach(value as readonly Condition[], context)));
    else if (key === 'not') parts.push(notOf(value as Condition, context));
    else parts.push(termTest(key, value as Test, context));
  }
  return parts.length === 1 ? parts[0]! : allOf(parts);
}

function compileEach(conditions: readonly Condition[], context: Compiling) {
  return conditions.map((condition) => compileCondition(condition, context));
}

function allOf(parts: readonly CompiledCondition[]): CompiledCondition {
  return {
    test(env) {
      let result: boolean | undefined = true;
      for (const part of parts) {
        const holds = part.test(env);
        if (holds === false) return false;
        if (holds === undefined) result = undefined;
      }
      return result;
    },
    matched: (env) => parts.map((part) => part.matched(env)).join('，且'),
  };
}

function anyOf(parts: readonly CompiledCondition[]): CompiledCondition {
  return {
    test(env) {
      let result: boolean | undefined = false;
      for (const part of parts) {
        const holds = part.test(env);
        if (holds === true) return true;
        if (holds === undefined) result = undefined;
      }
      return result;
    },
    matched: (env) =>
      parts
        .filter((part) => part.test(env) === true)
        .map((part) => part.matched(env))
        .join('、'),
  };
}

function notOf(condition: Condition, context: Compiling): CompiledCondition {
  const inner = compileCondition(condition, context);
  const text = `不属于‘${describeCondition(condition, context.terms)}’`;
  return {
    test(env) {
      const holds = inner.test(env);
      return holds === undefined ? undefined : !holds;
    },
    matched: () => text,
  };
}

const NEVER: CompiledCondition = { test: () => false, matched: () => '' };

function termTest(id: string, test: Test, context: Compiling): CompiledCondition {
  const term = context.terms.get(id);
  if (term === undefined) return NEVER;
  const read = context.readTerm(term);
  return {
    test(env) {
      const value = read(env);
      return value === UNKNOWN ? undefined : passes(term, test, value);
    },
    matched(env) {
      const value = read(env);
      const matching = value === UNKNOWN ? [] : elements(value).filter((v) => fits(term, test, v));
      // A test that something is not so has no matching word of its own to show.
      return matching.length === 0
        ? describeTest(term, test)
        : sayValue(term, matching) + boundsText(term, test);
    },
  };
}

function elements(value: TermValue): readonly (string | boolean)[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}

/** Whether a known value passes: of a list any element will do; no value equals nothing. */
function passes(term: Term, test: Test, value: TermValue): boolean {
  const found = elements(value);
  if (typeof test === 'object' && !Array.isArray(test)) {
    const { not } = test;
    if (not !== undefined && found.some((element) => equal(element, not))) return false;
    return !hasBounds(test) || found.some((element) => fits(term, test, element));
  }
  return found.some((element) => fits(term, test, element));
}

function fits(term: Term, test: Test, element: string | boolean): boolean {
  if (Array.isArray(test)) return test.some((word) => equal(element, word));
  if (typeof test !== 'object') return equal(element, test);
  if (typeof element === 'boolean' || !hasBounds(test)) return false;
  const { atLeast, atMost, above, below } = test;
  return (
    (atLeast === undefined || compare(term, element, atLeast) >= 0) &&
    (atMost === undefined || compare(term, element, atMost) <= 0) &&
    (above === undefined || compareNumbers(term, element, above) > 0) &&
    (below === undefined || compareNumbers(term, element, below) < 0)
  );
}

function hasBounds(test: RangeTest): boolean {
  return [test.atLeast, test.atMost, test.above, test.below].some((bound) => bound !== undefined);
}

function equal(element: string | boolean, word: string | number | boolean): boolean {
  return typeof element === 'boolean' ? element === word : element === String(word);
}

/** By the place on the scale where the bound is a word of it, else by number; NaN fits no bound. */
function compare(term: Term, element: string, bound: string | number): number {
  const place = term.scale?.indexOf(String(bound)) ?? -1;
  if (place >= 0) {
    const own = term.scale!.indexOf(element);
    return own < 0 ? Number.NaN : own - place;
  }
  return typeof bound === 'number' ? compareNumbers(term, element, bound) : Number.NaN;
}

function compareNumbers(term: Term, element: string, bound: number): number {
  return (numberOf(term, element) ?? Number.NaN) - bound;
}

/** 「自由裁量权较大」「岗位层级为领导岗位」「经手事项含人、财」. */
function sayValue(term: Term, values: readonly (string | boolean)[]): string {
  if (term.kind === 'truth') return `${values[0] === true ? '是' : '不是'}${term.label}`;
  if (term.kind === 'list') return `${term.label}含${values.join('、')}`;
  const word = sayWord(term, values[0]!);
  return term.isFactor ? withWord(term.label, word) : `${term.label}为${word}`;
}

/** A word as readers know it. */
export function sayWord(term: Term, word: string | number | boolean): string {
  return term.names.get(String(word)) ?? String(word);
}

/** A label and its word as one phrase; letters and digits stand off. */
export function withWord(label: string, word: string): string {
  return /^[\w.+-]/.test(word) ? `${label} ${word}` : `${label}${word}`;
}

function boundsText(term: Term, test: Test): string {
  const bounds = typeof test === 'object' && !Array.isArray(test) ? sayBounds(term, test) : '';
  return bounds === '' ? '' : `（${bounds}）`;
}

function sayBounds(term: Term, test: RangeTest): string {
  const bounds: string[] = [];
  if (test.atLeast !== undefined) bounds.push(`达到‘${test.atLeast}’`);
  if (test.above !== undefined) bounds.push(`高于 ${test.above}`);
  if (test.atMost !== undefined) bounds.push(`不超过‘${test.atMost}’`);
  if (test.below !== undefined) bounds.push(`低于 ${test.below}`);
  if (test.not !== undefined) bounds.push(`不是‘${sayWord(term, test.not)}’`);
  return bounds.join('、');
}

function describeTest(term: Term, test: Test): string {
  if (Array.isArray(test)) {
    return `${term.label}${term.kind === 'list' ? '含' : '为'}${test.map((word) => sayWord(term, word)).join('或')}`;
  }
  if (typeof test === 'object') return `${term.label}${sayBounds(term, test)}`;
  return sayValue(term, [typeof test === 'number' ? String(test) : test]);
}

/** The condition itself in plain Chinese, whatever the inputs. */
function describeCondition(condition: Condition, terms: ReadonlyMap<string, Term>): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(condition)) {
    if (value === undefined) continue;
    const inner = () =>
      (value as readonly Condition[]).map((each) => describeCondition(each, terms));
    if (key === 'all') parts.push(inner().join('，且'));
    else if (key === 'any') parts.push(inner().join('，或'));
    else if (key === 'not') parts.push(`不属于‘${describeCondition(value as Condition, terms)}’`);
    else {
      const term = terms.get(key);
      parts.push(term === undefined ? key : describeTest(term, value as Test));
    }
  }
  return parts.join('，且');
}

/** The part of a raw input that a term shows. */
export function project(term: Term, value: RatingValue): TermValue {
  if (value === undefined || typeof value !== 'object' || Array.isArray(value)) {
    return value as TermValue;
  }
  return (value as TermStanding)[term.field as keyof TermStanding];
}
