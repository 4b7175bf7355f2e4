import { spawnSync } from 'node:child_process';

/** The commit that a data repository stands at, and whether it has changes that are not in it. */
export type Commit = { readonly id: string; readonly isClean: boolean };

/** Asks git about the folder; undefined where there is no git or no repository. Nothing is written. */
export function commitOf(folder: string): Commit | undefined {
  const id = git(folder, ['rev-parse', '--verify', 'HEAD'])?.trim();
  if (id === undefined || id === '') return undefined;
  return { id, isClean: git(folder, ['status', '--porcelain', '--', '.']) === '' };
}

function git(folder: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    windowsHide: true,
  });
  return status === 0 ? stdout : undefined;
}
