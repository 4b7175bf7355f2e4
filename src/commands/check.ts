import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import { loadColors, loadFormatter } from '../formatters/formatter-registry.ts';
import type { CommonArgs, Io } from '../io.ts';
import { ExitCode } from '../io.ts';
import { checkAll } from '../pipeline/check-all.ts';
import type { EarlierEdition } from '../pipeline/earlier.ts';
import type { Opened } from '../pipeline/open-and-assess.ts';
import { pathInside } from '../repository/open-project.ts';
import { dayAsked } from './units-asked.ts';
import { resolveFrom, workFolder } from './work-folder.ts';
import { openHere } from './open-here.ts';
import { writeFiles } from './write-files.ts';

export type CheckArgs = CommonArgs & {
  readonly paths: readonly string[];
  readonly format: 'pretty' | 'json' | 'github' | 'markdown';
  readonly failOn: Severity | 'none';
  readonly maxWarnings?: number;
  readonly summary?: boolean;
  readonly out?: string;
  /** The day that deadlines are judged by. */
  readonly asOf?: string;
  /** An earlier edition to compare with: its year in `editions:`, its folder, or a revision of git. */
  readonly against?: string;
};

/** `lianfang check`: validates everything and reports every problem found. It only reads. */
export async function check(args: CheckArgs, io: Io): Promise<ExitCode> {
  const opened = await openHere(io, args);
  const earlier = await earlierNamed(args, opened, io);
  const all = await checkAll(opened, {
    ...(earlier === undefined ? {} : { earlier }),
    ...(args.asOf === undefined ? {} : { asOf: dayAsked(args.asOf) }),
  });
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
  const hasColor = io.color && args.color !== false && args.out === undefined;
  const text = format(diagnostics, {
    ...(hasColor ? { paint: await loadColors() } : {}),
    width: io.width,
    textOf: (file) => opened.sources.kept(file)?.text,
    units: opened.project.units.map(({ id, info }) => ({ id, name: info.name })),
  });
  if (args.out === undefined) io.out(text);
  else {
    const path = resolveFrom(io, args, args.out);
    writeFiles(dirname(path), [{ path: basename(path), bytes: text }], { force: true });
  }
  return failed(diagnostics, args) ? ExitCode.findings : ExitCode.ok;
}

async function earlierNamed(
  args: CheckArgs,
  opened: Opened,
  io: Io,
): Promise<EarlierEdition | undefined> {
  if (args.against === undefined) return undefined;
  const { openEarlier } = await import('../pipeline/earlier.ts');
  const { earlierEdition } = await import('./earlier-edition.ts');
  return earlierEdition(args.against, opened, { args, io }, openEarlier);
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
