import { Command } from 'commander';
import type { GivenFlags } from '../commands/add/flag-values.ts';
import { flagHelp, schemeHere } from '../commands/add/flag-choices.ts';
import { ADDED_KINDS, COMPLETED_KINDS, flagsOf, parentOf } from '../commands/add/record-flags.ts';
import { askKind } from '../commands/add/ask-record.ts';
import { add } from '../commands/add/add.ts';
import { complete } from '../commands/add/complete.ts';
import { completeStage } from '../commands/add/complete-stage.ts';
import type { Io } from '../io.ts';
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
  const isNamed = words.includes('--unit') || words.includes('-u');
  const here = { ...common(), ...(isNamed && unit !== undefined && { unit }) };
  const scheme = isHelp ? await schemeHere(here, io) : undefined;
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
  if (name === 'complete') {
    program
      .command('stage')
      .description('工作阶段')
      .argument('<name>', '工作阶段的名称')
      .option('-u, --unit <id>', '单位编号')
      .option('--done-on <日期>', '完成日期')
      .option('--dry-run', '只说明将写入什么')
      .addHelpText('after', '\n示例：\n  lianfang complete stage 动员部署 --done-on 2026-02-27\n')
      .action(async (stage: string, options: Readonly<Record<string, unknown>>) => {
        exitCode = await completeStage({ ...common(), ...options, stage }, io);
      });
  }
  const args = words.length > 0 ? words : await wordsWithout(name, io);
  if (args === undefined) return ExitCode.interrupted;
  await program.parseAsync(args, { from: 'user' });
  return exitCode;
}

/** Without any word a person at the terminal is asked for the kind; a program is shown the help. */
async function wordsWithout(name: string, io: Io): Promise<readonly string[] | undefined> {
  if (!io.interactive || name !== 'add') return ['--help'];
  const kind = await askKind(ADDED_KINDS);
  return kind === undefined ? undefined : [kind];
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
  add: {
    commitment: [
      'lianfang add commitment --unit finance-bureau --all --on 2026-03-10 --content 管好本岗位的风险点',
      'lianfang add commitment --unit finance-bureau --post cashier --on 2026年3月10日 --dry-run',
    ],
    inspection: [
      'lianfang add inspection --unit finance-bureau --title 采购专项检查 --by 领导小组 --departments office --on 2026-04-08 --record 抽查合同十份',
      'lianfang add inspection --unit finance-bureau --title 分管工作检查 --by director --risks g-01 --on 2026-04-08 --json',
    ],
    finding: [
      'lianfang add finding --unit finance-bureau --inspection jc-2026-01 --problem 合同台账登记不全 --departments 办公室',
    ],
    warning: [
      'lianfang add warning --unit finance-bureau --summary 群众反映报销拖延 --received-on 2026-05-06 --department office',
    ],
    rectification: [
      'lianfang add rectification --unit finance-bureau --problem 合同台账登记不全 --actions 补齐登记 --department office --owner secretary --due 2026-05-31',
    ],
    letter: [
      'lianfang add letter --unit finance-bureau --kind 提醒函 --to 办公室 --subject 印章管理 --on 2026-03-10 --reply-due 2026-03-20',
    ],
    evaluation: [
      'lianfang add evaluation --unit finance-bureau --kind 季度评议 --period 第一季度 --on 2026-03-30 --participants 干部职工=20',
    ],
    meeting: [
      'lianfang add meeting --unit finance-bureau --kind 动员会 --on 2026-01-05 --participants 全体干部职工=40 --topics 部署排查工作',
    ],
    rotation: [
      'lianfang add rotation --unit finance-bureau --post cashier --on 2026-06-01 --by 党组会议 --dry-run',
    ],
  },
  complete: {
    inspection: [
      'lianfang complete inspection jc-2026-01 --unit finance-bureau --feedback-on 2026-09-11',
    ],
    letter: ['lianfang complete letter lt-0001 --replied-on 2026-03-18 --reply 已补齐登记'],
    rectification: [
      'lianfang complete rectification rc-0001 --done-on 2026-05-20 --result 补登十二条 --verified-by director --verified-on 2026-05-22 --conclusion 销号',
    ],
    warning: [
      'lianfang complete warning wn-0001 --handling 谈话提醒 --result 已办理 --conclusion 销号 --closed-on 2026-05-20',
    ],
    measure: [
      'lianfang complete measure cs-001 --status 已完成 --done-on 2026-05-20 --evidence 会议纪要',
    ],
    filing: ['lianfang complete filing fl-0001 --receipt 备〔2026〕12号 --received-on 2026-04-02'],
  },
};
