import type { Finding, Span } from '../diagnostics/diagnostic.ts';
import type { NodeTable } from './node-table.ts';

/** A comment from its `#` to the end of the line. */
export type Comment = { readonly span: Span };

/** What either reader makes of a text. */
export type YamlReading = {
  readonly value: unknown;
  readonly nodes: NodeTable;
  readonly comments: readonly Comment[];
  readonly findings: readonly Finding[];
};

/** Deepest nesting of lists and maps that is read. */
export const MAX_DEPTH = 32;
