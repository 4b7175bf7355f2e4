import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { compareNatural } from '../util/natural-order.ts';

/** A folder that may be read, and nothing outside it: the data repository or the packaged templates. */
export type Root = {
  readonly path: string;
  /** The same with links resolved: what a file's real path must begin with. */
  readonly realPath: string;
  /** Put before names in messages; '' for the data repository. */
  readonly label: string;
  /** The files of a folder that is not on the disk, as an earlier version in git; none else is read. */
  readonly held?: ReadonlyMap<string, Uint8Array>;
  /** Files that are about to be written: read as if they were on the disk already. */
  readonly laid?: ReadonlyMap<string, Uint8Array>;
};

export function openRoot(path: string, label = ''): Root {
  return { path, realPath: realpathSync(path), label };
}

/** A folder whose files are held in memory, by their paths from it, with forward slashes. */
export function heldRoot(held: ReadonlyMap<string, Uint8Array>): Root {
  return { path: '', realPath: '', label: '', held };
}

/** The name of a file as messages show it: from the root, with forward slashes. */
export function displayName(root: Root, file: string): string {
  return root.label + file;
}

export type ReadResult =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly finding: Finding };

/** One byte more than a file may have: enough for the YAML reader to refuse it. */
const ENOUGH = 8 * 1024 * 1024 + 1;

/** Reads one file inside the root. Never throws for what stands on the disk. */
export function readInside(root: Root, file: string): ReadResult {
  if (root.held !== undefined) {
    const bytes = root.held.get(file);
    return bytes === undefined ? { kind: 'absent' } : { kind: 'bytes', bytes };
  }
  const laid = root.laid?.get(file);
  if (laid !== undefined) return { kind: 'bytes', bytes: laid };
  const path = join(root.path, file);
  try {
    const real = realpathSync(path);
    if (!isInside(root.realPath, real))
      return fault(root, file, '是指向数据库以外的链接，未读取', '把文件放进数据库，不要用链接');
    const stat = statSync(real);
    if (!stat.isFile()) return fault(root, file, '应是文件，实际不是', '改成普通文件');
    if (stat.size > ENOUGH) return { kind: 'bytes', bytes: readHead(real) };
    return { kind: 'bytes', bytes: readFileSync(real) };
  } catch (error) {
    return notRead(root, file, error);
  }
}

function readHead(path: string): Uint8Array {
  const bytes = new Uint8Array(ENOUGH);
  const descriptor = openSync(path, 'r');
  try {
    readSync(descriptor, bytes, 0, ENOUGH, 0);
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}

type FolderEntry = { readonly name: string; readonly isFolder: boolean };
export type ListResult =
  | {
      readonly kind: 'entries';
      readonly entries: readonly FolderEntry[];
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly finding: Finding };

/** Lists a folder inside the root in natural order, hidden entries left out. */
export function listInside(root: Root, folder: string): ListResult {
  if (root.held !== undefined) return listHeld(root.held, folder);
  const path = join(root.path, folder);
  try {
    if (!isInside(root.realPath, realpathSync(path))) {
      return fault(
        root,
        folder,
        '是指向数据库以外的链接，未读取',
        '把文件夹放进数据库，不要用链接',
      );
    }
    const findings: Finding[] = [];
    const entries: FolderEntry[] = [];
    for (const dirent of readdirSync(path, { withFileTypes: true })) {
      if (dirent.name.startsWith('.')) continue;
      const file = folder === '' ? dirent.name : `${folder}/${dirent.name}`;
      if (/[\p{Cc}\u2028\u2029]/u.test(dirent.name)) {
        findings.push(
          problem(root, file, '文件名含有换行或控制字符，未读取', '改一个普通的文件名'),
        );
        continue;
      }
      entries.push({ name: dirent.name, isFolder: isFolder(join(path, dirent.name), dirent) });
    }
    const laid = listHeld(root.laid ?? new Map<string, Uint8Array>(), folder);
    const known = new Set(entries.map(({ name }) => name));
    if (laid.kind === 'entries') {
      entries.push(...laid.entries.filter(({ name }) => !known.has(name)));
    }
    entries.sort((a, b) => compareNatural(a.name, b.name));
    return { kind: 'entries', entries, findings };
  } catch (error) {
    return notRead(root, folder, error);
  }
}

function listHeld(held: ReadonlyMap<string, Uint8Array>, folder: string): ListResult {
  const prefix = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, FolderEntry>();
  for (const file of held.keys()) {
    if (!file.startsWith(prefix)) continue;
    const [name = '', ...rest] = file.slice(prefix.length).split('/');
    if (!name.startsWith('.')) entries.set(name, { name, isFolder: rest.length > 0 });
  }
  if (entries.size === 0) return { kind: 'absent' };
  const sorted = [...entries.values()].toSorted((a, b) => compareNatural(a.name, b.name));
  return { kind: 'entries', entries: sorted, findings: [] };
}

function isFolder(
  path: string,
  dirent: { isDirectory(): boolean; isSymbolicLink(): boolean },
): boolean {
  if (!dirent.isSymbolicLink()) return dirent.isDirectory();
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // what the link lacks is said when the file is read
  }
}

function isInside(realRoot: string, realPath: string): boolean {
  const path = relative(realRoot, realPath);
  return path === '' || (!path.startsWith(`..${sep}`) && path !== '..' && !isAbsolute(path));
}

function notRead(root: Root, file: string, error: unknown): ReadResult & ListResult {
  const code = (error as NodeJS.ErrnoException).code;
  if (
    code === 'ENOENT' &&
    lstatSync(join(root.path, file), { throwIfNoEntry: false }) === undefined
  ) {
    return { kind: 'absent' };
  }
  if (code === 'ENOENT') return fault(root, file, '是失效的链接', '删去链接，或放上文件');
  if (code === 'EACCES' || code === 'EPERM')
    return fault(root, file, '没有读取权限', '请管理员放开读取权限');
  if (code === 'ENOTDIR') return fault(root, file, '应是文件夹，实际是文件', '改成文件夹');
  if (code === 'ELOOP') return fault(root, file, '链接首尾相接，无法读取', '删去链接');
  if (code === 'ENAMETOOLONG') return fault(root, file, '文件名过长，无法读取', '改短文件名');
  throw error;
}

function fault(root: Root, file: string, message: string, hint: string) {
  return { kind: 'fault', finding: problem(root, file, message, hint) } as const;
}

/** LF013: something about the file itself, not its text. */
export function problem(root: Root, file: string, message: string, hint: string): Finding {
  const ref = { file: displayName(root, file), path: [] };
  return { code: 'LF013', ref, span: { start: 0, end: 0 }, message, hint };
}
