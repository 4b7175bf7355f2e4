import { Command } from 'commander';
import type { GivenFlags } from '../commands/add/flag-values.ts';
import { flagHelp, schemeHere } from '../commands/add/flag-choices.ts';
import { ADDED_KINDS, COMPLETED_KINDS, flagsOf, parentOf } from '../commands/add/record-flags.ts';
import { add } from '../commands/add/add.ts';
import { complete } from '../commands/add/complete.ts';
import { ExitCode } from '../io.ts';
import type { Kind } from '../model/kinds.ts';
import { KINDS } from '../model/kinds.ts';
import type { CommandLine } from './line.ts';
import { collect, today } from './options.ts';
import { configured } from './program.ts';

/** Declares `add` or `complete` with a command for every kind of record, and runs the one that is named. */
export async function runRecordCommand(
  name: 'add' | 'complete',
  words: readonly string[],
  { io, common }: CommandLine,
): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.ok;
  const isHelp = words.some((word) => word === '--help' || word === '-h');
  const unit = words[words.findIndex((word) => word === '--unit' || word === '-u') + 1];
  const scheme = isHelp
    ? await schemeHere(
        { ...common(), ...(words.includes(unit ?? '') && unit !== words[0] && { unit }) },
        io,
      )
    : undefined;
  const program = configured(new Command(`lianfang ${name}`), io);
  for (const kind of name === 'add' ? ADDED_KINDS : COMPLETED_KINDS) {
    const sub = program
      .command(kind)
      .description(KINDS[kind].title)
      .option('-u, --unit <id>', '单位编号')
      .addHelpText('after', `\n示例：\n${examplesOf(name, kind)}`);
    if (name === 'complete') sub.argument('<id>', `${KINDS[kind].title}的编号`);
    const parent = name === 'add' ? parentOf(kind) : undefined;
    if (parent !== undefined) {
      sub.option(
        `--${parent} <${KINDS[parent].title}>`,
        `在哪一次${KINDS[parent].title}中`,
        collect(),
      );
    }
    for (const flag of flagsOf(kind)) {
      if (name === 'complete' && flag.signed) continue;
      const { flags, description } = flagHelp(flag, kind, scheme);
      if (flag.shape === 'yes') sub.option(flags, description);
      else sub.option(flags, description, collect());
    }
    if (name === 'add') {
      sub
        .option('--all', '方案要求的每个对象各记一条，已办结的略过')
        .option('--no-input', '不提问');
    }
    sub
      .option('--dry-run', '只说明将写入什么')
      .option('--json', '输出 JSON')
      .action(async (...given) => {
        const shown = given.at(-1) as Command;
        const options = shown.opts<Record<string, unknown>>();
        const args = {
          ...common(),
          ...options,
          kind,
          today: today(io),
          given: flagsGiven(options, kind),
        };
        exitCode =
          name === 'add'
            ? await add(args, io)
            : await complete({ ...args, id: String(given[0]) }, io);
      });
  }
  const args = words.length === 0 && !io.interactive ? ['--help'] : words;
  await program.parseAsync(args, { from: 'user' });
  return exitCode;
}

function flagsGiven(options: Readonly<Record<string, unknown>>, kind: Kind): GivenFlags {
  const parent = parentOf(kind);
  const names = [
    ...flagsOf(kind).map(({ name }) => name),
    ...(parent === undefined ? [] : [parent]),
  ];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = options[camel(name)];
      return value === undefined ? [] : [[name, value as readonly string[] | true]];
    }),
  );
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function examplesOf(name: 'add' | 'complete', kind: Kind): string {
  return (EXAMPLES[name][kind] ?? []).map((example) => `  ${example}\n`).join('');
}

const EXAMPLES: Readonly<
  Record<'add' | 'complete', { readonly [Of in Kind]?: readonly string[] }>
> = {
  add: {},
  complete: {},
};
