import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import type { CommonArgs, Io } from '../io.ts';

export type OutputFile = {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  /** What the reader of the file should know. */
  readonly warnings?: readonly string[];
};

export type WriteOptions = {
  readonly force?: boolean;
  readonly dryRun?: boolean;
};

/**
 * Writes files below a folder, each whole or not at all: to a temporary name beside its place, then
 * renamed. Nothing is written if any of them would overwrite a file without `force`.
 * @returns the paths written (or, on a dry run, those that would be), relative to the folder
 */
export function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  { force, dryRun }: WriteOptions,
): readonly string[] {
  const taken = files.filter((file) => existsSync(join(folder, file.path)));
  if (taken.length > 0 && !force) {
    throw new UsageError(
      `已有同名文件，未写入任何文件：${taken
        .slice(0, 3)
        .map((file) => file.path)
        .join('、')}${taken.length > 3 ? ` 等 ${taken.length} 个` : ''}`,
      '换一个文件夹，或加 --force 覆盖',
    );
  }
  if (!dryRun) for (const file of files) writeWhole(join(folder, file.path), file.bytes);
  return files.map((file) => file.path);
}

function writeWhole(path: string, content: Uint8Array | string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UsageError(`「${path}」是文件夹，不能写成文件`);
    }
    const temporary = `${path}.lianfang-${process.pid}`;
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    try {
      const descriptor = openSync(temporary, 'w');
      try {
        for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    throw asUsageError(error, path);
  }
}

function asUsageError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new UsageError(`没有权限写入「${path}」`, '换一个文件夹');
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new UsageError(`「${dirname(path)}」不是文件夹，无法写入`, '换一个文件夹');
  if (code === 'ENAMETOOLONG') return new UsageError(`文件名太长：「${path}」`, '换一个短的名称');
  if (code === 'ENOSPC') return new UsageError(`磁盘已满，「${path}」没有写成`, '腾出空间再试');
  return error;
}

/** Tells which files were written, or would be on a dry run: one a line, ready for other programs. */
export function listWritten(
  io: Io,
  { quiet, dryRun }: CommonArgs & WriteOptions,
  folder: string,
  paths: readonly string[],
): void {
  if (quiet === true) return;
  for (const path of paths) io.out(`${join(folder, path)}\n`);
  io.err(`${dryRun === true ? '将写入' : '已写入'} ${paths.length} 个文件\n`);
}
