import { CommanderError } from 'commander';
import { addDataCommands } from './command-line/data-commands.ts';
import type { CommandLine } from './command-line/line.ts';
import { newProgram } from './command-line/program.ts';
import { addReviewCommands } from './command-line/review-commands.ts';
import { addYearCommands } from './command-line/year-commands.ts';
import { UsageError } from './errors.ts';
import type { CommonArgs, Io } from './io.ts';
import { ExitCode, nodeIo } from './io.ts';
import { usageMessage } from './usage-message.ts';

const VERSION = '0.1.0';

/**
 * The whole command line: every command and option is declared beside it, every handler loaded on
 * demand.
 * @returns the exit code; never throws
 */
export async function main(argv: readonly string[], io: Io = nodeIo()): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.ok;
  const program = newProgram(io, VERSION);
  const line: CommandLine = {
    program,
    io,
    version: VERSION,
    common: () => program.opts<CommonArgs>(),
    end: (code) => {
      exitCode = code;
    },
  };
  addDataCommands(line);
  addYearCommands(line);
  addReviewCommands(line);
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return tellError(error, io);
  }
}

/** Errors for people: what they can act on without a stack, bugs with one. */
function tellError(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return ExitCode.ok;
    io.err(`${usageMessage(error)}\n用 lianfang --help 查看用法\n`);
    return ExitCode.usage;
  }
  if (error instanceof UsageError) {
    io.err(`${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`);
    return ExitCode.usage;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`程序缺陷，请把以下内容报告给维护者（先删去其中的单位和人员信息）：\n${detail}\n`);
  return ExitCode.bug;
}
