import { CommanderError } from 'commander';
import type { CommonArgs, Io } from '../io.ts';
import { ExitCode } from '../io.ts';
import { usageMessage } from './usage-message.ts';
import { addDataCommands } from './data-commands.ts';
import type { CommandLine } from './line.ts';
import { newProgram } from './program.ts';
import { addReviewCommands } from './review-commands.ts';
import { addRecordCommands } from './record-commands.ts';
import { addYearCommands } from './year-commands.ts';

/**
 * Declares every command and option, and runs the one that is named; its handler is loaded on demand.
 * @returns the exit code; throws what the command throws
 */
export async function runCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.ok;
  const program = newProgram(io);
  const line: CommandLine = {
    program,
    io,
    common: () => program.opts<CommonArgs>(),
    end: (code) => {
      exitCode = code;
    },
  };
  addDataCommands(line);
  addYearCommands(line);
  addReviewCommands(line);
  addRecordCommands(line);
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return ExitCode.ok;
    io.err(`${usageMessage(error)}\n用 lianfang --help 查看用法\n`);
    return ExitCode.usage;
  }
}
