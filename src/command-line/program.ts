import { Command, type Option } from 'commander';
import type { Io } from '../io.ts';
import { displayWidth } from '../util/display-width.ts';
import { VERSION, VERSION_FLAGS } from '../version.ts';

/** The program itself: what stands before every command, and help in Chinese. */
export function newProgram(io: Io): Command {
  const program = new Command('lianfang')
    .description('廉防：用纯文本管理廉政（廉洁）风险防控，检查、定级、出表')
    .version(VERSION, VERSION_FLAGS.join(', '), '显示版本')
    .option('-C, --dir <folder>', '在此文件夹中工作')
    .option('-q, --quiet', '只输出数据和错误')
    .option('--no-color', '不用颜色')
    .addHelpText('after', EXIT_CODES);
  return configured(program, io);
}

/** A command with help in Chinese, that leaves the process to whoever called it. */
export function configured(command: Command, io: Io): Command {
  return command
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示一个命令的帮助')
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} })
    .configureHelp({
      displayWidth,
      optionDescription,
      commandUsage: (shown) => usageLine(shown),
      subcommandTerm: (shown) => `${shown.name()} ${usageWords(shown)}`,
      helpWidth: Math.min(io.width, 100),
      styleTitle: (title) => HELP_TITLES[title] ?? title,
    })
    .exitOverride();
}

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

function optionDescription({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices === undefined ? [] : [`可选 ${argChoices.join('、')}`];
  const preset =
    defaultValue === undefined || typeof defaultValue === 'boolean'
      ? []
      : [`默认 ${[defaultValue].flat().join('、')}`];
  const notes = [...choices, ...preset];
  return notes.length === 0 ? description : `${description}（${notes.join('；')}）`;
}

/** `lianfang check [选项] [paths...]`. */
function usageLine(shown: Command): string {
  const names: string[] = [];
  for (let one: Command | null = shown; one !== null; one = one.parent) names.unshift(one.name());
  return [...names, usageWords(shown)].join(' ');
}

function usageWords(shown: Command): string {
  return shown.usage().replace('[options]', '[选项]').replace('[command]', '<命令>');
}

const EXIT_CODES = `
退出码：
  0    没有问题（只有待填、提示也算）
  1    有达到 --fail-on 级别的问题，或因数据原因拒绝
  2    用法不对，或没有、读不出 lianfang.yaml
  3    程序缺陷
  130  被中断
`;
