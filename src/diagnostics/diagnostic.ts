import type { Message, MessageArgs } from './message.ts';
import type { RuleCode } from './rule-codes.ts';

/** How serious a finding is. `todo` (待填) is a blank still to be filled in: it never fails a run. */
export const SEVERITIES = ['error', 'warning', 'info', 'todo'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where something stands in the data: a file and the keys and indexes that lead to it. */
export type NodeRef = {
  /** Path from the root of the data repository, with forward slashes. */
  readonly file: string;
  readonly path: readonly (string | number)[];
};

/** Keys and indexes that lead to a value inside a file. */
export type KeyPath = readonly (string | number)[];

/** Which part of a node a finding points at. */
export type Target = 'key' | 'value';

/** A problem as its finder reports it: an address, not yet a line and a column. */
export type Finding = {
  readonly code: RuleCode;
  readonly ref: NodeRef;
  readonly on?: Target;
  /** Offsets in the file's text, for problems that have no node (syntax, comments). */
  readonly span?: Span;
  readonly message: string | Message;
  /** What to do about it. */
  readonly hint?: string;
  readonly related?: readonly { readonly ref: NodeRef; readonly message: string }[];
  /** Found by a demand that the scheme assumed where its notice is silent: it warns at most. */
  readonly assumed?: true;
  /** What later stages need to know of it, whatever its code. */
  readonly mark?: FindingMark;
};

/**
 * `brokenText`: what was recovered of the text cannot be relied on. `readWhole`: nothing of it was
 * misread for that, so that it explains no broken text. `classified`: nothing may be done
 * with the data. `hidden`: a layout shows what its readers may not see. `absent`: a key is not there,
 * unless another finding at its address says why.
 */
type FindingMark = 'brokenText' | 'readWhole' | 'classified' | 'hidden' | 'absent';

/** A half-open range of UTF-16 offsets in a text. */
export type Span = { readonly start: number; readonly end: number };

/** A place as editors show it: both count from 1, columns in UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/** A located problem in the user's data, as printed and as written to JSON. */
export type Diagnostic = {
  readonly code: RuleCode;
  /** The rule's readable name, e.g. `duplicate-key`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The message with `{name}` for its arguments, and these; left out where it has none. */
  readonly template?: string;
  readonly args?: MessageArgs;
  readonly hint?: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly related?: readonly {
    readonly file: string;
    readonly start: Position;
    readonly message: string;
  }[];
};

/** The address of a child: `at(post.ref, 'holders', 0)`. */
export function at(ref: NodeRef, ...path: (string | number)[]): NodeRef {
  return { file: ref.file, path: [...ref.path, ...path] };
}
