import type { NodeRef } from '../diagnostics/diagnostic.ts';
import { compareNatural } from '../util/natural-order.ts';
import type { LayoutName } from '../model/scheme.ts';
import type { Root } from './files.ts';
import { displayName, listInside } from './files.ts';
import type { ReadyScheme } from './ready-templates.ts';
import { isReady, readyScheme } from './ready-templates.ts';
import type { Sources } from './sources.ts';

/** A file of a scheme and its address. */
export type RawFile = {
  readonly ref: NodeRef;
  /** As it stands in the file; a packaged one is read when this is first asked for. */
  readonly value: unknown;
  /** The name under which the build has validated a packaged one. */
  readonly ready?: string;
};

/** Schemes and the layouts of papers: those of the data repository first, then the packaged ones. */
export type SchemeLibrary = {
  /** Ids of all schemes that there are. */
  readonly schemeIds: readonly string[];
  readonly scheme: (id: string) => RawFile | undefined;
  /**
   * A packaged scheme as the build has validated it, if the data repository has nothing of its own that
   * it or its papers could use.
   */
  readonly readyScheme: (id: string) => ReadyScheme | undefined;
  /** The layout of a paper as the first of these schemes has it, else the shared one. */
  readonly layout: (name: LayoutName, schemeIds: readonly string[]) => RawFile | undefined;
  /** The names of all layouts that these schemes may use: their own and the shared ones. */
  readonly layoutNames: (schemeIds: readonly string[]) => readonly LayoutName[];
  readonly sources: Sources;
};

const SAFE_NAME = /^[a-z0-9]+(?:[-.@][a-z0-9]+)*$/;

export function openSchemeLibrary(
  project: Root | undefined,
  packaged: Root,
  sources: Sources,
): SchemeLibrary {
  const roots = project === undefined ? [packaged] : [project, packaged];
  const isOwn = (folder: string) =>
    project !== undefined && listInside(project, folder).kind !== 'absent';
  const known = new Map<string, RawFile | undefined>();
  const read = (file: string): RawFile | undefined => {
    if (!known.has(file)) known.set(file, readFirst(file));
    return known.get(file);
  };
  const readFirst = (file: string): RawFile | undefined => {
    // Ids come from data: nothing but a plain name may become part of a path.
    if (!file.split('/').every((part) => SAFE_NAME.test(part))) return undefined;
    for (const root of roots) {
      const ref = { file: displayName(root, file), path: [] };
      if (root === packaged && isReady(file)) {
        const readNow = sources.readLater(root, file);
        return {
          ref,
          ready: file,
          get value() {
            return readNow();
          },
        };
      }
      const source = sources.read(root, file);
      if (source !== undefined) return { ref, value: source.value };
    }
    return undefined;
  };
  return {
    get schemeIds() {
      // Frozen versions (`own@1a2b3c4d`) are found by their full name and offered to nobody.
      return [...new Set(roots.flatMap((root) => foldersIn(root, 'schemes')))]
        .filter((id) => !id.includes('@'))
        .toSorted(compareNatural);
    },
    scheme: (id) => read(`schemes/${id}/scheme.yaml`),
    readyScheme: (id) => {
      if (!SAFE_NAME.test(id)) return undefined;
      const ready = readyScheme(`schemes/${id}/scheme.yaml`);
      const ownFolders = [
        'tables',
        'documents',
        ...(ready?.chain ?? []).map((name) => `schemes/${name}`),
      ];
      return ownFolders.some(isOwn) ? undefined : ready;
    },
    layout: (name, schemeIds) => {
      const file = layoutFile(name);
      for (const schemeId of schemeIds) {
        const own = read(`schemes/${schemeId}/${file}`);
        if (own !== undefined) return own;
      }
      return read(file);
    },
    layoutNames: (schemeIds) => {
      const folders = [...schemeIds.map((id) => `schemes/${id}/`), ''];
      const ids = (kind: string, ending: string) => [
        ...new Set(
          folders.flatMap((folder) =>
            roots.flatMap((root) => namesIn(root, `${folder}${kind}`, ending)),
          ),
        ),
      ];
      return [
        ...ids('tables', '.yaml').map((table) => ({ table })),
        ...ids('documents', '.md').map((document) => ({ document })),
      ];
    },
    sources,
  };
}

/** Where a scheme keeps the layout of a paper, seen from its own folder. */
export function layoutFile({ table, document }: LayoutName): string {
  return document === undefined ? `tables/${table ?? ''}.yaml` : `documents/${document}.md`;
}

function foldersIn(root: Root, folder: string): string[] {
  const listed = listInside(root, folder);
  if (listed.kind !== 'entries') return [];
  return listed.entries.filter((entry) => entry.isFolder).map((entry) => entry.name);
}

/** Names of the files of a folder that end so, without the ending. */
function namesIn(root: Root, folder: string, ending: string): string[] {
  const listed = listInside(root, folder);
  if (listed.kind !== 'entries') return [];
  return listed.entries
    .filter(({ name, isFolder }) => !isFolder && name.endsWith(ending))
    .map(({ name }) => name.slice(0, -ending.length));
}
