import { main } from '../../src/cli.ts';
import type { Io } from '../../src/io.ts';

export type CliResult = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the command line in this process, with a fixed clock and no terminal. */
export async function runCli(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<CliResult> {
  let out = '';
  let err = '';
  const io: Io = {
    cwd: options.cwd ?? process.cwd(),
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    color: false,
    interactive: false,
    width: 100,
    now: () => new Date('2026-03-31T08:00:00Z'),
    env: options.env ?? {},
  };
  const code = await main(args, io);
  return { code, out, err };
}
