import { resolve } from 'node:path';
import type { CommonArgs, Io } from '../io.ts';

/** The folder that the command works in. */
export function workFolder(io: Io, args: CommonArgs): string {
  return resolve(io.cwd, args.dir ?? '.');
}

/** A path of the user's, from the folder that the command works in. */
export function resolveFrom(io: Io, args: CommonArgs, path: string): string {
  return resolve(workFolder(io, args), path);
}
