import { Command, CommanderError, Option } from 'commander';
import { DUTY_KINDS, SOON } from './calendar/duty.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { ExitCode, nodeIo } from './io.ts';
import { displayWidth } from './util/display-width.ts';
import { usageMessage } from './usage-message.ts';

const VERSION = '0.1.0';

const FORMATS = ['xlsx', 'pdf', 'docx', 'html', 'md', 'txt', 'csv', 'json', 'svg'];

/** Options that mean the same in every command. */
export type CommonArgs = {
  readonly color?: boolean;
  /** Folder to work in, as `-C` names it; default the current one. */
  readonly dir?: string;
  readonly quiet?: boolean;
};

/**
 * The whole command line: every command and option is declared here, every handler loaded on demand.
 * @returns the exit code; never throws
 */
export async function main(argv: readonly string[], io: Io = nodeIo()): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.ok;
  const program = newProgram(io);
  const common = (): CommonArgs => program.opts<CommonArgs>();

  command(program, 'init', '新建数据库，或在已有数据库中增加一个单位', [
    'lianfang init 数据 --scheme shaoxing --unit 某县财政局',
    'lianfang init --scheme womens-federation --unit 某区妇联 --id fulian',
  ])
    .argument('[dir]', '数据库所在的文件夹（默认当前文件夹）')
    .option('--scheme <id>', '实施方案（见 lianfang list schemes）')
    .option('--unit <name>', '单位名称')
    .option('--id <id>', '单位编号，即文件夹名（默认 unit-01 起顺排）')
    .option('--edition <year>', '工作年度（默认今年）', wholeNumber)
    .addOption(
      new Option('--ci <name>', '同时写入持续集成样例').choices(['github', 'gitlab', 'gitee']),
    )
    .option('--no-input', '不提问，缺少的内容报错')
    .option('--dry-run', '只列出将写入的文件')
    .option('--force', '覆盖已有文件')
    .action(async (dir, options) => {
      const { init } = await import('./commands/init/init.ts');
      exitCode = await init({ ...common(), ...options, target: dir }, io);
    });

  command(program, 'check', '校验数据，一次报告全部问题', [
    'lianfang check',
    'lianfang check units/finance-bureau --format markdown -o 报告.md',
  ])
    .argument('[paths...]', '只报告这些文件或文件夹中的问题')
    .addOption(
      new Option('-f, --format <name>', '输出格式')
        .choices(['pretty', 'json', 'github', 'markdown'])
        .default('pretty'),
    )
    .addOption(
      new Option('--fail-on <severity>', '达到此级别即以 1 退出')
        .choices(['error', 'warning', 'info', 'none'])
        .default('error'),
    )
    .option('--max-warnings <n>', '提醒超过此数即以 1 退出', wholeNumber)
    .option(
      '--against <edition>',
      '与往年版本比较：editions 中的年度、git 标签或提交，或往年数据库的文件夹',
    )
    .option('--as-of <date>', '截至哪一天，连逾期事项一起检查（默认不检查）')
    .option('--summary', '只列各单位、各规则的数目')
    .option('-o, --out <file>', '写入文件而不是屏幕')
    .action(async (paths, options) => {
      const { check } = await import('./commands/check.ts');
      exitCode = await check({ ...common(), ...options, paths }, io);
    });

  command(program, 'explain', '说明一个等级从何而来，或一条规则管什么', [
    'lianfang explain g-02 --unit finance-bureau',
    'lianfang explain LF328',
  ])
    .argument('<id>', '风险点、岗位或职权的编号，或规则的编号、名称')
    .option('-u, --unit <id>', '单位编号（各单位编号不重复时可省略）')
    .option('--json', '输出 JSON')
    .action(async (id, options) => {
      const { explain } = await import('./commands/explain.ts');
      exitCode = await explain({ ...common(), ...options, id }, io);
    });

  command(program, 'list', '列出方案、表格、规则或字段', [
    'lianfang list schemes',
    'lianfang list papers --scheme cigarette-factory',
  ])
    .argument('<what>', 'schemes、papers、rules、fields、units、risks、posts 或 powers')
    .option('--scheme <id>', '只列此方案的')
    .option('-u, --unit <id>', '只列此单位的')
    .option('--json', '输出 JSON')
    .option('--markdown', '输出 Markdown 表格')
    .action(async (what, options) => {
      const { list } = await import('./commands/list/list.ts');
      exitCode = await list({ ...common(), ...options, what }, io);
    });

  command(program, 'report', '生成正式表格', [
    'lianfang report --unit finance-bureau --out 输出',
    'lianfang report 风险岗位职权目录 --unit town --format md --audience public',
  ])
    .argument('[papers...]', '表格的编号或名称（默认方案要求的全部）')
    .option('-u, --unit <id>', '只出此单位的，可重复', collect())
    .option(
      '-f, --format <name>',
      `格式：${FORMATS.slice(0, -1).join('、')} 或 ${FORMATS.at(-1)}，可重复（默认表格为 xlsx）`,
      collect(FORMATS),
    )
    .option('-o, --out <dir>', '输出文件夹', 'out')
    .addOption(new Option('--audience <who>', '给谁看').choices(['internal', 'unit', 'public']))
    .option('--profile <file>', '按此版式文件出表')
    .option(
      '--against <edition>',
      '与往年比较：editions 中的年度、git 标签或提交，或往年数据库的文件夹',
    )
    .option('--per-file', '一张表一个文件')
    .option('--spare-rows <n>', '表后加空行', wholeNumber)
    .option('--blank', '空白表')
    .option('--draft', '数据有错误也出表，每页注明草稿')
    .option('--dry-run', '只列出将写入的文件')
    .option('--force', '覆盖已有文件')
    .action(async (papers, options) => {
      const { report } = await import('./commands/report/report.ts');
      exitCode = await report({ ...common(), ...options, papers }, io);
    });

  command(program, 'status', '各单位的工作进展；指明单位的，逐项列出', [
    'lianfang status --as-of 2026-06-30',
    'lianfang status --unit finance-bureau --post director',
  ])
    .option('--as-of <date>', '截至哪一天（默认今天）', today(io))
    .option('-u, --unit <id>', '只列此单位的，可重复', collect())
    .option('--post <id>', '只列此岗位的；领导岗位连同分管机构的')
    .addOption(
      new Option('-f, --format <name>', '输出格式')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .option('-o, --out <file>', '写入文件而不是屏幕')
    .action(async (options) => {
      const { status } = await import('./commands/status/status.ts');
      exitCode = status({ ...common(), ...options }, io);
    });

  command(program, 'due', '列出逾期、将到期和待办的事项', [
    'lianfang due --as-of 2026-09-01',
    'lianfang due --unit finance-bureau --format ics -o 日程.ics',
  ])
    .option('--as-of <date>', '截至哪一天（默认今天）', today(io))
    .option('-u, --unit <id>', '只列此单位的，可重复', collect())
    .option('--post <id>', '只列此岗位的；领导岗位连同分管机构的')
    .option(
      '--kind <name>',
      `只列此类事项，可重复：${Object.keys(DUTY_KINDS).join('、')}`,
      collect(Object.keys(DUTY_KINDS)),
    )
    .option('--within <days>', '到期前几天起算将到期', wholeNumber, SOON)
    .option('--all', '未开始的和已办的也列出')
    .addOption(
      new Option('-f, --format <name>', '输出格式')
        .choices(['text', 'json', 'markdown', 'ics'])
        .default('text'),
    )
    .option('-o, --out <file>', '写入文件而不是屏幕')
    .action(async (options) => {
      const { due } = await import('./commands/due.ts');
      exitCode = due({ ...common(), ...options }, io);
    });

  command(program, 'offboard', '人员离任：从工作文件中去掉姓名，列出仍有姓名之处', [
    'lianfang offboard p05 --unit finance-bureau --on 2026-06-30',
    'lianfang offboard p05 --unit town --on 2026-06-30 --reason 退休 --dry-run',
  ])
    .argument('<person>', '人员编号')
    .option('-u, --unit <id>', '单位编号（编号不重复时可省略）')
    .requiredOption('--on <date>', '离任日期')
    .option('--reason <text>', '原因', '离任')
    .option('--dry-run', '只列出将改动的文件和仍有姓名之处')
    .action(async (person, options) => {
      const { offboard } = await import('./commands/offboard.ts');
      exitCode = offboard({ ...common(), ...options, person }, io);
    });

  command(program, 'close-year', '结束一个工作年度，转入下一年', [
    'lianfang close-year --tag edition-2026',
    'lianfang close-year --folder ../2026 --force --dry-run',
  ])
    .option('--tag <name>', '往年版本的 git 标签（默认 edition-年度）')
    .option('--folder <dir>', '不用 git 的，把本年度的数据存到这个文件夹')
    .option('--dry-run', '只列出将改动的文件')
    .option('--force', '有逾期事项也结束')
    .action(async (options) => {
      const { closeYear } = await import('./commands/close-year.ts');
      exitCode = closeYear({ ...common(), ...options }, io);
    });

  command(program, 'archive', '生成归档包：材料、数据、方案、校验报告和清单', [
    'lianfang archive --unit finance-bureau -o 归档/finance-bureau-2026',
    'lianfang archive --format pdf --format docx -o 归档.zip',
  ])
    .requiredOption('-o, --out <path>', '输出文件夹，或以 .zip 结尾的文件')
    .option('-u, --unit <id>', '只归档此单位的，可重复', collect())
    .option(
      '-f, --format <name>',
      '材料的格式，可重复（默认表格为 xlsx、文书为 docx）',
      collect(FORMATS),
    )
    .option('--as-of <date>', '归档日期（默认今天）', today(io))
    .option('--dry-run', '只列出将写入的文件')
    .option('--force', '覆盖已有文件')
    .action(async (options) => {
      const { archive } = await import('./commands/archive/archive.ts');
      exitCode = await archive({ ...common(), ...options, version: VERSION }, io);
    });

  command(program, 'verify-archive', '核对归档包：有无改动、缺失或多出', [
    'lianfang verify-archive 归档/finance-bureau-2026',
    'lianfang verify-archive 归档.zip --json',
  ])
    .argument('<path>', '归档包的文件夹或 .zip 文件')
    .option('--json', '输出 JSON')
    .action(async (path, options) => {
      const { verifyArchive } = await import('./commands/archive/verify-archive.ts');
      exitCode = verifyArchive({ ...common(), ...options, path }, io);
    });

  const reviews = program.command('review').description('报送、审核、退回：每一步都与内容绑定');
  const dated = (on: string): string => (on === 'today' ? today(io) : on);
  for (const [action, description, examples] of REVIEW_ACTS) {
    command(reviews, action, description, examples)
      .argument('[subjects...]', '岗位、机构或风险点的编号，或 unit、list/表格编号')
      .option('-u, --unit <id>', '单位编号')
      .option('--department <id>', '该机构和其中各岗位')
      .option('--all', '全部对象')
      .option('--stage <name>', '环节（默认下一环节）')
      .requiredOption('--on <date>', '日期，如 2026-03-31，或 today', dated)
      .option(
        '--by <post>',
        '办理人的岗位编号（默认方案规定的那个岗位；成批报送时，个人的由本人报送）',
      )
      .option('--person <id>', '办理人的人员编号')
      .option('--body <name>', '办理机构（默认方案规定的机构）')
      .option('--attendance <n/m>', '集体研究的到会情况：到会/应到，如 7/9')
      .option('--opinion <text>', '意见；退回时须写明理由')
      .option('--minutes <number>', '会议纪要编号')
      .option('--part <name>', '退回的是哪一项内容，可重复', collect())
      .option('--form <paper>', '所签表格的编号')
      .option('--scan <file>', '签字扫描件，可重复', collect())
      .option('--dry-run', '只说明将记下什么')
      .action(async (subjects, options) => {
        const { review } = await import('./commands/review/review.ts');
        exitCode = await review({ ...common(), ...options, action, subjects }, io);
      });
  }
  command(reviews, 'list', '各对象走到哪一步，哪些须重新评定', [
    'lianfang review list --unit finance-bureau',
    'lianfang review list cashier --unit finance-bureau --as-of 2026-06-01 --json',
  ])
    .argument('[subjects...]', '只列这些对象')
    .option('-u, --unit <id>', '单位编号')
    .option('--as-of <date>', '以此日判断逾期，如 2026-06-01，或 today', dated)
    .option('--json', '输出 JSON')
    .action(async (subjects, options) => {
      const { reviewList } = await import('./commands/review/list.ts');
      exitCode = await reviewList({ ...common(), ...options, subjects }, io);
    });
  command(reviews, 'file', '备案：把审核通过的内容报给方案规定的机关', [
    'lianfang review file cashier --by office-head --on 2026-03-31 --unit finance-bureau',
    'lianfang review file cashier --to 市纪委监委 --receipt 备〔2026〕12号 --on today --unit finance-bureau',
  ])
    .argument('[subjects...]', '只报这些对象的（默认全部）')
    .option('-u, --unit <id>', '单位编号')
    .option('--to <office>', '备案机关（方案只有一个时可省略）')
    .requiredOption('--on <date>', '报送日期', dated)
    .option('--by <post>', '报送人的岗位编号')
    .option('--receipt <number>', '回执编号')
    .option('--dry-run', '只说明将记下什么')
    .action(async (subjects, options) => {
      const { reviewFile } = await import('./commands/review/hand-on.ts');
      exitCode = await reviewFile({ ...common(), ...options, subjects }, io);
    });
  command(reviews, 'publish', '公示：把审核通过的内容按方案规定公开', [
    'lianfang review publish --unit womens-federation --on 2026-08-21 --until 2026-08-31',
    'lianfang review publish --unit womens-federation --title 风险点公示 --on 2026-08-21 --until 2026-08-31 --dry-run',
  ])
    .argument('[subjects...]', '只公示这些对象的（默认全部）')
    .option('-u, --unit <id>', '单位编号')
    .requiredOption('--on <date>', '开始日期', dated)
    .option('--until <date>', '结束日期（默认按方案的天数）', dated)
    .option('--title <text>', '公示名称')
    .option('--place <text>', '公示地点（默认方案规定的）')
    .option('--by <post>', '签发人的岗位编号')
    .option('--dry-run', '只说明将记下什么')
    .action(async (subjects, options) => {
      const { reviewPublish } = await import('./commands/review/hand-on.ts');
      exitCode = await reviewPublish({ ...common(), ...options, subjects }, io);
    });
  command(reviews, 'propose', '纪检机构建议提高等级，列入重评清单', [
    'lianfang review propose q-01 --level 一级 --body 镇纪委 --opinion 近期信访集中 --on 2026-05-06 --unit town',
    'lianfang review propose trustee --level 一级 --body 镇纪委 --opinion 职权扩大 --on today --unit town',
  ])
    .argument('<subject>', '风险点或岗位的编号')
    .option('-u, --unit <id>', '单位编号')
    .requiredOption('--level <name>', '建议的等级')
    .requiredOption('--opinion <text>', '理由')
    .requiredOption('--on <date>', '日期', dated)
    .option('--by <post>', '建议人的岗位编号')
    .option('--body <name>', '建议的机构')
    .option('--dry-run', '只说明将记下什么')
    .action(async (subject, options) => {
      const { propose } = await import('./commands/review/propose.ts');
      exitCode = await propose({ ...common(), ...options, subject }, io);
    });

  command(program, 'verify', '核验审核记录：链条、摘要、次序、日期、主体和扫描件', [
    'lianfang verify',
    'lianfang verify --unit finance-bureau --git --json',
  ])
    .option('-u, --unit <id>', '只核验此单位')
    .option('--git', '列出每条记录由谁提交')
    .option('--json', '输出 JSON')
    .action(async (options) => {
      const { verify } = await import('./commands/verify.ts');
      exitCode = await verify({ ...common(), ...options }, io);
    });

  command(program, 'schema', '写出编辑器用的 JSON Schema', [
    'lianfang schema --out schemas --force',
    'lianfang schema --out .lianfang/schemas --dry-run',
  ])
    .requiredOption('-o, --out <dir>', '输出文件夹')
    .option('--dry-run', '只列出将写入的文件')
    .option('--force', '覆盖已有文件')
    .action(async (options) => {
      const { schema } = await import('./commands/schema.ts');
      exitCode = schema({ ...common(), ...options }, io);
    });

  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return tellError(error, io);
  }
}

/** The only place that asks the clock for the day: of the place where the program runs. */
function today(io: Io): string {
  const now = io.now();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function newProgram(io: Io): Command {
  const program = new Command('lianfang')
    .description('廉防：用纯文本管理廉政（廉洁）风险防控，检查、定级、出表')
    .version(VERSION, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示一个命令的帮助')
    .option('-C, --dir <folder>', '在此文件夹中工作')
    .option('-q, --quiet', '只输出数据和错误')
    .option('--no-color', '不用颜色')
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} })
    .configureHelp({
      displayWidth,
      optionDescription,
      commandUsage: (shown) => usageLine(shown),
      subcommandTerm: (shown) => `${shown.name()} ${usageWords(shown)}`,
      helpWidth: Math.min(io.width, 100),
      styleTitle: (title) => HELP_TITLES[title] ?? title,
    })
    .exitOverride()
    .addHelpText('after', EXIT_CODES);
  return program;
}

function command(program: Command, name: string, description: string, examples: readonly string[]) {
  return program
    .command(name)
    .description(description)
    .addHelpText('after', `\n示例：\n${examples.map((example) => `  ${example}\n`).join('')}`);
}

/** An option that may be given several times. */
function collect(choices?: readonly string[]) {
  return (value: string, before: readonly string[] = []): readonly string[] => {
    if (choices !== undefined && !choices.includes(value)) {
      throw new UsageError(`「${value}」不在可选的之列`, `可选：${choices.join('、')}`);
    }
    return [...before, value];
  };
}

const REVIEW_ACTS = [
  [
    'submit',
    '报送：填好的内容交付审核',
    [
      'lianfang review submit budget-head --unit finance-bureau --on 2026-03-02',
      'lianfang review submit --department budget --by budget-head --on 2026-03-02 --unit finance-bureau --dry-run',
    ],
  ],
  [
    'approve',
    '办理一个环节：同意、反馈意见或登记',
    [
      'lianfang review approve treasury-head --unit finance-bureau --on 2026-03-31',
      'lianfang review approve treasury account-clerk --stage 派驻机构审核 --on 2026-03-31 --unit finance-bureau --dry-run',
    ],
  ],
  [
    'return',
    '退回：写明理由，回到方案规定的环节',
    [
      'lianfang review return procurement-head --opinion 表现形式不具体 --on 2026-03-31 --unit finance-bureau',
      'lianfang review return treasury-head --part 防控措施 --opinion 措施空泛 --on 2026-03-31 --unit finance-bureau',
    ],
  ],
] as const;

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

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new UsageError(`「${value}」应是不小于 0 的整数`);
  return Number(value);
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
