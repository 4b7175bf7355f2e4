import { textOf } from '../diagnostics/message.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import type { CommonArgs, Io } from '../io.ts';
import type { Opened, WantedUnits } from '../pipeline/open-and-assess.ts';
import { openRepository } from '../pipeline/open-and-assess.ts';
import { CONFIG_FILE, findProjectRoot } from '../repository/open-project.ts';
import { workFolder } from './work-folder.ts';

/** The data repository around the folder that the command works in. */
export async function openHere(io: Io, args: CommonArgs, wanted?: WantedUnits): Promise<Opened> {
  const folder = workFolder(io, args);
  const root = findProjectRoot(folder);
  if (root === undefined) {
    throw new UsageError(
      `这里和上级文件夹中都没有 ${CONFIG_FILE}`,
      '用 lianfang init 新建，或用 -C 指定文件夹',
    );
  }
  const opened = await openRepository(root, wanted);
  const fault = faultOfConfig(opened);
  if (fault === undefined) return opened;
  const { start } = opened.locator.range(CONFIG_FILE, fault.span ?? { start: 0, end: 0 });
  const place = `${CONFIG_FILE}:${start.line}:${start.column}`;
  throw new UsageError(`${place} 读不出来：${textOf(fault.message)}`, fault.hint);
}

/** Why the repository's own file cannot be relied on: not read, or recovered from a broken text. */
function faultOfConfig({ sources, findings }: Opened): Finding | undefined {
  const ofConfig = findings.filter(({ ref: { file } }) => file === CONFIG_FILE);
  const config = sources.kept(CONFIG_FILE);
  if (config !== undefined && config.via !== 'none') {
    return ofConfig.find(({ mark }) => mark === 'brokenText');
  }
  const ref = { file: CONFIG_FILE, path: [] };
  return ofConfig[0] ?? { code: 'LF013', ref, message: '文件无法读取' };
}
