import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CliResult } from './run-cli.ts';

export const BIN = fileURLToPath(new URL('../../bin/lianfang.js', import.meta.url));

/** Runs the built program as users do: a process of its own, with a real clock and locale. */
export function runBin(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    ...options,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}
