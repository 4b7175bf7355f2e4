import type { CommonArgs } from '../cli.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Opened } from '../pipeline/open.ts';
import { openAndAssess } from '../pipeline/open.ts';
import { CONFIG_FILE, findProjectRoot } from '../repository/open-project.ts';
import { workFolder } from './common.ts';

/** The data repository around the folder that the command works in. */
export function openHere(io: Io, args: CommonArgs): Opened {
  const folder = workFolder(io, args);
  const root = findProjectRoot(folder);
  if (root === undefined) {
    throw new UsageError(
      `这里和上级文件夹中都没有 ${CONFIG_FILE}`,
      '用 lianfang init 新建，或用 -C 指定文件夹',
    );
  }
  const opened = openAndAssess(root);
  const config = opened.sources.texts.get(CONFIG_FILE);
  if (config === undefined || config.via === 'none') {
    const why = opened.findings.find((finding) => finding.ref.file === CONFIG_FILE);
    throw new UsageError(`${CONFIG_FILE} 读不出来：${why?.message ?? '原因不明'}`, why?.hint);
  }
  return opened;
}
