import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Runs git in a folder, apart from the settings of whoever runs the tests. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: '张某',
      GIT_AUTHOR_EMAIL: 'zhang@example.org',
      GIT_COMMITTER_NAME: '张某',
      GIT_COMMITTER_EMAIL: 'zhang@example.org',
    },
  });
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Puts files into a folder of a repository in place of what was there, and commits them. */
export function commitFiles(repository: string, folder: string, files: Files): void {
  if (folder !== '') rmSync(join(repository, folder), { recursive: true, force: true });
  for (const [path, bytes] of files) {
    const file = join(repository, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  git(repository, 'add', '-A');
  git(repository, 'commit', '-q', '-m', '数据');
}
