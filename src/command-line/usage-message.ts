import type { CommanderError } from 'commander';

/** What commander found wrong with the command line, in Chinese. */
export function usageMessage(error: CommanderError): string {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]!);
  const meant = /Did you mean (?:one of )?(.*?)\?/s.exec(error.message)?.[1];
  const also = meant === undefined ? '' : `，您是否要用「${meant}」`;
  switch (error.code) {
    case 'commander.unknownOption':
      return `没有「${quoted[0]}」这个选项${also}`;
    case 'commander.unknownCommand':
      return `没有「${quoted[0]}」这个命令${also}`;
    case 'commander.excessArguments':
      return '参数太多';
    case 'commander.missingArgument':
      return `缺少参数「${quoted[0]}」`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项「${quoted[0]}」`;
    case 'commander.optionMissingArgument':
      return `选项「${quoted[0]}」后面缺少内容`;
    case 'commander.invalidArgument':
      return invalidValue(error.message, quoted);
    default:
      return error.message;
  }
}

function invalidValue(message: string, quoted: readonly string[]): string {
  const allowed = /Allowed choices are (.*)\./.exec(message)?.[1];
  const choices = allowed === undefined ? '' : `，可选：${allowed.split(', ').join('、')}`;
  return `选项「${quoted[0]}」不能是「${quoted[1]}」${choices}`;
}
