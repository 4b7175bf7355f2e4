import type { Finding, KeyPath, NodeRef } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import { say } from '../diagnostics/message.ts';
import type { Profile } from '../model/profile.ts';
import { profileSchema } from '../model/profile.ts';
import type { LayoutName } from '../model/scheme.ts';
import { readyLayout } from '../repository/ready-templates.ts';
import type { RawFile, SchemeLibrary } from '../repository/scheme-library.ts';
import { layoutFile } from '../repository/scheme-library.ts';
import { validate } from '../repository/validate.ts';
import type { ResolvedScheme } from './resolved-scheme.ts';

/** A profile and its place. */
export type LoadedProfile = {
  readonly profile: Profile | undefined;
  readonly ref: NodeRef;
  readonly findings: readonly Finding[];
};

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
