import { UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { ExitCode, nodeIo } from './io.ts';
import { VERSION, VERSION_FLAGS } from './version.ts';

/**
 * The whole command line. What a run does not need is not loaded: the version is told without a
 * single command being declared.
 * @returns the exit code; never throws
 */
export async function main(argv: readonly string[], io: Io = nodeIo()): Promise<ExitCode> {
  try {
    if (argv.length === 1 && VERSION_FLAGS.some((flag) => flag === argv[0])) {
      io.out(`${VERSION}\n`);
      return ExitCode.ok;
    }
    const { runCommand } = await import('./command-line/run-command.ts');
    return await runCommand(argv, io);
  } catch (error) {
    return tellError(error, io);
  }
}

/** Errors for people: what they can act on without a stack, bugs with one. */
function tellError(error: unknown, io: Io): ExitCode {
  if (error instanceof UsageError) {
    io.err(`${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`);
    return ExitCode.usage;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`程序缺陷，请把以下内容报告给维护者（先删去其中的单位和人员信息）：\n${detail}\n`);
  return ExitCode.bug;
}
