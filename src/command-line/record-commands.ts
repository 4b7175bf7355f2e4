import type { CommandLine } from './line.ts';

/** What writes the records of the year; which there are and what they hold is asked only when needed. */
export function addRecordCommands(line: CommandLine): void {
  for (const [name, description] of RECORD_COMMANDS) {
    line.program
      .command(name)
      .description(description)
      .usage('<记录种类> [选项]')
      .argument('[words...]')
      .helpOption(false)
      .allowUnknownOption()
      .addHelpText(
        'after',
        `\n各类记录的选项：lianfang ${name} --help、lianfang ${name} <记录种类> --help\n`,
      )
      .action(async (_words, _options, shown) => {
        const { runRecordCommand } = await import('./record-program.ts');
        line.end(await runRecordCommand(name, shown.args, line));
      });
  }
}

const RECORD_COMMANDS = [
  ['add', '增加一条年度记录：检查、问题、预警、整改、函件、承诺、评议、会议、轮岗'],
  ['complete', '补记办理结果：答复、完成、验收、销号、办结、回执，工作阶段的完成'],
] as const;
