import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CommonArgs } from '../cli.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Unit } from '../model/project.ts';
import type { Opened } from '../pipeline/open.ts';
import { CONFIG_FILE } from '../repository/open-project.ts';
import { resolveFrom } from './common.ts';

/** Finds for a unit what an earlier edition has of it. */
type Find<T> = (unit: Unit) => T | undefined;

/**
 * Opens the edition that `--against` names: its year in `editions:`, or its folder. Refused where it
 * has none of the units that are here.
 */
export function earlierEdition<T>(
  given: string,
  opened: Opened,
  args: CommonArgs,
  io: Io,
  open: (folder: string) => Find<T>,
): Find<T> {
  const named = opened.project.config.editions[given];
  const folder =
    named === undefined ? resolveFrom(io, args, given) : resolve(opened.root.path, named);
  if (!existsSync(join(folder, CONFIG_FILE))) {
    const what = named === undefined ? `「${given}」` : `「${given}」（${named}）`;
    throw new UsageError(
      `--against ${what}不是往年的数据库：没有 ${CONFIG_FILE}`,
      '写往年数据库的文件夹，或 editions 中指向文件夹的年度；存在 git 中的，先用 git worktree add 检出到文件夹',
    );
  }
  if (resolve(folder) === resolve(opened.root.path)) {
    throw new UsageError('--against 指的就是本数据库', '写往年数据库的文件夹');
  }
  const earlier = open(folder);
  if (opened.project.units.every((unit) => earlier(unit) === undefined)) {
    throw new UsageError(
      `「${given}」中没有与本数据库编号相同的单位，无从比较`,
      '单位改过编号的，在 unit.yaml 的 formerly 写明原编号',
    );
  }
  return earlier;
}
