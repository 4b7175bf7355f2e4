import type { Finding, KeyPath, NodeRef } from '../diagnostics/diagnostic.ts';
import type { Scheme } from '../model/scheme.ts';
import type { SchemeLibrary } from '../repository/scheme-library.ts';
import type { ResolvedExtends } from '../scheme/extends.ts';
import { resolveExtends } from '../scheme/extends.ts';
import { mergeSchemes } from '../scheme/merge-schemes.ts';

/** A scheme with everything that it extends laid under it. */
export type ResolvedScheme = {
  readonly scheme: Scheme;
  /** The scheme and those that it extends, nearest first: where its tables are looked for. */
  readonly chain: readonly string[];
  readonly locate: (path: KeyPath) => NodeRef;
  /** Packaged, and nothing that its papers use is the repository's own: proven by this package's tests. */
  readonly isReady: boolean;
  readonly findings: readonly Finding[];
};
export type SchemeResult =
  ResolvedScheme | { readonly scheme: undefined; readonly findings: readonly Finding[] };

/** Finds a scheme by its id; `from` is where it is named. */
export type ResolveScheme = (id: string, from: NodeRef, library: SchemeLibrary) => SchemeResult;

/** A packaged scheme as the build has validated it; its files are read only when one of its places is asked for. */
export function resolveReady(
  id: string,
  from: NodeRef,
  library: SchemeLibrary,
): ResolvedScheme | undefined {
  const ready = library.readyScheme(id);
  return (
    ready && {
      ...ready,
      isReady: true,
      findings: [],
      locate: (path) => mergeSchemes(layersOf(id, from, library).layers ?? []).locate(path),
    }
  );
}

/** The files of a scheme and of those that it extends. */
export function layersOf(id: string, from: NodeRef, library: SchemeLibrary): ResolvedExtends {
  return resolveExtends(id, from, { load: library.scheme, ids: library.schemeIds });
}
