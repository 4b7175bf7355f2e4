import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** Who last committed a line. */
export type LineCommit = {
  readonly commit: string;
  readonly author: string;
  readonly mail: string;
  /** The commit's own day, as its author's clock had it. */
  readonly on: string;
};

/** No commit yet. */
const UNCOMMITTED = /^0+$/;

/**
 * Who committed each line of a file, first line first; undefined where it is not committed yet.
 * @returns undefined if the file lies in no git repository, or git is not there
 */
export function blame(path: string): readonly (LineCommit | undefined)[] | undefined {
  const { status, stdout } = spawnSync(
    'git',
    ['-C', dirname(path), 'blame', '--line-porcelain', '--', path],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) return undefined;
  const lines: (LineCommit | undefined)[] = [];
  let header: Record<string, string> = {};
  let commit = '';
  for (const line of stdout.split('\n')) {
    if (line.startsWith('\t')) {
      lines.push(UNCOMMITTED.test(commit) ? undefined : commitOf(commit, header));
      header = {};
      commit = '';
    } else if (commit === '') commit = line.split(' ')[0] ?? '';
    else {
      const space = line.indexOf(' ');
      header[line.slice(0, space)] = line.slice(space + 1);
    }
  }
  return lines;
}

function commitOf(commit: string, header: Readonly<Record<string, string>>): LineCommit {
  const zone = /^(?<sign>[+-])(?<hours>\d\d)(?<minutes>\d\d)$/.exec(
    header['author-tz'] ?? '',
  )?.groups;
  const offset =
    zone === undefined
      ? 0
      : (Number(zone['hours']) * 60 + Number(zone['minutes'])) * (zone['sign'] === '-' ? -60 : 60);
  const seconds = Number(header['author-time'] ?? 0) + offset;
  return {
    commit,
    author: header['author'] ?? '',
    mail: (header['author-mail'] ?? '').replace(/[<>]/g, ''),
    on: new Date(seconds * 1000).toISOString().slice(0, 10),
  };
}
