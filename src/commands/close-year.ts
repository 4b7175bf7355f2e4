import { cpSync, existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { dutiesOf } from '../calendar/duties.ts';
import { stateOf } from '../calendar/duty.ts';
import { UsageError } from '../errors.ts';
import { commitOf } from '../history/commit.ts';
import type { CommonArgs, Io } from '../io.ts';
import { ExitCode } from '../io.ts';
import { calendarInput } from '../pipeline/calendar.ts';
import { checkAll } from '../pipeline/check-all.ts';
import type { Opened } from '../pipeline/open-and-assess.ts';
import { CONFIG_FILE } from '../repository/open-project.ts';
import type { Edit } from '../source/write/edit-values.ts';
import { editValues } from '../source/write/edit-values.ts';
import { resolveFrom } from './work-folder.ts';
import { openHere } from './open-here.ts';
import type { OutputFile } from './write-files.ts';
import { writeFiles } from './write-files.ts';

export type CloseYearArgs = CommonArgs & {
  /** Copies the finished edition here; without it a git tag is named. */
  readonly folder?: string;
  readonly tag?: string;
  readonly dryRun?: boolean;
  /** Closes a year in which something is still overdue. */
  readonly force?: boolean;
};

/**
 * `lianfang close-year`: names the finished edition and opens the next one. Records stay; what is still
 * open carries over by itself, since it is not closed. The units' own stage dates belong to the year
 * that ends and are taken out.
 */
export async function closeYear(args: CloseYearArgs, io: Io): Promise<ExitCode> {
  const opened = await openHere(io, args);
  const { edition } = opened.project.config;
  if (edition === undefined) {
    throw new UsageError('lianfang.yaml 没有写工作年度', '加上「edition: 2026」');
  }
  await refuseUnfinished(opened, edition, args);
  if (args.folder === undefined) refuseUntagged(opened);
  const target = args.folder === undefined ? undefined : copyTarget(args.folder, opened, args, io);
  const name =
    target === undefined
      ? (args.tag ?? `edition-${edition}`)
      : relative(opened.root.path, target).split(sep).join('/');
  const files = [configFile(opened, edition, name), ...unitFiles(opened)];
  if (args.dryRun !== true && target !== undefined) {
    // Before anything is changed: the copy is the finished edition.
    cpSync(opened.root.path, target, {
      recursive: true,
      filter: (from) => !/[\\/](?:\.git|node_modules|out)$/.test(from),
    });
  }
  writeFiles(opened.root.path, files, { force: true, dryRun: args.dryRun === true });
  for (const { path } of files) io.out(`${path}\n`);
  const dry = args.dryRun === true ? '将' : '已';
  io.err(`${dry}结束 ${edition} 年，${dry}转入 ${edition + 1} 年；未办结的事项自动带入\n`);
  if (target === undefined) {
    io.err(`请在提交这次改动之前执行：git tag ${name}，这样往年版本才找得到\n`);
  } else io.err(`${edition} 年的数据${dry}存到 ${target}\n`);
  io.err('下一步：lianfang status 查看本年度尚未重新审视的内容\n');
  return ExitCode.ok;
}

/** A year with errors or with something overdue is not over. */
async function refuseUnfinished(
  opened: Opened,
  edition: number,
  args: CloseYearArgs,
): Promise<void> {
  const errors = (await checkAll(opened)).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new UsageError(
      `数据有 ${errors.length} 个错误，不能结束年度`,
      '先用 lianfang check 改正',
    );
  }
  const last = `${edition}-12-31`;
  const open = opened.assessed.flatMap((unit) =>
    dutiesOf(calendarInput(unit, opened, last))
      .filter((duty) => stateOf(duty, last) === 'overdue')
      .map(({ title }) => `${unit.unit.info.name}：${title}`),
  );
  if (open.length > 0 && args.force !== true) {
    throw new UsageError(
      `到年底仍有 ${open.length} 项逾期，如「${open[0]}」`,
      `用 lianfang due --as-of ${last} 查看；确定带到下一年的，加 --force`,
    );
  }
}

/** A tag only keeps what is committed: whatever is not would be in no edition. */
function refuseUntagged({ root }: Opened): void {
  const commit = commitOf(root.path);
  if (commit === undefined) {
    throw new UsageError(
      '数据库不在 git 中（或还没有提交），不能用标签保存往年版本',
      '用 --folder 把本年度的数据存到一个文件夹，如 --folder ../2026',
    );
  }
  if (commit.isClean) return;
  throw new UsageError(
    'git 中还有没提交的改动，标签保存不了它们',
    '先提交，再结束年度；不必提交的文件写进 .gitignore',
  );
}

function copyTarget(folder: string, { root }: Opened, args: CloseYearArgs, io: Io): string {
  const target = resolveFrom(io, args, folder);
  const inside = relative(root.path, target);
  if (inside === '' || (!inside.startsWith(`..${sep}`) && inside !== '..')) {
    throw new UsageError(
      '往年版本不能存在数据库自己的文件夹里',
      '写数据库以外的文件夹，如 ../2026',
    );
  }
  if (existsSync(target)) throw new UsageError(`「${folder}」已经存在`, '换一个文件夹');
  return resolve(target);
}

/** The next edition, and where the finished one is found. */
function configFile(opened: Opened, edition: number, name: string): OutputFile {
  const { editions } = opened.project.config;
  const edits: Edit[] = [
    { path: ['edition'], value: edition + 1 },
    Object.keys(editions).length === 0
      ? { path: ['editions'], value: { [edition]: name } }
      : { path: ['editions', String(edition)], value: name },
  ];
  return edited(opened, CONFIG_FILE, edits);
}

function unitFiles(opened: Opened): OutputFile[] {
  return opened.project.units
    .filter(({ info }) => info.stages.length > 0)
    .map(({ ref }) => edited(opened, ref.file, [{ path: [...ref.path, 'stages'] }]));
}

function edited(opened: Opened, file: string, edits: readonly Edit[]): OutputFile {
  const bytes = editValues(opened.sources.kept(file)?.text ?? '', edits);
  if (bytes !== undefined) return { path: file, bytes };
  throw new UsageError(`「${file}」读不完整，不能改动`, '先用 lianfang check 查清并改正');
}
