import { Option } from 'commander';
import { FORMATS } from '../renderers/renderer.ts';
import type { CommandLine } from './line.ts';
import { command } from './line.ts';
import { collect, wholeNumber } from './options.ts';

/** What reads, checks and prints the data. */
export function addDataCommands({ program, io, common, end }: CommandLine): void {
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
      const { init } = await import('../commands/init/init.ts');
      end(await init({ ...common(), ...options, target: dir }, io));
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
      const { check } = await import('../commands/check.ts');
      end(await check({ ...common(), ...options, paths }, io));
    });

  command(program, 'explain', '说明一个等级从何而来，或一条规则管什么', [
    'lianfang explain g-02 --unit finance-bureau',
    'lianfang explain LF328',
  ])
    .argument('<id>', '风险点、岗位或职权的编号，或规则的编号、名称')
    .option('-u, --unit <id>', '单位编号（各单位编号不重复时可省略）')
    .option('--json', '输出 JSON')
    .action(async (id, options) => {
      const { explain } = await import('../commands/explain.ts');
      end(await explain({ ...common(), ...options, id }, io));
    });

  command(program, 'list', '列出方案、表格、规则或字段', [
    'lianfang list schemes',
    'lianfang list papers --scheme cigarette-factory',
  ])
    .argument('<what>', 'schemes、papers、rules、words、fields、units、risks、posts 或 powers')
    .option('--scheme <id>', '只列此方案的')
    .option('-u, --unit <id>', '只列此单位的')
    .option('--json', '输出 JSON')
    .option('--markdown', '输出 Markdown 表格')
    .action(async (what, options) => {
      const { list } = await import('../commands/list/list.ts');
      end(await list({ ...common(), ...options, what }, io));
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
      const { report } = await import('../commands/report/report.ts');
      end(await report({ ...common(), ...options, papers }, io));
    });

  command(program, 'schema', '写出编辑器用的 JSON Schema', [
    'lianfang schema --out schemas --force',
    'lianfang schema --out .lianfang/schemas --dry-run',
  ])
    .requiredOption('-o, --out <dir>', '输出文件夹')
    .option('--dry-run', '只列出将写入的文件')
    .option('--force', '覆盖已有文件')
    .action(async (options) => {
      const { schema } = await import('../commands/schema.ts');
      end(schema({ ...common(), ...options }, io));
    });
}
