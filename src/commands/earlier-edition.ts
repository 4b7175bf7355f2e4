import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { GitFault } from '../history/git-files.ts';
import { filesAt } from '../history/git-files.ts';
import type { Call, CommonArgs } from '../io.ts';
import type { Unit } from '../model/project.ts';
import type { Opened } from '../pipeline/open-and-assess.ts';
import type { Root } from '../repository/files.ts';
import { heldRoot } from '../repository/files.ts';
import { HEAD_FILE } from '../repository/load-unit.ts';
import { CONFIG_FILE } from '../repository/open-project.ts';
import { resolveFrom } from './work-folder.ts';

/** Finds for a unit what an earlier edition has of it. */
type Find<T> = (unit: Unit) => T | undefined;

/**
 * Opens the edition that `--against` names: its year in `editions:`, its folder, or a tag, branch or
 * commit of git. Refused where it has none of the units that are here.
 */
export async function earlierEdition<T>(
  given: string,
  opened: Opened,
  { args, io }: Call<CommonArgs>,
  open: (place: string | Root) => Find<T> | Promise<Find<T>>,
): Promise<Find<T>> {
  const named = opened.project.config.editions[given];
  const folder =
    named === undefined ? resolveFrom(io, args, given) : resolve(opened.root.path, named);
  if (resolve(folder) === resolve(opened.root.path)) {
    throw new UsageError('--against 指的就是本数据库', '写往年数据库的文件夹或 git 标签');
  }
  const what = named === undefined ? `「${given}」` : `「${given}」（${named}）`;
  const place = existsSync(join(folder, CONFIG_FILE))
    ? folder
    : editionInGit(named ?? given, what, opened);
  const earlier = await open(place);
  if (opened.project.units.every((unit) => earlier(unit) === undefined)) {
    throw new UsageError(
      `「${given}」中没有与本数据库编号相同的单位，无从比较`,
      '单位改过编号的，在 unit.yaml 的 formerly 写明原编号',
    );
  }
  return earlier;
}

/** Scans and minutes are not compared: only what the data are read from is taken out of git. */
function isData(path: string): boolean {
  return /\.(?:ya?ml|md)$/.test(path) || path.endsWith(HEAD_FILE);
}

function editionInGit(revision: string, what: string, { root }: Opened): Root {
  const found = filesAt(root.path, revision, isData);
  if (found.kind !== 'files') {
    const { why, hint } = FAULTS[found.kind](revision);
    throw new UsageError(`--against ${what}打不开：${why}`, hint);
  }
  if (!found.files.has(CONFIG_FILE)) {
    const { why, hint } = FAULTS.noFolder(revision);
    throw new UsageError(`--against ${what}打不开：${why}`, hint);
  }
  return heldRoot(found.files);
}

type EditionFault = { readonly why: string; readonly hint: string };

const FAULTS: Readonly<Record<GitFault, (revision: string) => EditionFault>> = {
  noGit: () => ({
    why: `没有这个文件夹或其中没有 ${CONFIG_FILE}，本机也没有安装 git，无从按标签查找`,
    hint: '写往年数据库的文件夹，或安装 git',
  }),
  noRepository: () => ({
    why: `没有这个文件夹或其中没有 ${CONFIG_FILE}，本数据库也不在 git 中（或 git 不许读取）`,
    hint: '写往年数据库的文件夹，或 editions 中的年度',
  }),
  unknownRevision: (revision) => ({
    why: `没有这个文件夹或其中没有 ${CONFIG_FILE}，git 中也没有标签或提交「${revision}」`,
    hint: '用 git tag 查看有哪些标签；标签在别处的，先用 git fetch --tags 取来',
  }),
  noFolder: (revision) => ({
    why: `git 版本「${revision}」的这个文件夹中没有 ${CONFIG_FILE}`,
    hint: '换一个已有数据库的标签或提交',
  }),
  unreadable: (revision) => ({
    why: `git 版本「${revision}」的文件不全，读不出来`,
    hint: '浅克隆或部分克隆的，先用 git fetch 取全',
  }),
};
