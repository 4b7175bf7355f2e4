import { Option } from 'commander';
import { DUTY_KINDS, SOON } from '../calendar/duty-kinds.ts';
import { FORMATS } from '../renderers/renderer.ts';
import { VERSION } from '../version.ts';
import type { CommandLine } from './line.ts';
import { command } from './line.ts';
import { collect, today, wholeNumber } from './options.ts';

/** The year's work: where it stands, what is due, who left, how it ends and is filed. */
export function addYearCommands({ program, io, common, end }: CommandLine): void {
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
      const { status } = await import('../commands/status/status.ts');
      end(await status({ ...common(), ...options }, io));
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
      const { due } = await import('../commands/due.ts');
      end(await due({ ...common(), ...options }, io));
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
      const { offboard } = await import('../commands/offboard.ts');
      end(await offboard({ ...common(), ...options, person }, io));
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
      const { closeYear } = await import('../commands/close-year.ts');
      end(await closeYear({ ...common(), ...options }, io));
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
      const { archive } = await import('../commands/archive/archive.ts');
      end(await archive({ ...common(), ...options, version: VERSION }, io));
    });

  command(program, 'verify-archive', '核对归档包：有无改动、缺失或多出', [
    'lianfang verify-archive 归档/finance-bureau-2026',
    'lianfang verify-archive 归档.zip --json',
  ])
    .argument('<path>', '归档包的文件夹或 .zip 文件')
    .option('--json', '输出 JSON')
    .action(async (path, options) => {
      const { verifyArchive } = await import('../commands/archive/verify-archive.ts');
      end(verifyArchive({ ...common(), ...options, path }, io));
    });
}
