import type { Command } from 'commander';
import type { CommonArgs, ExitCode, Io } from '../io.ts';

/** The command line while it is declared. */
export type CommandLine = {
  readonly program: Command;
  readonly io: Io;
  /** The options that stand before the command. */
  readonly common: () => CommonArgs;
  /** Takes the exit code of the command that ran. */
  readonly end: (code: ExitCode) => void;
};

/** Declares a command with examples in its help. */
export function command(
  program: Command,
  name: string,
  description: string,
  examples: readonly string[],
) {
  return program
    .command(name)
    .description(description)
    .addHelpText('after', `\n示例：\n${examples.map((example) => `  ${example}\n`).join('')}`);
}
