import { say } from '../diagnostics/message.ts';
import type { Finding, KeyPath, NodeRef } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import type { Profile } from '../model/profile.ts';
import { profileSchema } from '../model/profile.ts';
import type { LayoutName, Scheme } from '../model/scheme.ts';
import { schemeSchema } from '../model/scheme.ts';
import type { RawFile, SchemeLibrary } from '../repository/scheme-library.ts';
import { layoutFile } from '../repository/scheme-library.ts';
import { readyLayout } from '../repository/ready-templates.ts';
import { validate } from '../repository/validate.ts';
import { resolveExtends } from '../scheme/extends.ts';
import { checkScheme } from '../scheme/check-scheme.ts';
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

/** A profile and its place. */
export type LoadedProfile = {
  readonly profile: Profile | undefined;
  readonly ref: NodeRef;
  readonly findings: readonly Finding[];
};

/** Finds, merges and validates a scheme; a faulty one is reported and not used. */
export function resolveScheme(id: string, from: NodeRef, library: SchemeLibrary): SchemeResult {
  const ready = library.readyScheme(id);
  if (ready !== undefined) return { ...ready, isReady: true, findings: [], locate: locateLater };
  const resolved = layersOf(id, from, library);
  if (resolved.layers === undefined) return { scheme: undefined, findings: [resolved.fault] };

  const { value, locate } = mergeSchemes(resolved.layers);
  const root: NodeRef = { file: '', path: [] };
  const checked = validate(schemeSchema, value, root, () => '');
  const placed = checked.findings.map((finding) => ({ ...finding, ref: locate(finding.ref.path) }));
  const blank = checked.todos.map((ref): Finding => ({
    code: 'LF106',
    ref: locate(ref.path),
    on: 'key',
    message: '方案中不能留空',
    hint: '补上内容，或删去这一项',
  }));
  const scheme = checked.value;
  if (scheme === undefined) return { scheme, findings: [...placed, ...blank] };
  const chain = resolved.layers.map(({ value: layer }) => String((layer as { id?: unknown }).id));
  return {
    scheme,
    chain: chain.toReversed(),
    locate,
    isReady: false,
    findings: [...placed, ...blank, ...checkScheme(scheme, locate)],
  };

  /** The files of a packaged scheme are read only when one of its places is asked for. */
  function locateLater(path: KeyPath): NodeRef {
    return mergeSchemes(layersOf(id, from, library).layers ?? []).locate(path);
  }
}

function layersOf(id: string, from: NodeRef, library: SchemeLibrary) {
  return resolveExtends(id, from, { load: library.scheme, ids: library.schemeIds });
}

const loadedProfiles = new WeakMap<RawFile, LoadedProfile>();

/**
 * Reads the layout that a paper of the scheme names; each is read and validated once.
 * @param path of what names it, in the scheme
 */
export function loadProfile(
  name: LayoutName,
  path: KeyPath,
  { chain, locate }: ResolvedScheme,
  library: SchemeLibrary,
): LoadedProfile {
  const raw = library.layout(name, chain);
  if (raw === undefined) {
    const from = locate(path);
    return { profile: undefined, ref: from, findings: [noLayout(name, from)] };
  }
  let loaded = loadedProfiles.get(raw);
  if (loaded === undefined) loadedProfiles.set(raw, (loaded = readProfile(raw, library)));
  return loaded;
}

/** Layouts by name, as binders and lists of papers ask for them. */
export function layoutsOf(
  resolved: ResolvedScheme,
  library: SchemeLibrary,
): (name: LayoutName) => Profile | undefined {
  return (name) => loadProfile(name, [], resolved, library).profile;
}

/** Validates a profile as read. */
export function readProfile(raw: RawFile, library: SchemeLibrary): LoadedProfile {
  const { ref, ready } = raw;
  if (ready !== undefined) return { profile: readyLayout(ready), ref, findings: [] };
  const sourceOf = (address: NodeRef) => {
    const source = library.sources.kept(address.file);
    const span = source?.locate(address.path, 'value');
    return source === undefined || span === undefined
      ? ''
      : source.text.slice(span.start, span.end);
  };
  const checked = validate(profileSchema, raw.value, ref, sourceOf);
  return { profile: checked.value, ref, findings: checked.findings };
}

function noLayout(name: LayoutName, from: NodeRef): Finding {
  const { document, table = '' } = name;
  return {
    code: 'LF610',
    ref: at(from, document === undefined ? 'table' : 'document'),
    message:
      document === undefined
        ? say`找不到表格版式「${{ table }}」`
        : say`找不到文稿「${{ document }}」`,
    hint: `放在方案的 ${layoutFile(name)}`,
  };
}
