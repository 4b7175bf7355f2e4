import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

type FolderFile = { readonly path: string; readonly bytes: Uint8Array };
export type FolderContent = {
  readonly files: readonly FolderFile[];
  /** Entries that are neither files nor folders: links lead out of what was handed over. */
  readonly links: readonly string[];
};

/**
 * Everything below a folder, hidden files too, with forward slashes; links are not followed.
 * @param skip names of folders that are left out wherever they stand
 */
export function readFolder(folder: string, skip: readonly string[] = []): FolderContent {
  const files: FolderFile[] = [];
  const links: string[] = [];
  const visit = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory() && skip.includes(entry.name)) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.push({ path, bytes: readFileSync(join(folder, path)) });
      else links.push(path);
    }
  };
  visit('');
  return { files, links };
}

/** Folders of tools beside the data. */
export const TOOL_FOLDERS = ['.git', 'node_modules'] as const;

/** What stands at a path. */
export function kindOfPath(path: string): 'file' | 'folder' | 'absent' {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 'absent';
  return stat.isDirectory() ? 'folder' : 'file';
}

/** The bytes of one file that the user named. */
export function readNamedFile(path: string): Uint8Array {
  return readFileSync(path);
}
