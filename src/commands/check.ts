import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CommonArgs } from '../cli.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import { loadFormatter } from '../formatters/index.ts';
import type { Io } from '../io.ts';
import { ExitCode } from '../io.ts';
import { checkAll } from '../pipeline/check.ts';
import type { EarlierEdition } from '../pipeline/earlier.ts';
import { openEarlier } from '../pipeline/earlier.ts';
import type { Opened } from '../pipeline/open.ts';
import { CONFIG_FILE, pathInside } from '../repository/open-project.ts';
import { resolveFrom, workFolder } from './common.ts';
import { openHere } from './open.ts';
import { writeFiles } from './write-files.ts';

export type CheckArgs = CommonArgs & {
  readonly paths: readonly string[];
  readonly format: 'pretty' | 'json' | 'github' | 'markdown';
  readonly failOn: Severity | 'none';
  readonly maxWarnings?: number;
  readonly summary?: boolean;
  readonly out?: string;
  /** An earlier edition to compare with: its year in `editions:`, or its folder. */
  readonly against?: string;
};

/** `lianfang check`: validates everything and reports every problem found. It only reads. */
export async function check(args: CheckArgs, io: Io): Promise<ExitCode> {
  const opened = openHere(io, args);
  const earlier = args.against === undefined ? undefined : earlierEdition(opened, args, io);
  const all = checkAll(opened, earlier === undefined ? {} : { earlier });
  const wanted = args.paths.map((path) => {
    const inside = pathInside(opened.root, workFolder(io, args), path);
    if (inside === undefined) throw new UsageError(`「${path}」不在数据库 ${opened.root.path} 中`);
    // A mistyped path has no findings: that must not pass for clean.
    if (!existsSync(resolveFrom(io, args, path)))
      throw new UsageError(`没有「${path}」这个文件或文件夹`);
    return inside;
  });
  const diagnostics = wanted.length === 0 ? all : all.filter(({ file }) => isUnder(file, wanted));

  const format = await loadFormatter(args.summary === true ? 'summary' : args.format);
  const text = format(diagnostics, {
    color: io.color && args.color !== false && args.out === undefined,
    width: io.width,
    textOf: (file) => opened.sources.texts.get(file)?.text,
    units: opened.project.units.map(({ id, info }) => ({ id, name: info.name })),
  });
  if (args.out === undefined) io.out(text);
  else {
    const path = resolveFrom(io, args, args.out);
    writeFiles(dirname(path), [{ path: basename(path), bytes: text }], { force: true });
  }
  return failed(diagnostics, args) ? ExitCode.findings : ExitCode.ok;
}

/** Opens the edition that `--against` names. */
function earlierEdition(opened: Opened, args: CheckArgs, io: Io): EarlierEdition {
  const given = args.against!;
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
  const earlier = openEarlier(folder);
  if (opened.project.units.every((unit) => earlier(unit) === undefined)) {
    throw new UsageError(
      `「${given}」中没有与本数据库编号相同的单位，无从比较`,
      '单位改过编号的，在 unit.yaml 的 formerly 写明原编号',
    );
  }
  return earlier;
}

function isUnder(file: string, folders: readonly string[]): boolean {
  return folders.some(
    (folder) => folder === '' || file === folder || file.startsWith(`${folder}/`),
  );
}

const RANK: Readonly<Record<Severity | 'none', number>> = {
  error: 3,
  warning: 2,
  info: 1,
  todo: 0,
  none: 9,
};

function failed(diagnostics: readonly Diagnostic[], { failOn, maxWarnings }: CheckArgs): boolean {
  const least = RANK[failOn];
  if (diagnostics.some(({ severity }) => severity !== 'todo' && RANK[severity] >= least))
    return true;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  return warnings > (maxWarnings ?? Infinity);
}
