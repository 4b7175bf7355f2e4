import type { Cutoff, Method, Sourced } from '../../model/rating.ts';
import type { Citation, Reason } from '../assessment.ts';
import type { TermStanding, Term } from './terms.ts';

/** An input that is still missing. */
export const UNKNOWN = Symbol('unknown');

/** What an input holds; undefined: the record has none, which equals nothing. */
export type RatingValue =
  string | boolean | readonly string[] | TermStanding | RatersResult | undefined;

/** The band that several raters' scores fall into, and how that is said. */
export type RatersResult = { readonly band: Cutoff | undefined; readonly text: string };

/** A level; undefined: the rule gives none; UNKNOWN: it depends on what is missing. */
type Outcome = string | undefined | typeof UNKNOWN;

/** What a compiled rating reads, and where it writes the path to the level. */
export type Env = {
  readonly read: (input: number) => RatingValue | typeof UNKNOWN;
  /** Absent while completions are tried. */
  readonly trace?: Reason[];
};

/** A method of rating ready to run. What it cannot tell, it does not explain either. */
export type Program = (env: Env) => Outcome;

/** A condition ready to be tried. `test` gives undefined while what is missing decides. */
export type CompiledCondition = {
  readonly test: (env: Env) => boolean | undefined;
  /** What made a true condition true, in plain Chinese. */
  readonly matched: (env: Env) => string;
};

/** Gives what a term shows; undefined: the record has none. */
type ReadTerm = (env: Env) => string | boolean | readonly string[] | undefined | typeof UNKNOWN;

/** What compiling needs to know of the scheme. */
export type CompileContext = {
  readonly terms: ReadonlyMap<string, Term>;
  readonly readTerm: (term: Term) => ReadTerm;
  /** Names of the levels, gravest first. */
  readonly levels: readonly string[];
  /** The number of the input that holds the result of a `raters` method. */
  readonly ratersInput: (method: NonNullable<Method['raters']>) => number;
};

/** Where a part of a rating comes from: its own clause and note, else what is said around it. */
export function citation(
  { clause, note, assumed }: Sourced,
  around: Citation | undefined,
): Citation | undefined {
  if (clause === undefined && note === undefined) return around;
  return {
    ...(clause !== undefined && { clause }),
    ...(note !== undefined && { note }),
    // What no clause carries is the scheme's own.
    ...((assumed === true || clause === undefined) && { assumed: true as const }),
  };
}

/** Adds a line to the path to the level. */
export function explain(env: Env, text: string, source: Citation | undefined): void {
  env.trace?.push({ kind: 'rule', text, ...source });
}
