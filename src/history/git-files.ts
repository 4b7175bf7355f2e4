import { spawnSync } from 'node:child_process';

/** Why files of a revision could not be had. */
export type GitFault =
  /** git is not installed. */
  | 'noGit'
  /** The folder lies in no git repository, or git refuses to look into it. */
  | 'noRepository'
  | 'unknownRevision'
  /** The revision has no such folder. */
  | 'noFolder'
  /** Some of its objects are not there, as in a partial clone. */
  | 'unreadable';

export type GitFiles =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: GitFault };

/** Nothing is fetched for objects that a partial clone lacks, and nobody is asked for a password. */
const OFFLINE = { GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
/** Set inside hooks: they would name another repository than the one around the folder. */
const OF_HOOKS = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined };
/** Links and submodules are no files of the data. */
const FILE_MODE = /^100/;

/**
 * The files that a folder of the working tree had in a revision, by their paths from that folder.
 * Nothing is checked out or written.
 * @param isWanted chooses by path; what is not wanted is not read
 */
export function filesAt(
  folder: string,
  revision: string,
  isWanted: (path: string) => boolean,
): GitFiles {
  const prefix = git(folder, ['rev-parse', '--show-prefix']);
  if (prefix === undefined) return { kind: 'noGit' };
  if (prefix.code !== 0) return { kind: 'noRepository' };
  const commit = commitNamed(folder, revision);
  if (commit === undefined) return { kind: 'unknownRevision' };
  const path = text(prefix.bytes).replace(/\/?\n$/, '');
  const listed = git(folder, ['ls-tree', '-r', '-l', '-z', '--full-tree', `${commit}:${path}`]);
  if (listed === undefined || listed.code !== 0) return { kind: 'noFolder' };
  const wanted = entriesOf(text(listed.bytes)).filter((entry) => isWanted(entry.path));
  return readBlobs(folder, wanted);
}

/** The commit that a tag, a branch or an id stands for. Four digits are a year, so a tag, never an id. */
function commitNamed(folder: string, revision: string): string | undefined {
  // What begins like an option is no revision, and git must not take it for one.
  if (revision.startsWith('-')) return undefined;
  const name = /^\d{4}$/.test(revision) ? `refs/tags/${revision}` : revision;
  const found = git(folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  return found?.code === 0 ? text(found.bytes).trim() : undefined;
}

type TreeEntry = { readonly id: string; readonly size: number; readonly path: string };

/** `100644 blob <id> <size>\t<path>`, each ended by NUL. */
function entriesOf(listing: string): TreeEntry[] {
  return listing.split('\0').flatMap((line) => {
    const [, mode = '', id = '', size = '', path = ''] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    return FILE_MODE.test(mode) ? [{ id, size: Number(size), path }] : [];
  });
}

/** All blobs in one go: a header line `<id> blob <size>`, the bytes, a line end. */
function readBlobs(folder: string, entries: readonly TreeEntry[]): GitFiles {
  const files = new Map<string, Uint8Array>();
  if (entries.length === 0) return { kind: 'files', files };
  const input = entries.map(({ id }) => `${id}\n`).join('');
  const room = entries.reduce((sum, { size }) => sum + size + HEADER_ROOM, 0);
  const batch = git(folder, ['cat-file', '--batch'], input, room);
  if (batch === undefined || batch.code !== 0) return { kind: 'unreadable' };
  let at = 0;
  for (const { id, size, path } of entries) {
    const start = batch.bytes.indexOf('\n', at) + 1;
    if (text(batch.bytes.subarray(at, start)) !== `${id} blob ${size}\n`) {
      return { kind: 'unreadable' };
    }
    files.set(path, new Uint8Array(batch.bytes.subarray(start, start + size)));
    at = start + size + 1;
  }
  return { kind: 'files', files };
}

const HEADER_ROOM = 128;

type Output = { readonly code: number | null; readonly bytes: Buffer };

/** Runs git; undefined if there is none. */
function git(
  folder: string,
  args: readonly string[],
  input = '',
  room = 1 << 28,
): Output | undefined {
  const { error, status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    input,
    maxBuffer: room,
    env: { ...process.env, ...OF_HOOKS, ...OFFLINE },
    windowsHide: true,
  });
  const isAbsent = error !== undefined && 'code' in error && error.code === 'ENOENT';
  return isAbsent ? undefined : { code: error === undefined ? status : null, bytes: stdout };
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
